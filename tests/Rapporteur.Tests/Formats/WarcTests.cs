// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Formats.Warc;
using Rapporteur.Fuzz;

namespace Rapporteur.Tests.Formats;

/// <summary>Web archives, sound and broken.</summary>
public sealed class WarcTests
{
    private const string Page = "<html><p>“No,” he said.";
    private const string No = "“No,” he said.";
    private const string A = "https://ledger.example/a";
    private const string B = "https://ledger.example/b";

    public static TheoryData<string, bool> Kinds => new() { { "a.warc", false }, { "a.warc.gz", true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_and_texts_are_read_with_their_addresses_and_no_date(string name, bool isCompressed)
    {
        InputText[] texts = [.. Read(name, Archive(isCompressed,
            Seeds.Record("warcinfo", "", "application/warc-fields", "software: none"u8.ToArray()), Seeds.Record("request", A, "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"u8.ToArray()),
            Seeds.Response(A, "text/html; charset=utf-8", Page), Seeds.Record("conversion", B, "text/plain", Encoding.UTF8.GetBytes(No)))).Cast<InputText>()];
        Assert.Equal([($"{name}/{A}", No, A, null), ($"{name}/{B}", No, B, (string?)null)], texts.Select(t => (t.Name, t.Text, t.Options.Url, t.Options.Published)));
    }

    [Fact]
    public void The_address_that_a_page_tells_of_itself_goes_first()
        => Assert.Equal(B, ((InputText)Read("a.warc", Seeds.Response(A, "text/html", $"<html><head><link rel=canonical href='{B}'></head><p>{No}")).Single()).Options.Url);

    [Theory]
    [InlineData("image/png", "x", "200 OK")]
    [InlineData("text/css", "p {}", "200 OK")]
    [InlineData("application/javascript", "a()", "200 OK")]
    [InlineData("text/html", Page, "404 Not Found")]
    [InlineData("text/html", Page, "301 Moved")]
    [InlineData("application/xml", "<?xml version='1.0'?><urlset><url/></urlset>", "200 OK")]
    [InlineData("text/html", "", "200 OK")]
    public void What_holds_no_report_is_passed_over(string type, string body, string status)
        => Assert.Equal([A], Read("a.warc", Seeds.Warc(Seeds.Response(B, type, body, status), Seeds.Response(A, "text/html", Page))).Select(i => ((InputText)i).Options.Url!));

    [Fact]
    public void The_charset_of_the_http_head_goes_before_that_of_the_page()
    {
        byte[] body = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"windows-1251\"\r\n\r\n<html><meta charset=utf-8><p>"u8, 0xCD, 0xE5, 0xF2];
        Assert.Equal("Нет", ((InputText)Read("a.warc", Seeds.Record("response", A, "application/http", body)).Single()).Text);
        byte[] plain = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n"u8, 0xCD, 0xE5, 0xF2];
        Assert.Equal("Нет", ((InputText)Read("a.warc", Seeds.Record("response", A, "application/http", plain)).Single()).Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void Chunks_are_joined_and_compression_undone(string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(compressed, CompressionLevel.Fastest) : encoding == "br" ? new BrotliStream(compressed, CompressionLevel.Fastest) : new ZLibStream(compressed, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(Page));
        byte[] sent = compressed.ToArray();
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: {encoding}\r\n\r\n5;a=b\r\n"), .. sent[..5],
            .. Encoding.UTF8.GetBytes($"\r\n{sent.Length - 5:x}\r\n"), .. sent[5..], .. "\r\n0\r\n\r\n"u8,
        ];
        Assert.Equal(No, ((InputText)Read("a.warc", Seeds.Record("response", A, "application/http", body)).Single()).Text);
    }

    [Fact]
    public void Fields_that_tell_of_chunks_and_compression_that_are_undone_already_do_no_harm()
        => Assert.Equal(No, ((InputText)Read("a.warc", Seeds.Response(A, "text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", Page)).Single()).Text);

    [Fact]
    public void Records_are_chosen_by_their_numbers()
    {
        byte[] archive = Seeds.WarcGzip([.. Enumerable.Range(1, 9).Select(i => Seeds.Response($"https://ledger.example/{i}", "text/html", Page))]);
        string[] Numbers(string range) => [.. new InputReader(options: new FormatOptions { Records = RecordRange.Parse(range) }).Read("a.warc.gz", new MemoryStream(archive)).Select(i => i.Name[^1..])];
        Assert.Equal(["3", "4", "5"], Numbers("3:5"));
        Assert.Equal(["8", "9"], Numbers("8:"));
        Assert.Equal(["1", "2"], Numbers(":2"));
        Assert.Empty(Numbers("10:"));
        Assert.All(new[] { "", "5", "5:3", "0:3", "a:b", "-1:4" }, r => Assert.Null(RecordRange.Parse(r)));
    }

    [Fact]
    public void A_broken_record_is_named_by_its_place_and_the_next_is_read()
    {
        byte[] first = Seeds.Response(A, "text/html", Page), broken = Seeds.Response(B, "text/html", Page);
        broken[9] = (byte)'x';
        "WARC-Xype"u8.CopyTo(broken.AsSpan("WARC/1.0\r\n".Length));
        InputItem[] items = [.. Read("a.warc", Seeds.Warc(first, broken, Seeds.Response(B, "text/html", Page)))];
        Assert.Equal([A, B], items.OfType<InputText>().Select(t => t.Options.Url!));
        Assert.Equal($"a.warc, record 2 at byte {first.Length}: there is no sound record; reading goes on at byte {first.Length + broken.Length}", Failure(items[1]));
    }

    [Theory]
    [InlineData(40)]        // inside the compressed bytes
    [InlineData(0)]         // the magic
    [InlineData(-5)]        // the checksum
    public void A_broken_member_is_named_by_its_place_and_the_next_is_read(int at)
    {
        byte[][] members = [.. new[] { A, B, "https://ledger.example/c" }.Select(a => Seeds.Gzip(Seeds.Response(a, "text/html", Page)))];
        members[1][at < 0 ? members[1].Length + at : at] ^= 0x55;
        InputItem[] items = [.. Read("a.warc.gz", Seeds.Warc(members))];
        string[] read = [.. items.OfType<InputText>().Select(t => t.Options.Url!).Where(u => u != B)];
        Assert.Equal([A, "https://ledger.example/c"], read);
        string failure = Failure(Assert.Single(items.OfType<InputFailure>()));
        Assert.Contains("damaged", failure, StringComparison.Ordinal);
        Assert.Contains("at byte ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_lost_its_end_does_not_take_the_next_one_with_it()
    {
        byte[][] members = [.. new[] { A, B, "https://ledger.example/c" }.Select(a => Seeds.Gzip(Seeds.Response(a, "text/html", Page)))];
        members[1] = members[1][..^30];
        InputItem[] items = [.. Read("a.warc.gz", Seeds.Warc(members))];
        Assert.Contains("https://ledger.example/c", items.OfType<InputText>().Select(t => t.Options.Url));
        Assert.Contains($"record 2 at byte {members[0].Length}", Failure(items.OfType<InputFailure>().Single(f => f.Place is not null)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_of_each_compressed_record_is_known()
    {
        byte[][] members = [.. Enumerable.Range(0, 200).Select(i => Seeds.Gzip(Seeds.Response(A, "text/html", Page + new string((char)('a' + (i % 26)), i * 37))))];
        using var bytes = new WarcBytes(new InputSource(new MemoryStream(Seeds.Warc(members))), true, new(InputLimits.Default, new InputSource(Stream.Null)));
        long place = 0;
        foreach (byte[] member in members)
        {
            bytes.SkipEmptyLines();
            Assert.Equal($"byte {place}", bytes.Place);
            Assert.True(bytes.Skip(WarcHead.Take(bytes)!.Length));
            place += member.Length;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_archive_that_was_cut_short_gives_what_stands_before(string name, bool isCompressed)
    {
        InputItem[] items = [.. Read(name, Archive(isCompressed, Seeds.Response(A, "text/html", Page), Seeds.Response(B, "text/html", Page + new string('x', 500)))[..^(isCompressed ? 30 : 300)])];
        Assert.Equal(A, ((InputText)items[0]).Options.Url);
        Assert.Contains("ends or is damaged inside the record", Failure(items[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_crawler_cut_short_has_a_note()
    {
        byte[] record = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Seeds.Response(A, "text/html", Page)).Replace("WARC-Date", "WARC-Truncated: length\r\nWARC-Date", StringComparison.Ordinal));
        Assert.Equal("the crawler kept only its first part (length)", ((InputText)Read("a.warc", record).Single()).Note);
    }

    [Fact]
    public void A_body_that_is_a_bomb_is_stopped()
    {
        byte[] body = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n"u8, .. Seeds.Gzip(new string('a', 30_000_000))];
        Assert.Contains("it is a bomb", Failure(Read("a.warc", Seeds.Record("response", A, "application/http", body)).OfType<InputFailure>().First()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_a_bomb_is_stopped()
        => Assert.Contains("it is a bomb", Failure(Read("a.warc.gz", Seeds.WarcGzip([.. Enumerable.Repeat(Seeds.Record("resource", A, "image/png", new byte[5_000_000]), 5)])).Last()), StringComparison.Ordinal);

    private static byte[] Archive(bool isCompressed, params byte[][] records) => isCompressed ? Seeds.WarcGzip(records) : Seeds.Warc(records);

    private static IEnumerable<InputItem> Read(string name, byte[] bytes) => new InputReader().Read(name, new MemoryStream(bytes));

    private static string Failure(InputItem item)
        => Assert.IsType<InputFailure>(item) is var failure && failure.Place is null ? $"{failure.Name}: {failure.Reason}" : $"{failure.Name}, {failure.Place}: {failure.Reason}";
}
