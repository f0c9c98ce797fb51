// SPDX-License-Identifier: Apache-2.0

using System.Xml;

namespace Rapporteur.Formats.Packages;

/// <summary>What the package file of an EPUB tells: title, creators, publisher, date, and its chapters in reading order.</summary>
internal sealed class EpubPackage
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly Dictionary<string, (string Part, string Type, bool IsContents)> manifest = new(StringComparer.Ordinal);
    private readonly List<string> spine = [], creators = [];
    private readonly string folder;

    private EpubPackage(string path) => folder = path[..(path.LastIndexOf('/') + 1)];

    /// <summary>The book's title, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>Who published it, or null.</summary>
    public string? Publisher { get; private set; }

    /// <summary>When it was published, ISO 8601, or null.</summary>
    public string? Published { get; private set; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Author => creators.Count > 0 ? string.Join(" and ", creators) : null;

    /// <summary>The parts with text, in the order in which they are read; the table of contents is none.</summary>
    public IEnumerable<string> Chapters
        => from id in spine where manifest.ContainsKey(id) let item = manifest[id] where !item.IsContents && item.Type is "application/xhtml+xml" or "text/html" or "" select item.Part;

    /// <summary>Reads the package file that the container names; null if there is none.</summary>
    public static EpubPackage? Read(ZipPackage zip, List<InputFault> faults)
    {
        string? path = null;
        zip.ReadXml(
            "META-INF/container.xml",
            xml =>
            {
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "rootfile" }) path ??= xml.GetAttribute("full-path");
                }
            },
            faults);
        path ??= zip.Names.FirstOrDefault(n => n.EndsWith(".opf", StringComparison.OrdinalIgnoreCase));
        if (path is null || !zip.Has(path)) return null;
        var package = new EpubPackage(path);
        zip.ReadXml(path, package.Take, faults);
        return package;
    }

    /// <summary>The parts that are encrypted, but for fonts, which are only obscured.</summary>
    public static HashSet<string> Encrypted(ZipPackage zip, List<InputFault> faults)
    {
        HashSet<string> parts = new(StringComparer.OrdinalIgnoreCase);
        bool isFont = false;
        zip.ReadXml(
            "META-INF/encryption.xml",
            xml =>
            {
                while (xml.Read())
                {
                    if (xml.NodeType != XmlNodeType.Element) continue;
                    if (xml.LocalName == "EncryptedData") isFont = false;
                    else if (xml.LocalName == "EncryptionMethod") isFont |= xml.GetAttribute("Algorithm") is "http://www.idpf.org/2008/embedding" or "http://ns.adobe.com/pdf/enc#RC";
                    else if (xml.LocalName == "CipherReference" && !isFont && xml.GetAttribute("URI") is { } part) parts.Add(Uri.UnescapeDataString(part));
                }
            },
            faults);
        return parts;
    }

    private void Take(XmlReader xml)
    {
        for (bool isThere = xml.Read(); isThere;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == DublinCore)
            {
                (string name, bool isEmpty, bool isLater) = (xml.LocalName, xml.IsEmptyElement, xml.GetAttribute("event", "http://www.idpf.org/2007/opf") is "modification" or "creation");
                if (isEmpty)
                {
                    isThere = xml.Read();
                    continue;
                }

                // The reader stands after the element then, perhaps at the next one.
                if (OneLine.OrNull(xml.ReadElementContentAsString()) is { } words) Set(name, words, isLater);
                isThere = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "item" && xml.GetAttribute("id") is { } id && xml.GetAttribute("href") is { } href)
                manifest.TryAdd(id, (Resolve(href), xml.GetAttribute("media-type") ?? "", xml.GetAttribute("properties")?.Split(' ').Contains("nav") == true));
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "itemref" && xml.GetAttribute("idref") is { } reference)
                spine.Add(reference);
            isThere = xml.Read();
        }
    }

    private void Set(string element, string words, bool isLater)
    {
        switch (element)
        {
            case "title": Title ??= words; break;
            case "creator": creators.Add(words); break;
            case "publisher": Publisher ??= words; break;
            case "date" when !isLater: Published ??= IsoDate.From(words); break;
            default: break;
        }
    }

    /// <summary>The name of the part that an address in the package file leads to.</summary>
    private string Resolve(string href)
    {
        int fragment = href.IndexOf('#', StringComparison.Ordinal);
        List<string> steps = [];
        foreach (string step in (folder + Uri.UnescapeDataString(fragment < 0 ? href : href[..fragment])).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..") steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".") steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
