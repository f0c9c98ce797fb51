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

    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "title" when xml.Prefix.Length == 0: Title ??= Words(xml); break;
            case "creator": Author ??= Words(xml); break;
            case "author": Author ??= Name(xml); break;
            case "pubDate" or "published" or "date" or "issued": Published ??= Words(xml); break;
            case "updated" or "modified": Updated ??= Words(xml); break;
            case "encoded" or "content": Content ??= Words(xml); break;
            case "description" or "summary": Summary ??= Words(xml); break;
            case "link": TakeLink(xml); break;
            default: xml.Skip(); break;
        }
    }

    private void TakeLink(XmlReader xml)
    {
        string? address = xml.GetAttribute("href");
        bool isPage = xml.GetAttribute("rel") is null or "alternate";
        if (address is null)
        {
            Link ??= Words(xml);
            return;
        }

        if (isPage) Link ??= address;
        xml.Skip();
    }

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
