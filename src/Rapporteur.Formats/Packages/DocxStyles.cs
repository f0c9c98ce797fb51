// SPDX-License-Identifier: Apache-2.0

using System.Xml;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Packages;

/// <summary>The paragraph styles of a Word file: what kind of passage each of them makes.</summary>
internal sealed class DocxStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, (string? Name, string? Parent)> styles = new(StringComparer.Ordinal);

    /// <summary>Takes <c>word/styles.xml</c>.</summary>
    public void Take(XmlReader xml)
    {
        string? id = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "style": id = DocxText.Value(xml, "styleId"); break;
                case "name" when id is not null: styles[id] = (DocxText.Value(xml, "val"), Parent(id)); break;
                case "basedOn" when id is not null: styles[id] = (Name(id), DocxText.Value(xml, "val")); break;
                default: break;
            }
        }
    }

    /// <summary>The kind of a paragraph in a style; null where it is left out: a line of the table of contents.</summary>
    public PassageKind? KindOf(string style)
    {
        string? id = style;
        for (int step = 0; id is not null && step < MostAncestors; step++, id = Parent(id))
        {
            // Names are English in every language of Word; ids are not. A file without styles has only ids.
            string name = (Name(id) ?? id).ToLowerInvariant();
            if (name.StartsWith("toc ", StringComparison.Ordinal) || name == "table of figures") return null;
            if (Known(name) is { } kind) return kind;
        }

        return PassageKind.Paragraph;
    }

    private static PassageKind? Known(string name) => name switch
    {
        "title" or "heading 1" or "heading1" => PassageKind.Title,      // below another block, the text makes it a heading
        "subtitle" => PassageKind.Heading,
        "caption" => PassageKind.Caption,
        "byline" or "author" => PassageKind.Byline,
        _ when name.StartsWith("heading", StringComparison.Ordinal) => PassageKind.Heading,
        _ when name.StartsWith("list bullet", StringComparison.Ordinal) || name.StartsWith("list number", StringComparison.Ordinal) => PassageKind.List,
        _ => null,
    };

    private string? Name(string id) => styles.GetValueOrDefault(id).Name;

    private string? Parent(string id) => styles.GetValueOrDefault(id).Parent;
}
