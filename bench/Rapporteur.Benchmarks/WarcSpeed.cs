// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;

namespace Rapporteur.Benchmarks;

/// <summary>Makes a web archive of pages as news sites have them, gzipped record by record, and times how fast it is read.</summary>
internal static class WarcSpeed
{
    private const int Seed = 7;

    /// <summary>Makes an archive of so many megabytes, unless it is there, and reads it.</summary>
    public static int Measure(string path, int megabytes)
    {
        if (!File.Exists(path)) Make(path, (long)megabytes << 20);
        double size = new FileInfo(path).Length / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {size:0.0} MB"));
        Time("gunzip alone", size, () =>
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int got; (got = gzip.Read(buffer)) > 0;) total += got;
            return total;
        });
        Time("records passed over", size, () => Read(path, new InputReader(options: new FormatOptions { Records = RecordRange.Parse("1000000000:") })));
        // A page of no bytes is all that is let through: each is decoded up to the first buffer, and refused before it is parsed.
        Time("up to the HTML parser", size, () => Read(path, new InputReader(new InputLimits { MaxHtmlBytes = 0 })));
        Time("text of the articles", size, () => Read(path, new InputReader()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;
    }

    private static long Read(string path, InputReader reader)
    {
        using FileStream file = File.OpenRead(path);
        long count = 0;
        foreach (InputItem item in reader.Read("a.warc.gz", file)) count += item is InputText text ? text.Text.Length : 1;
        return count;
    }

    private static void Time(string what, double size, Func<long> run)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long start = Stopwatch.GetTimestamp(), result = run();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds, processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-22} {size / wall,8:0.0} MB/s  {size / processor,8:0.0} MB a second of processor time  ({result:N0})"));
    }

    private static void Make(string path, long bytes)
    {
#pragma warning disable RS0030 // The same archive each time.
        var random = new Random(Seed);
#pragma warning restore RS0030
        string[] words = [.. SampleReports.Texts.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        using FileStream file = File.Create(path);
        for (int page = 0; file.Length < bytes; page++)
        {
            byte[] body = Encoding.UTF8.GetBytes(Page(page, words, random));
            byte[] http = [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
            byte[] record = [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/{page}\r\nWARC-Date: 2024-05-02T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];
            using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(record);
            file.Flush();
        }
    }

    private static string Page(int number, string[] words, Random random)
    {
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>\n");
        for (int i = 0; i < 40; i++) page.Append(CultureInfo.InvariantCulture, $"<script src=\"/static/{random.Next():x8}.js\" async></script><link rel=\"stylesheet\" href=\"/static/{random.Next():x8}.css\">\n");
        page.Append("<script>window.state = {");
        for (int i = 0; i < 300; i++) page.Append(CultureInfo.InvariantCulture, $"\"{words[random.Next(words.Length)]}\": {random.Next()}, ");
        page.Append("};</script></head><body><nav><ul>");
        for (int i = 0; i < 120; i++) page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item menu-item-{i}\"><a href=\"/section/{Words(1)}\">{Words(2)}</a></li>\n");
        page.Append(CultureInfo.InvariantCulture, $"</ul></nav><main><article><h1>Page {number}</h1>");
        for (int i = 0; i < 12; i++) page.Append(CultureInfo.InvariantCulture, $"<p>{Words(60)}.</p>\n");
        page.Append("</article></main><aside>");
        for (int i = 0; i < 60; i++) page.Append(CultureInfo.InvariantCulture, $"<div class=\"teaser teaser-small\"><a href=\"/{random.Next():x8}\"><img src=\"/img/{random.Next():x8}.jpg\" alt=\"{Words(3)}\"><span>{Words(8)}</span></a></div>\n");
        return page.Append("</aside><footer>The Ledger</footer></body></html>").ToString();
    }
}
