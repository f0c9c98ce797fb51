// SPDX-License-Identifier: Apache-2.0

using System.Text;
using AngleSharp.Dom;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Html;

/// <summary>The text of a page, a block a paragraph, heading, list item or caption; white space inside a block is one blank.</summary>
internal sealed class BlockText
{
    /// <summary>Stands for a br element until white space is collapsed.</summary>
    private const char LineBreak = '\v';

    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];

    /// <summary>Whether there is no block yet.</summary>
    public bool IsEmpty => blocks.Count == 0;

    /// <summary>The text, its blocks an empty line apart, and where they stand.</summary>
    public (string Text, IReadOnlyList<Block> Blocks) Build() => (text.ToString(), blocks);

    /// <summary>Adds a block; nothing is added for words that are only white space, or for the title again.</summary>
    public void Add(PassageKind kind, string words)
    {
        string line = Collapse(words);
        if (line.Length == 0) return;
        bool hasTitle = blocks.Count > 0 && blocks[0].Kind == PassageKind.Title;
        if (hasTitle && (kind is PassageKind.Title or PassageKind.Heading || blocks.Count == 1) && text.ToString(0, blocks[0].Span.End) == line) return;
        if (hasTitle && kind == PassageKind.Title) kind = PassageKind.Heading;
        if (text.Length > 0) text.Append("\n\n");
        blocks.Add(new(new(text.Length, text.Length + line.Length), kind));
        text.Append(line);
    }

    /// <summary>Adds the blocks of an element, in order.</summary>
    public void AddBlocks(IElement root)
    {
        var loose = new StringBuilder();
        AddChildren(root, PassageKind.Paragraph, loose);
        Flush(PassageKind.Paragraph, loose);
    }

    private void AddChildren(INode parent, PassageKind kind, StringBuilder loose)
    {
        foreach (INode child in parent.ChildNodes)
        {
            if (child is IText words)
            {
                loose.Append(words.Data);
                continue;
            }

            if (child is not IElement element || Visibility.IsHidden(element)) continue;
            if (element.LocalName == "br")
            {
                // Two of them with nothing between part paragraphs; one is a blank.
                if (EndsWithBreak(loose)) Flush(kind, loose);
                else loose.Append(LineBreak);
                continue;
            }

            if (KindOf(element, kind) is not { } own)
            {
                AddChildren(element, kind, loose);
                continue;
            }

            Flush(kind, loose);
            if (own == PassageKind.SocialPost) Add(own, element.TextContent);
            else AddChildren(element, own, loose);
            Flush(own, loose);
        }
    }

    private void Flush(PassageKind kind, StringBuilder loose)
    {
        Add(kind, loose.ToString());
        loose.Clear();
    }

    /// <summary>The kind of a block element; null for an element inside a line.</summary>
    private static PassageKind? KindOf(IElement element, PassageKind around) => element.LocalName switch
    {
        "h1" => PassageKind.Title,
        "h2" or "h3" or "h4" or "h5" or "h6" => PassageKind.Heading,
        "li" => PassageKind.List,
        "figcaption" or "caption" => PassageKind.Caption,
        "blockquote" when HasClass(element, "twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed") => PassageKind.SocialPost,
        "p" or "div" or "blockquote" or "section" or "article" or "main" or "figure" or "ul" or "ol" or "dl" or "dt" or "dd" or "td" or "th" or "tr" or "table"
            or "tbody" or "header" or "address" or "pre" or "hr" or "body"
            => IsByline(element) ? PassageKind.Byline : around is PassageKind.List or PassageKind.Caption && element.LocalName is "p" or "div" ? around : PassageKind.Paragraph,
        _ => null,
    };

    private static bool IsByline(IElement element)
        => element.GetAttribute("rel") == "author" || HasClass(element, "byline", "author-name", "article-byline") || element.GetAttribute("itemprop") == "author";

    /// <summary>Whether an element is of one of some classes. AngleSharp's own list of them takes time that grows with the square of their number.</summary>
    private static bool HasClass(IElement element, params ReadOnlySpan<string> names)
    {
        ReadOnlySpan<char> classes = element.GetAttribute("class");
        foreach (Range range in classes.SplitAny(" \t\r\n\f"))
        {
            foreach (string name in names)
            {
                if (classes[range].SequenceEqual(name)) return true;
            }
        }

        return false;
    }

    private static bool EndsWithBreak(StringBuilder loose)
    {
        int last = loose.Length - 1;
        while (last >= 0 && loose[last] != LineBreak && char.IsWhiteSpace(loose[last])) last--;
        return last >= 0 && loose[last] == LineBreak;
    }

    private static string Collapse(string words)
    {
        var line = new StringBuilder(words.Length);
        bool blank = false;
        foreach (char c in words)
        {
            if (char.IsWhiteSpace(c) || c == '\u200b')
            {
                blank = line.Length > 0;
                continue;
            }

            if (blank) line.Append(' ');
            blank = false;
            line.Append(c);
        }

        return line.ToString();
    }
}
