// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Documents;
using SmartReader;

namespace Rapporteur.Formats.Html;

/// <summary>A page of HTML: the article's text, block by block, with what the page tells of it.</summary>
internal sealed class HtmlFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public bool Matches(InputHead head)
        => head.StartsWith("<!doctype html") || head.StartsWith("<html")
            || (head.Trimmed.StartsWith('<') && !head.StartsWith("<?xml") && (head.Contains("<html") || head.Contains("<body") || head.Contains("<head") || head.Contains("<div") || head.Contains("<p>")))
            || (head.StartsWith("<?xml") && head.Contains("<html"))
            || (head.Extension is ".html" or ".htm" or ".xhtml" && head.Contains("<"));

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (string? page, InputFault? fault) = HtmlSource.Read(source, context.Limits);
        if (page is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        if (TagDepth.Exceeds(page, context.Limits.MaxHtmlDepth))
        {
            yield return context.Failure(null, $"its tags are nested more than {context.Limits.MaxHtmlDepth} deep, which no article's are");
            yield break;
        }

        IHtmlDocument document = new HtmlParser().ParseDocument(page);
        PageMetadata metadata = PageMetadata.Of(document);
        var text = new BlockText();
        if (document.QuerySelector("h1")?.TextContent is { } headline) text.Add(PassageKind.Title, headline);
        foreach (IElement root in ArticleOf(page, document)) text.AddBlocks(root);
        if (text.IsEmpty)
        {
            yield return context.Failure(null, "the page holds no text");
            yield break;
        }

        (string clean, IReadOnlyList<Block> blocks) = text.Build();
        yield return new InputText(context.Name, clean, metadata.Over(new ReadOptions { InputName = context.Name, Blocks = blocks, OneReport = true }))
        {
            Map = SourceAlignment.Align(page, clean, blocks),
        };
    }

    /// <summary>The elements that hold the article: what the readability method finds, else the page's body.</summary>
    private static IEnumerable<IElement> ArticleOf(string page, IHtmlDocument document)
    {
        using var reader = new Reader("https://page.invalid/", page) { KeepClasses = true };
        Article found = reader.GetArticle();
        if (found.IsReadable && found.Content is { Length: > 0 } content)
        {
            IHtmlDocument body = new HtmlParser().ParseDocument(content);
            if (body.Body is { } root && root.TextContent.Length > 0)
            {
                yield return root;
                yield break;
            }
        }

        if (document.Body is { } whole) yield return whole;
    }
}
