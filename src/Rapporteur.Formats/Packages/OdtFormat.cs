// SPDX-License-Identifier: Apache-2.0

using System.Xml;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Packages;

/// <summary>An OpenDocument text (.odt): one text of paragraphs, headings and list items; its notes follow the body as a list.</summary>
internal sealed class OdtFormat : IFormat
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string Manifest = "META-INF/manifest.xml";
    private const string Content = "content.xml";

    /// <inheritdoc/>
    public string Name => "odt";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => new PackageHead(head).MediaType.StartsWith(OpenDocument, StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        string type = new PackageHead(new InputHead(source.Peek(InputHead.Size), context.Name)).MediaType;
        if (type.StartsWith(OpenDocument, StringComparison.Ordinal) && !type.StartsWith(OpenDocument + "text", StringComparison.Ordinal))
        {
            yield return context.Failure(null, $"it is an OpenDocument {type[OpenDocument.Length..]}, not a text");
            yield break;
        }

        (ZipPackage? opened, InputFault? fault) = ZipPackage.Open(source, context.Limits);
        if (opened is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        using ZipPackage package = opened;
        List<InputFault> faults = [];
        bool isEncrypted = false;
        package.ReadXml(
            Manifest,
            xml =>
            {
                while (xml.Read()) isEncrypted |= xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" };
            },
            faults);
        if (isEncrypted || !package.Has(Content))
        {
            yield return context.Failure(null, isEncrypted ? "it is encrypted, and can't be read without its password" : $"it is no OpenDocument: there is no {Content} in it");
            yield break;
        }

        var text = new BlockText();
        var body = new OdtText(text);
        package.ReadXml(Content, body.Take, faults);
        var properties = new DocumentProperties();
        package.ReadXml("meta.xml", properties.Take, faults);
        foreach (InputItem item in PackageText.Items(text, properties, body.Deletions, body.Comments, faults, context)) yield return item;
    }
}
