// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Archives;
using Rapporteur.Formats.Compression;
using Rapporteur.Formats.Feeds;
using Rapporteur.Formats.Html;
using Rapporteur.Formats.Packages;
using Rapporteur.Formats.Mail;
using Rapporteur.Formats.Pdf;
using Rapporteur.Formats.Tables;
using Rapporteur.Formats.Text;
using Rapporteur.Formats.Warc;

namespace Rapporteur.Formats;

/// <summary>The formats there are, in the order they are asked.</summary>
internal static class KnownFormats
{
    /// <summary>All of them; the last one takes whatever the others leave.</summary>
    public static IReadOnlyList<IFormat> All { get; } =
    [
        new WarcFormat(),
        new GzipFormat(),
        new ZstdFormat(),
        new XzFormat(),
        new Bzip2Format(),
        new PdfFormat(),
        new EpubFormat(),
        new OdtFormat(),
        new DocxFormat(),
        new ZipFormat(),
        new TarFormat(),
        new BinaryRefusal(),
        new MboxFormat(),
        new EmlFormat(),
        new FeedFormat(),
        new HtmlFormat(ArticleFinder.Default),
        new JsonFormat(),
        new JsonLinesFormat(),
        new CsvFormat(),
        new MarkdownFormat(),
        new PlainTextFormat(),
    ];

    /// <summary>The format of an input that starts so.</summary>
    public static IFormat Of(InputHead head) => All.First(format => format.Matches(head));

    /// <summary>The format of a name, letter case ignored, or null.</summary>
    public static IFormat? Named(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
