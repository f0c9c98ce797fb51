// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Net;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Rapporteur.Benchmarks;

/// <summary>The sample reports as documents and mail: all of them in one document, but a chapter or a mail each.</summary>
internal static class DocumentReports
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", OfficeText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const int LettersInLine = 90, LinesOnPage = 55;

    public static byte[] Docx() => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{Each(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")}</w:body></w:document>"));

    public static byte[] Odt() => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<office:document-content xmlns:office=\"{Office}\" xmlns:text=\"{OfficeText}\"><office:body><office:text>{Each(line => $"<text:p>{line}</text:p>")}</office:text></office:body></office:document-content>"));

    public static byte[] Epub()
    {
        string[] chapters = [.. SampleReports.Texts.Select(text => $"<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>A</title></head><body>{string.Concat(Lines(text).Select(line => $"<p>{line}</p>"))}</body></html>")];
        return Zip(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>"),
            ("a.opf", $"<package><manifest>{string.Concat(chapters.Select((_, i) => $"<item id=\"c{i}\" href=\"c{i}.xhtml\" media-type=\"application/xhtml+xml\"/>"))}</manifest><spine>{string.Concat(chapters.Select((_, i) => $"<itemref idref=\"c{i}\"/>"))}</spine></package>"),
            .. chapters.Select((chapter, i) => ($"c{i}.xhtml", chapter)),
        ]);
    }

    public static byte[] Pdf()
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        PdfPageBuilder? page = null;
        int at = LinesOnPage;
        foreach (string line in SampleReports.Texts.SelectMany(text => text.Split('\n')).Select(Plain).SelectMany(Wrap))
        {
            if (at++ == LinesOnPage) (page, at) = (builder.AddPage(PageSize.A4), 1);
            page!.AddText(line, 10, new PdfPoint(60, 800 - (12 * at)), font);
        }

        return builder.Build();
    }

    public static byte[] Mail(string text) => Encoding.UTF8.GetBytes($"From: Ana <a@ledger.example>\nDate: Thu, 2 May 2024 06:30:00 +0000\nSubject: A report\nMessage-ID: <1@ledger.example>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n");

    public static byte[] Mailbox() => [.. SampleReports.Texts.SelectMany(text => (byte[])[.. "From a@ledger.example Thu May  2 06:30:00 2024\n"u8, .. Mail(text)])];

    private static string Each(Func<string, string> paragraph) => string.Concat(SampleReports.Texts.SelectMany(Lines).Select(paragraph));

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WebUtility.HtmlEncode).OfType<string>();

    /// <summary>What the standard fonts of PDF have glyphs for.</summary>
    private static string Plain(string line)
        => string.Concat(line.Select(c => c switch { '“' or '”' => '"', '’' or '‘' => '\'', '—' or '–' => '-', < ' ' or > '~' => ' ', _ => c }));

    private static IEnumerable<string> Wrap(string line)
    {
        while (line.Length > LettersInLine && line.LastIndexOf(' ', LettersInLine) is > 0 and int blank)
        {
            yield return line[..blank];
            line = line[(blank + 1)..];
        }

        if (!string.IsNullOrWhiteSpace(line)) yield return line;
    }

    private static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                using Stream entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return target.ToArray();
    }
}
