// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Text;
using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Formats;

namespace Rapporteur.Tests.Formats;

/// <summary>What comes of inputs of every kind, and of bad ones.</summary>
public sealed class InputReaderTests
{
    [Theory]
    [InlineData("", "a.txt: the input is empty")]
    [InlineData(" \n ", "a.txt: the input is empty")]
    [InlineData("\u007fELF", "a.txt: it is a program (ELF), not a text")]
    [InlineData("ab\0cd", "a.txt: it is binary data (a NUL at byte 2), not a text")]
    [InlineData("a\0\0\0", "a.txt: it is binary data (a NUL at byte 1), not a text")]
    public void A_bad_text_is_a_failure_with_its_reason(string text, string expected) => Assert.Equal(expected, Failure(Read("a.txt", Encoding.UTF8.GetBytes(text)).Single()));

    [Fact]
    public void Bytes_that_are_no_utf8_are_named_by_their_place()
        => Assert.StartsWith("a.txt, byte 3: it is not valid UTF-8 there", Failure(Read("a.txt", [0x61, 0x62, 0x63, 0xe9, 0x64]).Single()), StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_is_named_by_its_place()
        => Assert.StartsWith("a.txt, byte 4: there is half a surrogate pair", Failure(Read("a.txt", [0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x62, 0]).Single()), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void A_text_is_decoded_as_it_stands(string encoding, bool mark)
    {
        const string Text = "“Héllo 🎉,” she said.\r\nNext.";
        Encoding given = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? given.GetPreamble() : [], .. given.GetBytes(Text)];
        var text = Assert.IsType<InputText>(Read("a.txt", bytes).Single());
        Assert.Equal(Text, text.Text);
        Assert.True(text.IsVerbatim);
        Assert.Equal(new TextSpan(0, Text.Length - 1), text.SourceSpan);
    }

    [Fact]
    public void A_long_text_comes_in_parts_that_make_it_up()
        => Gen.OneOf(Gen.Const("\n\n"), Gen.Const("\n"), Gen.Const("🎉"), Gen.Const("No. "), Gen.Const("\r\n"), Gen.Const("words and words "), Gen.Const("x"))
            .Array[1, 200].Select(string.Concat).Where(t => !string.IsNullOrWhiteSpace(t)).Sample(
                text =>
                {
                    var parts = new InputReader(new InputLimits { MaxReportChars = 50 }).Read("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(text))).Cast<InputText>().ToList();
                    Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
                    Assert.All(parts, p => Assert.True(p.Text.Length <= 50));
                    Assert.Equal(parts.Skip(1).Select(p => p.SourceSpan!.Value.Start), parts.SkipLast(1).Select(p => p.SourceSpan!.Value.End));
                },
                iter: 500);

    [Fact]
    public void A_page_gives_its_article_with_metadata_and_a_map()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "page.html"));
        var text = Assert.IsType<InputText>(Read("page.html", Encoding.UTF8.GetBytes(page)).Single());
        Assert.Equal(("Harbor workers vote to stay out", "Ilse Brandt", "The Aarholm Ledger", "2024-05-02T09:30:00+02:00", "https://ledger.example/harbor"),
            (text.Options.Title, text.Options.Author, text.Options.Outlet, text.Options.Published, text.Options.Url));
        Assert.Equal(
            [PassageKind.Title, PassageKind.Caption, PassageKind.Paragraph, PassageKind.Paragraph, PassageKind.Paragraph, PassageKind.Heading, PassageKind.Paragraph, PassageKind.SocialPost],
            text.Options.Blocks.Select(b => b.Kind));
        Assert.DoesNotContain("Politics", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry fares", text.Text, StringComparison.Ordinal);
        CheckMap(page, text);
    }

    [Fact]
    public void Maps_lead_back_to_the_character_or_its_entity()
        => Gen.OneOf(
                Gen.Const("<p>No &amp; yes&mdash;now.</p>"), Gen.Const("<div>one <b>two</b>  three<br>four</div>"), Gen.Const("<h2>A &#8220;head&#x201D;</h2>"),
                Gen.Const("<!-- no --><script>var no = '<p>';</script>"), Gen.Const("<ul><li>first<li>second</ul>"), Gen.Const("<p title='a>b'>attr"), Gen.Const("text & more"), Gen.Const("<p>🎉 &hellip;"))
            .Array[1, 20].Select(parts => "<html><body>" + string.Concat(parts)).Sample(
                page =>
                {
                    foreach (InputText text in Read("a.html", Encoding.UTF8.GetBytes(page)).OfType<InputText>()) CheckMap(page, text);
                },
                iter: 200);

