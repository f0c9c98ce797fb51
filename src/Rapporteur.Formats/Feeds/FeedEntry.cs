// SPDX-License-Identifier: Apache-2.0

using System.Xml;

namespace Rapporteur.Formats.Feeds;

/// <summary>What a feed says of one entry.</summary>
internal sealed record FeedEntry
{
    public string? Title { get; private set; }

    public string? Author { get; private set; }

    public string? Published { get; private set; }

    public string? Updated { get; private set; }

    public string? Link { get; private set; }

    public string? Content { get; private set; }

    public string? Summary { get; private set; }

    /// <summary>Reads the entry that the reader stands at, and leaves the reader after it.</summary>
    /// <exception cref="XmlException">The feed ends or breaks inside the entry.</exception>
    public static FeedEntry Read(XmlReader xml)
    {
        var entry = new FeedEntry();
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return entry;
        }

        int depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) entry.Take(xml);
            else if (!xml.Read()) return entry;
        }

        xml.Read();
        return entry;
    }

    /// <summary>Takes the element that the reader stands at, and leaves the reader after it, whether its field is set already or not.</summary>
    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "title" when xml.Prefix.Length == 0: Title = First(Title, Words(xml)); break;
            case "creator": Author = First(Author, Words(xml)); break;
            case "author": Author = First(Author, Name(xml)); break;
            case "pubDate" or "published" or "date" or "issued": Published = First(Published, Words(xml)); break;
            case "updated" or "modified": Updated = First(Updated, Words(xml)); break;
            case "encoded" or "content": Content = First(Content, Words(xml)); break;
            case "description" or "summary": Summary = First(Summary, Words(xml)); break;
            case "link": TakeLink(xml); break;
            default: xml.Skip(); break;
        }
    }

    private void TakeLink(XmlReader xml)
    {
        string? address = xml.GetAttribute("href");
        bool isPage = xml.GetAttribute("rel") is null or "alternate";
        string? words = Words(xml);
        if (isPage) Link = First(Link, address ?? words);
    }

    /// <summary>The first of two values that is there; both are read by then, so that the reader has moved on.</summary>
    private static string? First(string? earlier, string? later) => earlier ?? later;

    /// <summary>Text, or markup as text where an element holds elements (Atom's type="xhtml").</summary>
    private static string? Words(XmlReader xml)
    {
        string inner = xml.ReadInnerXml();
        if (inner.Length == 0) return null;
        // Character data came escaped once for XML; elements are markup already.
        return inner.Contains("<![CDATA[", StringComparison.Ordinal) || !inner.Contains('<', StringComparison.Ordinal) ? Unescape(inner) : inner;
    }

    private static string Unescape(string inner)
    {
        using XmlReader reader = XmlReader.Create(new StringReader("<x>" + inner + "</x>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        reader.Read();
        return reader.ReadElementContentAsString();
    }

    /// <summary>An author's name: Atom's name element, or RSS's "mail@example.org (Name)".</summary>
    private static string? Name(XmlReader xml)
    {
        string inner = xml.ReadInnerXml();
        int start = inner.IndexOf("<name", StringComparison.Ordinal);
        if (start >= 0)
        {
            int open = inner.IndexOf('>', start) + 1, close = inner.IndexOf("</name", start, StringComparison.Ordinal);
            return open > 0 && close > open ? Unescape(inner[open..close]) : null;
        }

        int bracket = inner.IndexOf('(', StringComparison.Ordinal), end = inner.LastIndexOf(')');
        return bracket >= 0 && end > bracket ? Unescape(inner[(bracket + 1)..end]) : inner.Contains('<', StringComparison.Ordinal) ? null : Unescape(inner);
    }
}
