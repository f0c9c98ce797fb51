// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Html.Parser;
using Rapporteur.Documents;
using Rapporteur.Formats.Decoding;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Feeds;

/// <summary>RSS (0.9x, 1.0, 2.0) and Atom: each entry a report, read one after another.</summary>
internal sealed partial class FeedFormat : IFormat
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersFromEntities = 1 << 20,
    };

    /// <inheritdoc/>
    public string Name => "feed";

    /// <inheritdoc/>
    public bool Matches(InputHead head)
        => (head.Trimmed.StartsWith('<') || head.Extension is ".rss" or ".atom")
            && (head.Contains("<rss") || head.Contains("<rdf:RDF") || (head.Contains("<feed") && head.Contains("Atom")));

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        SourceEncoding? encoding = Encoding(source);
        using TextDecoder? decoder = encoding is null ? null : new TextDecoder(source, encoding);
        (XmlReader? opened, InputFailure? unread) = Open(source, decoder, context);
        if (opened is null)
        {
            yield return unread!;
            yield break;
        }

        using XmlReader xml = opened;
        string? outlet = null;
        int number = 0;
        while (true)
        {
            FeedEntry? entry = null;
            InputFailure? broken = null;
            try
            {
                if (!MoveToEntry(xml, ref outlet)) break;
                number++;
                entry = FeedEntry.Read(xml);
            }
            catch (XmlException problem)
            {
                broken = decoder?.Problem is { } invalid ? context.Failure(invalid.Place, $"{invalid.Reason}; what stands before was read") : Broken(problem, context);
            }

            if (broken is not null)
            {
                yield return broken;
                yield break;
            }

            InputItem item = Item(entry!, outlet, number, context);
            yield return decoder?.Noted(item) ?? item;
        }

        if (number == 0) yield return context.Failure(null, "the feed holds no entries");
    }

    /// <summary>What the bytes are encoded in by their mark or the feed's own declaration; null for one that is not known.</summary>
    private static SourceEncoding? Encoding(InputSource source)
    {
        byte[] head = source.Peek(InputHead.Size);
        SourceEncoding encoding = SourceEncoding.Detect(head);
        return encoding is { IsUtf8: true, MarkLength: 0 } && DeclaredEncoding().Match(encoding.DecodeLoosely(head)) is { Success: true } declared ? SourceEncoding.Of(declared.Groups[1].Value) : encoding;
    }

    /// <summary>A reader over the feed; a failure where not even its first characters can be read.</summary>
    private static (XmlReader? Reader, InputFailure? Failure) Open(InputSource source, TextDecoder? decoder, FormatContext context)
    {
        try
        {
            return (decoder is null ? XmlReader.Create(source, Settings) : XmlReader.Create(decoder, Settings), null);
        }
        catch (XmlException problem)
        {
            return (null, decoder?.Problem is { } invalid ? context.Failure(invalid) : Broken(problem, context));
        }
    }

    private static InputFailure Broken(XmlException problem, FormatContext context)
    {
        string reason = problem.Message.Contains("DTD", StringComparison.Ordinal) ? "it declares a document type, which feeds do not need and which is not read"
            : problem.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase) ? "it is not valid in the encoding that the feed declares, or in UTF-8; what stands before was read"
            : "the feed is not well-formed XML there; what stands before was read";
        return context.Failure($"line {problem.LineNumber}", reason);
    }

    /// <summary>Goes to the next entry, and takes the feed's own title on the way; false at the end.</summary>
    private static bool MoveToEntry(XmlReader xml, ref string? outlet)
    {
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName is "item" or "entry") return true;
                if (xml.LocalName == "title" && outlet is null)
                {
                    outlet = OneLine.OrNull(xml.ReadElementContentAsString());
                    continue;
                }

                if (xml.LocalName is "image" or "textInput")
                {
                    xml.Skip();
                    continue;
                }
            }

            if (!xml.Read()) return false;
        }

        return false;
    }

    private static InputItem Item(FeedEntry entry, string? outlet, int number, FormatContext context)
    {
        var text = new BlockText();
        if (entry.Title is { } title) text.Add(PassageKind.Title, Plain(title, context.Limits));
        string body = entry.Content ?? entry.Summary ?? "";
        TagNesting nesting = body.Length > context.Limits.MaxHtmlBytes ? new(true, false) : TagNesting.Of(body, context.Limits.MaxHtmlDepth);
        if (nesting.IsTooDeep) return context.Failure($"entry {number}", "its text is larger, or its tags are nested deeper, than any article's");
        if (new HtmlParser().ParseDocument(nesting.IsTangled ? FormattingTags.Without(body) : body).Body is { } root) text.AddBlocks(root);
        (string clean, IReadOnlyList<Block> blocks) = text.Build();
        if (blocks.Count == 0 || (blocks.Count == 1 && entry.Title is not null)) return context.Failure($"entry {number}", "the entry holds no text");
        return new InputText(context.Name, clean, new ReadOptions
        {
            InputName = context.Name, Title = OneLine.OrNull(entry.Title is null ? null : Plain(entry.Title, context.Limits)), Author = OneLine.OrNull(entry.Author), Published = IsoDate.From(entry.Published) ?? IsoDate.From(entry.Updated),
            Outlet = outlet, Url = OneLine.OrNull(entry.Link), Blocks = blocks, OneReport = true,
        });
    }

    /// <summary>A title may hold entities and tags of HTML.</summary>
    private static string Plain(string title, InputLimits limits)
        => (title.Contains('<', StringComparison.Ordinal) || title.Contains('&', StringComparison.Ordinal)) && !TagNesting.Of(title, limits.MaxHtmlDepth).IsTooDeep
            ? new HtmlParser().ParseDocument(title).Body?.TextContent ?? title : title;

    [GeneratedRegex(@"\A\s*<\?xml[^>]*?\sencoding\s*=\s*[""']([^""']{1,40})[""']")]
    private static partial Regex DeclaredEncoding();
}