    [Theory]
    [InlineData("<html><body>", "<div>", 1_000_000, "nested more than 500 deep")]
    [InlineData("<html><body>", "<b><i>", 500_000, "nested more than 500 deep")]
    [InlineData("<html><body><div>", "<", 2_000_000, null)]
    public void Hostile_pages_are_refused_or_read_in_bounded_time(string start, string piece, int count, string? reason)
    {
        InputItem[] items = [.. Read("a.html", Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, count))))];
        if (reason is not null) Assert.Contains(reason, Failure(Assert.Single(items)), StringComparison.Ordinal);
        else Assert.Equal(count, items.Cast<InputText>().Sum(t => t.Text.Length));
    }

    [Fact]
    public void A_feed_gives_its_entries_whatever_their_dates()
    {
        byte[] feed = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "feed.xml"));
        InputText[] entries = [.. Read("feed.xml", feed).Cast<InputText>()];
        Assert.Equal(["2024-09-12T06:30:00+00:00", null, "2024-09-13T09:00:00+02:00"], entries.Select(e => e.Options.Published));
        Assert.All(entries, e => Assert.Equal("The Karlshavn Post", e.Options.Outlet));
        Assert.Equal("Tomas Quill", entries[0].Options.Author);
        Assert.Equal("Ferry workers & owners agree on pay", entries[1].Options.Title);
    }

    [Theory]
    [InlineData("<title>A</title><title>B</title>")]
    [InlineData("<title>A</title><pubDate>Thu, 12 Sep 2024 06:30:00 GMT</pubDate><dc:date>2024-09-12</dc:date>")]
    [InlineData("<title>A</title><author>a@example.org (Ana)</author><dc:creator>Ana</dc:creator>")]
    [InlineData("<title>A</title><link>https://a.example/</link><link>https://b.example/</link>")]
    [InlineData("<title>A</title><description>d</description><description>e</description><updated>x</updated><updated>y</updated>")]
    public async Task A_field_that_stands_twice_in_an_entry_is_taken_once(string fields)
    {
        string feed = $"<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F</title><item>{fields}<description>“No,” he said.</description></item></channel></rss>";
        InputItem item = await Task.Run(() => Read("a.xml", Encoding.UTF8.GetBytes(feed)).Single()).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("A", Assert.IsType<InputText>(item).Options.Title);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xBF }, "a.xml, byte 3: it is not valid UTF-8 there")]         // a mark, then no character
    [InlineData(new byte[] { }, "a.xml, line 1: it is not valid in the encoding")]
    public void A_feed_of_bad_bytes_is_a_failure(byte[] start, string reason)
    {
        byte[] feed = [.. start, .. "<?xml version='1.0' encoding='nonsense'?><rss><channel><item><title>A</title></item></channel></rss>"u8];
        var reader = new InputReader(options: new FormatOptions { Format = "feed" }) { ThrowsOwnFaults = true };
        Assert.StartsWith(reason, Failure(reader.Read("a.xml", new MemoryStream(feed)).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_with_tags_too_deep_is_taken_as_words()
    {
        string feed = $"<rss><channel><item><title><![CDATA[{string.Concat(Enumerable.Repeat("<div>", 90_000))}]]></title><description>“No,” he said.</description></item></channel></rss>";
        Assert.EndsWith("“No,” he said.", Assert.IsType<InputText>(Read("a.xml", Encoding.UTF8.GetBytes(feed)).Single()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_what_stands_before()
    {
        byte[] feed = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "feed.xml"));
        InputItem[] items = [.. Read("feed.xml", feed[..(feed.Length * 2 / 3)])];
        Assert.IsType<InputText>(items[0]);
        Assert.Contains("not well-formed XML", Failure(items[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_with_a_document_type_is_refused()
        => Assert.Contains("document type", Failure(Read("a.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><rss><channel><item><title>&a;</title></item></channel></rss>"u8.ToArray()).Single()), StringComparison.Ordinal);

    [Fact]
    public void Json_lines_are_read_around_a_bad_one()
    {
        string lines = "{\"text\":\"One.\",\"date\":\"2024-05-02\",\"source\":\"Delta\"}\n{broken\n{\"words\":1}\n{\"Body\":\"Two.\"}\n{\"text\":\"\\ud800\"}\n";
        InputItem[] items = [.. Read("a.jsonl", Encoding.UTF8.GetBytes(lines))];
        Assert.Equal(["One.", "Two."], items.OfType<InputText>().Select(t => t.Text));
        Assert.Equal(("2024-05-02", "Delta"), (((InputText)items[0]).Options.Published, ((InputText)items[0]).Options.Outlet));
        Assert.Equal(["line 2", "line 3", "line 5"], items.OfType<InputFailure>().Select(f => f.Place));
        Assert.Contains("the fields are words", Failure(items[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_rows_are_read_around_a_bad_one()
    {
        string csv = "title;text\nA;\"One;\nstill one\"\nB\nC;Two\nD;\"open";
        InputItem[] items = [.. Read("a.csv", Encoding.UTF8.GetBytes(csv))];
        Assert.Equal(["One;\nstill one", "Two"], items.OfType<InputText>().Select(t => t.Text));
        Assert.Equal(["a.csv, line 4: the row has 1 columns, where the header has 2", "a.csv, line 6: a quoted cell that begins here is never closed"], items.OfType<InputFailure>().Select(Failure));
    }

    [Fact]
    public void Csv_rows_before_a_bad_byte_are_read()
    {
        InputItem[] items = [.. Read("a.csv", [.. "title,text\nA,One.\nB,Two.\nC,Th"u8, 0xE9, .. "ree.\n"u8])];
        Assert.Equal(["One.", "Two."], items.OfType<InputText>().Select(t => t.Text));
        Assert.StartsWith("a.csv, byte 29: it is not valid UTF-8 there", Assert.Single(items.OfType<InputFailure>().Select(Failure)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "title,text\n", "the table has a header row and no row below it")]
    [InlineData("a.json", "{\n\"articles\": []\n}", "object 1: there is no field text, body, content, article, story; the fields are articles")]
    [InlineData("a.json", "{\n\"\\ud800\": \"x\",\n\"text\": \"y\"\n}", "object 1: a string holds half a surrogate pair (a lone surrogate), which is no character")]
    [InlineData("a.json", "[{\"text\":\n", "line 2: it is not well-formed JSON at character 1")]
    public void An_input_that_holds_no_report_says_so(string name, string content, string reason)
        => Assert.EndsWith(reason, Failure(Read(name, Encoding.UTF8.GetBytes(content)).Single()), StringComparison.Ordinal);

    [Theory]
    [InlineData("[{\"text\":\"One.\"},{\"text\":\"Two.\"}]")]
    [InlineData("[\n  {\n    \"text\": \"One.\"\n  },\n  {\n    \"body\": \"Two.\"\n  }\n]\n")]
    [InlineData("{\n  \"status\": \"ok\",\n  \"articles\": [ {\"text\": \"One.\"},\n {\"text\": \"Two.\"} ]\n}")]
    public void Json_over_many_lines_gives_the_objects_of_its_list(string json)
        => Assert.Equal(["One.", "Two."], Read("a.json", Encoding.UTF8.GetBytes(json)).Select(i => Assert.IsType<InputText>(i).Text));

    [Fact]
    public void Json_of_one_report_is_that_report()
    {
        InputItem[] items = [.. Read("a", "{\n  \"title\": \"A\",\n  \"tags\": [{\"name\":\"x\"}],\n  \"text\": \"One.\"\n}"u8.ToArray())];
        Assert.Equal(("One.", "A"), (((InputText)items.Single()).Text, ((InputText)items[0]).Options.Title));
    }

    [Fact]
    public void A_bad_object_of_a_list_is_named_and_the_rest_read()
    {
        InputItem[] items = [.. Read("a.json", "[{\"text\":\"One.\"}, 5, {\"text\":\"\\ud800\"}, {\"words\":1}, {\"text\":\"Two.\"}]"u8.ToArray())];
        Assert.Equal(["One.", "Two."], items.OfType<InputText>().Select(t => t.Text));
        Assert.Equal(["object 2", "object 3", "object 4"], items.OfType<InputFailure>().Select(f => f.Place));
    }

    [Fact]
    public void A_long_field_comes_in_parts_that_make_it_up()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(i => $"Sentence {i} of it. "));
        InputText[] parts = [.. new InputReader(new InputLimits { MaxReportChars = 100 }).Read("a.jsonl", new MemoryStream(Encoding.UTF8.GetBytes($"{{\"title\":\"A\",\"text\":\"{text}\"}}\n"))).Cast<InputText>()];
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, p => Assert.True(p.Text.Length <= 100 && p.Options.Title == "A" && p.Options.OneReport));
        Assert.Equal("the text is longer than 100 characters and is read in parts", parts[0].Note);
        Assert.All(parts[1..], p => Assert.Null(p.Note));
    }

    [Fact]
    public void A_long_page_is_cut_between_its_blocks()
    {
        string page = "<html><body><h1>Title</h1>" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<p>Paragraph {i}, a short one.</p>")) + $"<p>{new string('x', 250)}</p>";
        InputText[] parts = [.. new InputReader(new InputLimits { MaxReportChars = 100 }).Read("a.html", new MemoryStream(Encoding.UTF8.GetBytes(page))).Cast<InputText>()];
        Assert.Equal(34, parts.Sum(p => p.Options.Blocks.Count));        // the last one is in three
        Assert.All(parts, p => Assert.All(p.Options.Blocks, b => Assert.True(b.Span.End <= p.Text.Length && !char.IsWhiteSpace(p.Text[b.Span.Start]))));
        Assert.Equal(250, parts.SelectMany(p => p.Options.Blocks.Select(b => b.Span.In(p.Text).ToString())).Sum(b => b.Count(c => c == 'x')));
        Assert.All(parts.SelectMany(p => p.Options.Blocks.Select(b => b.Span.In(p.Text).ToString())).Skip(1).Take(30), b => Assert.Matches("^Paragraph [0-9]+, a short one.$", b));
    }

    [Fact]
    public void A_text_field_can_be_named()
        => Assert.Equal("Two.", ((InputText)new InputReader(options: new FormatOptions { TextField = "words" }).Read("a.jsonl", new MemoryStream("{\"text\":\"One.\",\"words\":\"Two.\"}"u8.ToArray())).Single()).Text);

    [Fact]
    public void Gzip_is_read_through_and_an_early_end_is_told()
    {
        byte[] zipped = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"text\":\"Line {i * 7919 % 5003}.\"}}\n"))));
        Assert.Equal(5000, Read("a.jsonl.gz", zipped).OfType<InputText>().Count());
        InputItem[] cut = [.. Read("a.jsonl.gz", zipped[..(zipped.Length / 2)])];
        Assert.InRange(cut.OfType<InputText>().Count(), 1, 4999);
        Assert.Contains("gzip ends early", Failure(cut[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_bomb_is_stopped()
        => Assert.Contains("it is a bomb", Failure(Read("a.txt.gz", Gzip(new byte[200_000_000].AsSpan().ToArray().Select(_ => (byte)'a').ToArray())).Last()), StringComparison.Ordinal);

    [Fact]
    public void Gzip_in_gzip_has_an_end()
        => Assert.Contains("deep in one another", Failure(Read("a.gz", Gzip(Gzip(Gzip(Gzip("text"u8.ToArray()))))).Single()), StringComparison.Ordinal);

    [Fact]
    public void A_stream_that_fails_is_named_by_its_place()
        => Assert.Contains("it can't be read on", Failure(new InputReader().Read("a.txt", new Broken()).Single()), StringComparison.Ordinal);

    private static void CheckMap(string page, InputText text)
    {
        if (text.Map is not { } map) return;
        foreach (Block block in text.Options.Blocks)
        {
            for (int i = block.Span.Start; i < block.Span.End; i++)
            {
                if (char.IsWhiteSpace(text.Text[i])) continue;
                char there = page[map.ToSource(i)];
                Assert.True(there == text.Text[i] || there == '&', $"'{text.Text[i]}' is mapped to '{there}'");
            }
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(bytes);
        return target.ToArray();
    }

    private static IEnumerable<InputItem> Read(string name, byte[] bytes) => new InputReader().Read(name, new MemoryStream(bytes));

    private static string Failure(InputItem item)
        => Assert.IsType<InputFailure>(item) is var failure && failure.Place is null ? $"{failure.Name}: {failure.Reason}" : $"{failure.Name}, {failure.Place}: {failure.Reason}";

    private sealed class Broken : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the disk is gone");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the disk is gone");
    }
}
