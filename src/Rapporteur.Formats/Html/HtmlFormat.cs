// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Html;

/// <summary>A page of HTML: the article's text, block by block, with what the page tells of it.</summary>
/// <param name="finder">Finds the article in the page.</param>
internal sealed class HtmlFormat(ArticleFinder finder) : IFormat
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
        (string? page, string? note, InputFault? fault) = HtmlSource.Read(source, context.Limits);
        if (page is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        var nesting = TagNesting.Of(page, context.Limits.MaxHtmlDepth);
        if (nesting.IsTooDeep)
        {
            yield return context.Failure(null, $"its tags are nested more than {context.Limits.MaxHtmlDepth} deep, which no article's are");
            yield break;
        }

        string parsed = nesting.IsTangled ? FormattingTags.Without(page) : page;
        IHtmlDocument document = new HtmlParser().ParseDocument(parsed);
        PageMetadata metadata = PageMetadata.Of(document);
        (IElement? root, string? problem) = finder.Find(parsed, document, context.Limits);
        var text = new BlockText();
        if (metadata.Headline is { } headline) text.Add(PassageKind.Title, headline);
        if (root is not null) text.AddBlocks(root);
        if (text.IsEmpty)
        {
            yield return context.Failure(null, "the page holds no text");
            yield break;
        }

        (string clean, IReadOnlyList<Block> blocks) = text.Build();
        yield return new InputText(context.Name, clean, metadata.Over(new ReadOptions { InputName = context.Name, Blocks = blocks, OneReport = true }))
        {
            Map = SourceAlignment.Align(page, clean, blocks),
            Note = Notes.Join(note, problem),
        };
    }
}
