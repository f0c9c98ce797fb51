// SPDX-License-Identifier: Apache-2.0

using System.Xml;

namespace Rapporteur.Formats.Packages;

/// <summary>What a document tells of itself: title, author, day on which it was written.</summary>
internal sealed class DocumentProperties
{
    private string? title, creator, firstCreator, created, modified;

    /// <summary>Takes <c>docProps/core.xml</c> of a Word file or <c>meta.xml</c> of an OpenDocument.</summary>
    public void Take(XmlReader xml)
    {
        string? element = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element) element = xml.IsEmptyElement ? null : xml.LocalName;
            else if (xml.NodeType == XmlNodeType.EndElement) element = null;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && element is not null) Set(element, xml.Value);
        }
    }

    /// <summary>The options, with what the document tells and its text does not say better.</summary>
    /// <param name="options">The options.</param>
    /// <param name="shownTitle">The title as it stands in the text, or null.</param>
    public ReadOptions Over(ReadOptions options, string? shownTitle) => options with
    {
        Title = shownTitle ?? OneLine.OrNull(title), Author = OneLine.OrNull(firstCreator ?? creator), Published = IsoDate.From(created) ?? IsoDate.From(modified),
    };

    private void Set(string element, string value)
    {
        switch (element)
        {
            case "title": title ??= value; break;
            case "creator": creator ??= value; break;
            case "initial-creator": firstCreator ??= value; break;
            case "created" or "creation-date": created ??= value; break;
            case "modified" or "date": modified ??= value; break;
            default: break;
        }
    }
}
