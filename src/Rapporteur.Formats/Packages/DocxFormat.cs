// SPDX-License-Identifier: Apache-2.0

using System.Xml;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>A Word file (.docx): one text of paragraphs, headings and list items; foot- and endnotes follow the body as a list.</summary>
internal sealed class DocxFormat : IFormat
{
    private const string Usual = "word/document.xml";

    /// <inheritdoc/>
    public string Name => "docx";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => new PackageHead(head).Has("[Content_Types].xml", "_rels/.rels", "word/", "docProps/");

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (ZipPackage? opened, InputFault? fault) = ZipPackage.Open(source, context.Limits);
        if (opened is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        using ZipPackage package = opened;
        List<InputFault> faults = [];
        string main = MainPart(package, faults);
        if (!package.Has(main))
        {
            yield return context.Failure(null, $"it is {KindOf(package)}, not a text");
            yield break;
        }

        string folder = main[..(main.LastIndexOf('/') + 1)];
        var styles = new DocxStyles();
        package.ReadXml(folder + "styles.xml", styles.Take, faults);
        var text = new BlockText();
        var body = new DocxText(text, styles);
        package.ReadXml(main, xml => body.Take(xml), faults);
        package.ReadXml(folder + "footnotes.xml", xml => body.Take(xml, isNotes: true), faults);
        package.ReadXml(folder + "endnotes.xml", xml => body.Take(xml, isNotes: true), faults);
        var properties = new DocumentProperties();
        package.ReadXml("docProps/core.xml", properties.Take, faults);
        foreach (InputItem item in PackageText.Items(text, properties, body.Deletions, body.Comments, faults, context)) yield return item;
    }

    /// <summary>The part that the package names as its document, or the usual one.</summary>
    private static string MainPart(ZipPackage package, List<InputFault> faults)
    {
        string? found = null;
        package.ReadXml(
            "_rels/.rels",
            xml =>
            {
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true) found ??= xml.GetAttribute("Target")?.TrimStart('/');
                }
            },
            faults);
        return found is not null && found.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && package.Has(found) ? found : Usual;
    }

    private static string KindOf(ZipPackage package)
        => package.Names.Any(n => n.StartsWith("xl/", StringComparison.Ordinal)) ? "an Excel file"
            : package.Names.Any(n => n.StartsWith("ppt/", StringComparison.Ordinal)) ? "a PowerPoint file" : "an Office package without a document";
}
