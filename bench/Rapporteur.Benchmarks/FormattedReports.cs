// SPDX-License-Identifier: Apache-2.0

using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Fuzz;

namespace Rapporteur.Benchmarks;

/// <summary>The sample reports in each format that is read.</summary>
internal static class FormattedReports
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Func<IReadOnlyList<byte[]>>> Writers = new(StringComparer.Ordinal)
    {
        ["text"] = () => [.. SampleReports.Texts.Select(Bytes)],
        ["gzip"] = () => [.. SampleReports.Texts.Select(Seeds.Gzip)],
        ["html"] = () => [.. SampleReports.Texts.Select(text => Bytes(Page(text)))],
        ["feed"] = () => [Bytes(Feed())],
        ["jsonl"] = () => [Bytes(string.Concat(SampleReports.Texts.Select(text => JsonSerializer.Serialize(new { text, published = "2024-05-02" }, Letters) + "\n")))],
        ["json"] = () => [Bytes(JsonSerializer.Serialize(SampleReports.Texts.Select(text => new { text, published = "2024-05-02" }), Letters))],
        ["docx"] = () => [DocumentReports.Docx()],
        ["odt"] = () => [DocumentReports.Odt()],
        ["epub"] = () => [DocumentReports.Epub()],
        ["pdf"] = () => [DocumentReports.Pdf()],
        ["eml"] = () => [.. SampleReports.Texts.Select(DocumentReports.Mail)],
        ["mbox"] = () => [DocumentReports.Mailbox()],
        ["zip"] = () => [Seeds.Zip([.. Files()])],
        ["tar"] = () => [Seeds.Tar([.. Files()])],
        ["zstd"] = () => [.. SampleReports.Texts.Select(Seeds.Zstd)],
        ["bzip2"] = () => [.. SampleReports.Texts.Select(Seeds.Bzip2)],
        ["warc"] = () => [Seeds.Warc([.. Responses()])],
        ["warc-gzip"] = () => [Seeds.WarcGzip([.. Responses()])],
        ["csv"] = () => [Bytes("title,text\r\n" + string.Concat(SampleReports.Texts.Select(text => $"none,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n")))],
    };

    /// <summary>The formats' names.</summary>
    public static IEnumerable<string> Names => Writers.Keys;

    /// <summary>The inputs that hold all the reports.</summary>
    public static IReadOnlyList<byte[]> In(string format) => Writers[format]();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Paragraphs(string text)
        => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>\n"));

    private static string Page(string text)
        => $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:site_name" content="The Ledger">
            <script>window.page = [1, 2, 3];</script><style>@import url(page.css);</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <main><article><h1>A page</h1>{Paragraphs(text)}</article></main><aside><a href="/more">More to read</a></aside><footer>The Ledger</footer></body></html>
            """;

    private static string Feed()
        => $"""
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Ledger</title>
            {string.Concat(SampleReports.Texts.Select(text => $"<item><title>A report</title><pubDate>Thu, 02 May 2024 06:30:00 GMT</pubDate><description>{WebUtility.HtmlEncode(Paragraphs(text))}</description></item>\n"))}</channel></rss>
            """;

    private static IEnumerable<(string Name, string Text)> Files() => SampleReports.Texts.Select(static (text, i) => ($"{i}.txt", text));

    private static IEnumerable<byte[]> Responses() => SampleReports.Texts.Select(static (text, i) => Seeds.Response($"https://ledger.example/{i}", "text/html; charset=utf-8", Page(text)));
}
