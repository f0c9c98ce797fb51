// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Xml;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>The paragraphs of an OpenDocument text's <c>content.xml</c>; its notes come after the body, each an item of a list.</summary>
internal sealed class OdtText(BlockText text)
{
    private const int MostAncestors = 20;
    private const int MostSpaces = 100;

    private readonly BlockText notes = new();
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Stack<int> noteDepths = new();
    private ParagraphStack body = new(text), current = new(text);
    private int lists;

    /// <summary>Tracked deletions that were left out.</summary>
    public int Deletions { get; private set; }

    /// <summary>Comments that were left out.</summary>
    public int Comments { get; private set; }

    /// <summary>Takes the XML.</summary>
    public void Take(XmlReader xml)
    {
        body = current = new(text);
        var aside = new ParagraphStack(notes);
        for (bool isThere = xml.Read(); isThere;)
        {
            current = noteDepths.Count > 0 ? aside : body;
            if (xml.NodeType == XmlNodeType.Element && Begin(xml))
            {
                xml.Skip();
                isThere = !xml.EOF;
                continue;
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) current.Append(xml.Value);
            if (xml.NodeType == XmlNodeType.EndElement) End(xml);
            isThere = xml.Read();
        }

        foreach (ParagraphStack open in new[] { body, aside })
        {
            while (open.IsOpen) open.Close();
        }

        (string words, IReadOnlyList<Block> blocks) = notes.Build();
        foreach (Block note in blocks) text.Add(PassageKind.List, note.Span.In(words).ToString());
    }

    /// <summary>Begins an element; true for one whose content is not read.</summary>
    private bool Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "deletion":
                Deletions++;
                return true;
            case "annotation":
                Comments++;
                return true;
            case "table-of-content" or "alphabetical-index" or "illustration-index" or "table-index" or "forms" or "note-citation" or "scripts" or "title" or "desc":
                return true;
            case "style" when xml.GetAttribute("name", xml.NamespaceURI) is { } name && xml.GetAttribute("parent-style-name", xml.NamespaceURI) is { } parent:
                parents[name] = parent;
                break;
            case "note" when !xml.IsEmptyElement:
                noteDepths.Push(xml.Depth);
                break;
            case "list" when !xml.IsEmptyElement:
                lists++;
                break;
            case "h" when !xml.IsEmptyElement:
                current.Open(xml.GetAttribute("outline-level", xml.NamespaceURI) is "1" ? PassageKind.Title : PassageKind.Heading);
                break;
            case "p" when !xml.IsEmptyElement:
                current.Open(noteDepths.Count > 0 ? PassageKind.List : KindOf(xml.GetAttribute("style-name", xml.NamespaceURI)));
                break;
            case "s":
                current.Append(new string(' ', int.TryParse(xml.GetAttribute("c", xml.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? Math.Clamp(count, 1, MostSpaces) : 1));
                break;
            case "tab" or "line-break":
                current.Append(" ");
                break;
            default:
                break;
        }

        return false;
    }

    private void End(XmlReader xml)
    {
        if (xml.LocalName is "p" or "h") current.Close();
        else if (xml.LocalName == "list") lists--;
        else if (xml.LocalName == "note" && noteDepths.TryPeek(out int depth) && depth == xml.Depth) noteDepths.Pop();
    }

    private PassageKind KindOf(string? style)
    {
        for (int step = 0; style is not null && step < MostAncestors; step++, style = parents.GetValueOrDefault(style))
        {
            if (style is "Title") return PassageKind.Title;
            if (style is "Subtitle" || style.StartsWith("Heading", StringComparison.Ordinal)) return PassageKind.Heading;
            if (style is "Caption" or "Illustration" or "Figure") return PassageKind.Caption;
        }

        return lists > 0 ? PassageKind.List : PassageKind.Paragraph;
    }
}
