// SPDX-License-Identifier: Apache-2.0

using System.Xml;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>The paragraphs of a Word file's XML, as they read with all changes accepted.</summary>
internal sealed class DocxText(BlockText text, DocxStyles styles)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly ParagraphStack paragraphs = new(text);
    private bool isText, isRun, isHidden;

    /// <summary>Tracked deletions that were left out.</summary>
    public int Deletions { get; private set; }

    /// <summary>Comments that were left out.</summary>
    public int Comments { get; private set; }

    /// <summary>Takes <c>word/document.xml</c>, or the foot- or endnotes, each of which is an item of a list.</summary>
    public void Take(XmlReader xml, bool isNotes = false)
    {
        for (bool isThere = xml.Read(); isThere;)
        {
            bool skips = xml.NodeType == XmlNodeType.Element && xml.NamespaceURI is Transitional or Strict ? Begin(xml, isNotes) : xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" };
            if (skips)
            {
                xml.Skip();
                isThere = !xml.EOF;
                continue;
            }

            if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && !isHidden) paragraphs.Append(xml.Value);
            if (xml.NodeType == XmlNodeType.EndElement && xml.NamespaceURI is Transitional or Strict) End(xml.LocalName);
            isThere = xml.Read();
        }

        while (paragraphs.IsOpen) paragraphs.Close();
    }

    /// <summary>An attribute, with the prefix of its element or without one.</summary>
    public static string? Value(XmlReader xml, string attribute) => xml.GetAttribute(attribute, xml.NamespaceURI) ?? xml.GetAttribute(attribute);

    /// <summary>Begins an element; true for one whose content is not read.</summary>
    private bool Begin(XmlReader xml, bool isNotes)
    {
        switch (xml.LocalName)
        {
            case "del" or "moveFrom":
                if (!xml.IsEmptyElement) Deletions++;
                return true;
            case "instrText" or "delInstrText" or "delText" or "tabs":
                return true;
            case "footnote" or "endnote" when Value(xml, "type") is "separator" or "continuationSeparator" or "continuationNotice":
                return true;
            case "p":
                if (!xml.IsEmptyElement) paragraphs.Open(isNotes ? PassageKind.List : PassageKind.Paragraph);
                break;
            case "pStyle" when paragraphs.IsOpen && !isNotes:
                paragraphs.Kind = styles.KindOf(Value(xml, "val") ?? "");
                break;
            case "numId" when paragraphs is { IsOpen: true, Kind: PassageKind.Paragraph } && Value(xml, "val") != "0":
                paragraphs.Kind = PassageKind.List;
                break;
            case "outlineLvl" when paragraphs is { IsOpen: true, Kind: PassageKind.Paragraph } && Value(xml, "val") is [>= '0' and < '9']:
                paragraphs.Kind = PassageKind.Heading;
                break;
            case "r":
                (isRun, isHidden) = (true, false);
                break;
            case "vanish" when isRun:
                isHidden = Value(xml, "val") is not ("0" or "false" or "off");
                break;
            case "t":
                isText = !xml.IsEmptyElement;
                break;
            case "tab" or "br" or "cr" when isRun:
                paragraphs.Append(" ");
                break;
            case "noBreakHyphen" when isRun && !isHidden:
                paragraphs.Append("\u2011");
                break;
            case "commentReference":
                Comments++;
                break;
            default:
                break;
        }

        return false;
    }

    private void End(string element)
    {
        if (element == "t") isText = false;
        else if (element == "r") (isRun, isHidden) = (false, false);
        else if (element == "p") paragraphs.Close();
    }
}
