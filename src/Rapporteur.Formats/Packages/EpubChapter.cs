// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>The text of one chapter of an EPUB, a page of XHTML; its notes come after the body, each an item of a list.</summary>
internal static partial class EpubChapter
{
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private static readonly string[] Notes = ["footnote", "endnote", "rearnote"];

    /// <summary>The chapter's text; null where its tags are nested deeper than any text's.</summary>
    public static BlockText? Of(string page, InputLimits limits)
    {
        TagNesting nesting = TagNesting.Of(page, limits.MaxHtmlDepth);
        if (nesting.IsTooDeep) return null;
        // XHTML may close an element where it begins; to a parser of HTML that leaves it open.
        string closed = ClosedAtOnce().Replace(page, match => Void.Contains(match.Groups[1].Value, StringComparer.OrdinalIgnoreCase) ? match.Value : $"<{match.Groups[1].Value}{match.Groups[2].Value}></{match.Groups[1].Value}>");
        var text = new BlockText();
        if (new HtmlParser().ParseDocument(nesting.IsTangled ? FormattingTags.Without(closed) : closed).Body is not { } body) return text;
        List<IElement> notes = [.. body.QuerySelectorAll("aside, section, div, li, p").Where(IsNote)];
        foreach (IElement note in notes) note.Remove();
        foreach (IElement mark in body.QuerySelectorAll("a").Where(a => TypesOf(a).Contains("noteref")).ToArray()) mark.Remove();
        // On a page, what stands aside is about other pages; in a book, it is a box beside the text.
        IElement[] boxes = [.. body.QuerySelectorAll("aside")];
        text.AddBlocks(body);
        foreach (IElement box in boxes) text.AddBlocks(box);
        foreach (IElement note in notes) text.Add(PassageKind.List, note.TextContent);
        return text;
    }

    private static bool IsNote(IElement element) => TypesOf(element).Any(t => Notes.Contains(t));

    private static string[] TypesOf(IElement element) => (element.GetAttribute("epub:type") ?? element.GetAttribute("role")?.Replace("doc-", "", StringComparison.Ordinal))?.Split(' ') ?? [];

    [GeneratedRegex(@"<([A-Za-z][A-Za-z0-9:-]*)((?:\s[^<>]*)?)/>")]
    private static partial Regex ClosedAtOnce();
}
