// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;
using Rapporteur.Fuzz.Made;

namespace Rapporteur.Fuzz;

/// <summary>What is fuzzed: a name, a seed input, and the parser that reads the bytes. An exception is a find.</summary>
public sealed record FuzzTarget(string Name, byte[] Seed, Func<byte[], IEnumerable<InputText>> Read)
{
    private static readonly RapporteurReader Reader = new();

    /// <summary>Reads the bytes and takes in what was read, but leaves the language alone: what costs a hundred times as much.</summary>
    public void Parse(byte[] bytes)
    {
        foreach (InputText _ in Read(bytes))
        {
        }
    }

    /// <summary>Reads the bytes and analyses what was read.</summary>
    public void Run(byte[] bytes)
    {
        foreach (InputText text in Read(bytes)) Reader.ReadAll(text.Text, text.Options);
    }
}

/// <summary>The targets: every parser of bytes from outside, and the reader itself.</summary>
public static class FuzzTargets
{
    private static readonly InputLimits Small = new() { MaxExpandedBytes = 1 << 20, ExpansionGrace = 1 << 16, MaxReportChars = 4000 };

    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new[]
    {
        Format("text", "“No,” Ana Ruiz said.\r\n\r\nEditor's note: This article was first published by The Ledger. 🎉 ''Yes''"),
        Format("markdown", "---\ntitle: A\ndate: 2024-05-02\n---\n# Head\n\n- one\n- two\n\n> “No,” he said.\n"),
        Format("html", "<!doctype html><html><head><script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"A\"}</script></head><body><h1>A</h1><p>&ldquo;No,&rdquo; he said&#46;</p><ul><li>one</ul></body></html>"),
        Format("feed", "<rss><channel><title>F</title><item><title>A</title><pubDate>Thu, 12 Sep 2024 06:30:00 GMT</pubDate><description>&lt;p&gt;“No,” he said.&lt;/p&gt;</description></item></channel></rss>"),
        Format("jsonl", "{\"text\":\"“No,” he said.\",\"date\":\"2024-05-02\"}\n{\"body\":\"\\u201cYes\\u201d\"}\n"),
        Format("json", "{\n  \"total\": 2,\n  \"articles\": [\n    {\"text\": \"“No,” he said.\", \"date\": \"2024-05-02\"},\n    {\"body\": \"\\u201cYes\\u201d\"}\n  ]\n}\n"),
        Format("csv", "title,text\nA,\"“No,”\nhe said.\"\nB,two\n"),
        new("docx", MadeDocuments.Docx(CompressionLevel.NoCompression), bytes => ReadAll("docx", bytes)),
        new("odt", MadeDocuments.Odt(CompressionLevel.NoCompression), bytes => ReadAll("odt", bytes)),
        new("epub", MadeDocuments.Epub(CompressionLevel.NoCompression), bytes => ReadAll("epub", bytes)),
        new("pdf", MadePdf.TwoArticles(), bytes => ReadAll("pdf", bytes)),
        new("pdf-plain", MadePdf.Uncompressed(), bytes => ReadAll("pdf", bytes)),
        new("eml", MadeMail.Release(), bytes => ReadAll("eml", bytes)),
        new("mbox", MadeMail.Mailbox(), bytes => ReadAll("mbox", bytes)),
        new("encodings", [.. "The minister said to the press that he’d be at the caf"u8, 0xE9, .. " on the 3rd, and that was it. "u8, 0xC2, 0xF7, 0xC0, 0xED], bytes => ReadAll("text", bytes)),
        new("gzip", Seeds.Gzip("{\"text\":\"“No,” he said.\"}\n"), bytes => ReadAll(null, bytes)),
        new("zstd", Seeds.Zstd("{\"text\":\"“No,” he said.\"}\n"), bytes => ReadAll(null, bytes)),
        new("xz", Seeds.Xz("{\"text\":\"“No,” he said.\"}\n"), bytes => ReadAll(null, bytes)),
        new("bzip2", Seeds.Bzip2("{\"text\":\"“No,” he said.\"}\n"), bytes => ReadAll(null, bytes)),
        new("zip", Seeds.Zip(("a.txt", "“No,” he said."), ("b/c.html", "<html><p>“Yes,” she said.")), bytes => ReadAll(null, bytes)),
        new("tar", Seeds.Tar(("a.txt", "“No,” he said."), ($"b/{new string('c', 150)}.txt", "“Yes,” she said.")), bytes => ReadAll(null, bytes)),
        new("warc", Seeds.Warc(Seeds.Response("https://ledger.example/a", "text/html; charset=utf-8", "<html><p>“No,” he said."), Seeds.Response("https://ledger.example/b", "text/plain\r\nTransfer-Encoding: chunked", "e\r\n“Yes,” she\r\n5\r\nsaid.\r\n0\r\n\r\n")), bytes => ReadAll(null, bytes)),
        new("warc-gzip", Seeds.WarcGzip(Seeds.Response("https://ledger.example/a", "text/html", "<html><p>“No,” he said."), Seeds.Response("https://ledger.example/b", "text/plain", "“Yes,” she said.")), bytes => ReadAll(null, bytes)),
        new("manifest", "name,published\na.txt,2024-05-02\n"u8.ToArray(), ReadManifest),
    }.ToDictionary(target => target.Name);

    private static FuzzTarget Format(string name, string seed) => new(name, Encoding.UTF8.GetBytes(seed), bytes => ReadAll(name, bytes));

    private static IEnumerable<InputText> ReadAll(string? format, byte[] bytes) =>
        new InputReader(Small, new FormatOptions { Format = format }) { ThrowsOwnFaults = true }
            .Read("input", new MemoryStream(bytes)).OfType<InputText>();

    private static IEnumerable<InputText> ReadManifest(byte[] bytes)
    {
        try
        {
            Manifest.Read("manifest", new StringReader(Encoding.UTF8.GetString(bytes)));
        }
        catch (FormatException)
        {
            // what a bad manifest is meant to give
        }

        return [];
    }
}
