// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Formats.Html;

namespace Rapporteur.Tests.Formats;

/// <summary>What comes of pages that are not as they should be.</summary>
public sealed class HtmlTests
{
    private const string First = "The council of the valley met on Tuesday, in the old hall, and put off the vote on the ferry, which had been set for noon.";
    private const string Second = "Its chair said that the papers had come late, that nobody had read them, and that the vote would be held on Friday, at the latest.";

    [Theory]
    [InlineData("<meta property=og:title content='Ferry vote put off | The Ledger'>", "<h1>The Ledger</h1><article><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("<meta property=og:title content='Ferry vote put off'>", "<h1 hidden>Menu and search</h1><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("<meta property=og:title content='Ferry vote put off'>", "<h1>The Ledger</h1><h2 class=headline>Ferry vote put off</h2>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("<meta property=og:site_name content='The Ledger'>", "<h1>The Ledger</h1><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("", "<header><h1>Open Coast</h1></header><article><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("", "<h1><a href='/'>Open Coast</a></h1><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("", "<div style='display: none'><h1>Subscribe</h1></div><h1>Ferry vote put off</h1>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("", "<header><h1>Ferry vote put off</h1></header>", "Ferry vote put off", "Ferry vote put off")]
    [InlineData("<meta property=og:title content='Why the ferry must wait'>", "<h1>Ferry vote put off</h1>", "Why the ferry must wait", "Ferry vote put off")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Ferry vote put off in the…\"}</script>", "<h1>Ferry vote put off in the valley</h1>", "Ferry vote put off in the valley", "Ferry vote put off in the valley")]
    [InlineData("<title>Ferry vote put off</title>", "", "Ferry vote put off", First)]
    public void The_title_is_the_one_that_the_page_tells_and_shows(string head, string body, string title, string firstBlock)
    {
        InputText text = Text($"<html><head><meta charset=utf-8>{head}</head><body>{body}<p>{First}</p><p>{Second}</p></body></html>");
        Assert.Equal(title, text.Options.Title);
        Assert.Equal(firstBlock, Words(text, 0));
        Assert.Equal(firstBlock == First ? 0 : 1, text.Options.Blocks.Count(b => b.Kind == PassageKind.Title));
        Assert.Equal(1, text.Options.Blocks.Count(b => b.Span.In(text.Text).SequenceEqual(firstBlock)));
    }

    [Fact]
    public void A_page_whose_article_cannot_be_found_is_read_whole()
    {
        var format = new HtmlFormat(new ArticleFinder(_ => throw new InvalidOperationException("no such node")));
        string page = $"<html><body><h1>A</h1><p>{First}</p></body></html>";
        var context = new FormatContext("a.html", InputLimits.Default, new FormatOptions(), 0, (_, _) => [], CancellationToken.None);
        var text = Assert.IsType<InputText>(format.Read(new InputSource(new MemoryStream(Encoding.UTF8.GetBytes(page))), context).Single());
        Assert.Equal($"A\n\n{First}", text.Text);
        Assert.Equal("its article could not be told from the rest (no such node); the whole page was read", text.Note);
    }

    [Theory]
    [InlineData("utf-8", "UTF-8", new byte[] { 0xE9 })]
    [InlineData("utf-8", "UTF-8", new byte[] { 0xE2, 0x80 })]
    [InlineData("gb18030", "gb18030", new byte[] { 0xFF })]
    public void A_bad_byte_is_replaced_and_told(string charset, string name, byte[] bad)
    {
        string before = $"<html><head><meta charset={charset}></head><body><p>One, and tw";
        byte[] page = [.. Encoding.ASCII.GetBytes(before), .. bad, .. Encoding.ASCII.GetBytes($" three.</p><p>{First}</p></body></html>")];
        var text = Assert.IsType<InputText>(Read(page));
        Assert.Equal($"1 place is not valid {name}, the first at byte {before.Length}, and became U+FFFD", text.Note);
        Assert.StartsWith("One, and tw\uFFFD three.", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_than_it_says_is_read_in_what_it_looks_like()
    {
        string page = $"<html><head><meta charset=utf-8></head><body><p>{string.Concat(Enumerable.Repeat("La sesión terminó después de las diez. ", 20))}</p></body></html>";
        InputText text = Assert.IsType<InputText>(Read(Encoding.Latin1.GetBytes(page)));
        Assert.StartsWith("La sesión terminó después", text.Text, StringComparison.Ordinal);
        Assert.Equal($"it declares UTF-8 and is not valid in it at byte {page.IndexOf('ó', StringComparison.Ordinal)}; windows-1252 was assumed", text.Note);
    }

    [Fact]
    public void A_page_whose_encoding_cannot_be_told_is_refused()
    {
        byte[] page = [.. "<html><head><meta charset=utf-8></head><body><p>"u8, .. Enumerable.Repeat((byte[])[.. "xq"u8, 0xFF, .. "zv "u8, 0x81], 40).SelectMany(b => b), .. "</p></body></html>"u8];
        var failure = Assert.IsType<InputFailure>(Read(page));
        Assert.Equal("byte 50", failure.Place);
        Assert.Equal("it is not valid UTF-8 there, nor at 79 other places; the page is in another encoding, which it should declare", failure.Reason);
    }

    [Fact]
    public void Bad_bytes_are_counted_across_the_decoders_chunks()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat($"<p>{First}</p>", 3000)))];
        foreach (int place in new[] { 70_001, 140_003, 300_000 }) page[place] = 0xFF;
        Assert.StartsWith("3 places are not valid UTF-8, the first at byte 70001,", Assert.IsType<InputText>(Read(page)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_that_stand_there_more_than_once_are_mapped_to_their_own_place()
    {
        string page = $"""
            <html><head><title>Yes</title></head><body><nav><a href=x>Yes</a> <a href=y>No.</a></nav><p hidden>Yes</p>
            <h1 id=title>Yes</h1><p id=caption>No.</p><p id=first>{First} No. Yes</p><h2 id=again>Yes</h2><p id=short>No.</p><p id=second>{Second}</p><p id=last>No.</p><footer>No. <p>No.</p></footer></body></html>
            """;
        InputText text = Text(page);
        Assert.Equal(["Yes", "No.", $"{First} No. Yes", "No.", Second, "No."], text.Options.Blocks.Select((_, i) => Words(text, i)).ToArray());
        Assert.Equal(
            new[] { "title", "caption", "first", "short", "second", "last" }.Select(id => page.IndexOf($"id={id}>", StringComparison.Ordinal) + id.Length + 4),
            text.Options.Blocks.Select(b => text.Map!.ToSource(b.Span.Start)));
    }

    [Fact]
    public void A_numbered_character_of_windows_1252_is_mapped()
    {
        string page = $"<html><body><p>The ferry&#146;s owner.</p><p>{First}</p></body></html>";
        InputText text = Text(page);
        Assert.StartsWith("The ferry’s owner.", text.Text, StringComparison.Ordinal);
        Assert.Equal(page.IndexOf('&', StringComparison.Ordinal), text.Map!.ToSource(text.Text.IndexOf('’', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<div>word, <b id={0}>word {0}</div></i>")]
    [InlineData("<p><b id={0}>word, word {0}")]
    [InlineData("<font size={0}><p>word, word {0}")]
    [InlineData("<b id={0}><p><i id={0}></b>word, word {0}")]
    public void Formatting_that_is_left_open_again_and_again_costs_no_word(string piece)
    {
        string page = "<html><body>" + string.Concat(Enumerable.Range(0, 200).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal)));
        Assert.True(TagNesting.Of(page, 500).IsTangled);
        InputText text = Text(page);
        Assert.Equal(200, text.Options.Blocks.Count);
        Assert.EndsWith("word 199", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_that_is_closed_is_left_alone()
        => Assert.False(TagNesting.Of(string.Concat(Enumerable.Repeat("<p><b>one</b> <i>two</i> <a href=x>three</a></p><table><tr><td><font size=1><b>x</b></font></table>", 20_000)), 500).IsTangled);

    [Fact]
    public void Without_formatting_the_words_and_links_are_the_same()
        => Assert.Equal("<p>wo&amp;rd <a href='<b>'>x</a><script>'<b>'</script>end", FormattingTags.Without("<p>w<b>o</b>&amp;<I x='>'>rd <a href='<b>'>x</a><script>'<b>'</script></i>end"));

    [Fact]
    public void A_page_of_very_many_elements_is_read_whole()
    {
        string page = "<html><body>" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<p>Line {i}.</p>"));
        var text = Assert.IsType<InputText>(new InputReader(new InputLimits { MaxArticleElements = 20 }).Read("a.html", new MemoryStream(Encoding.UTF8.GetBytes(page))).Single());
        Assert.Equal(30, text.Options.Blocks.Count);
        Assert.StartsWith("it has more than 20 elements", text.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one<br>two<br>three<p>four", "one two three|four")]
    [InlineData("one<br><br>two<br>\n <br>three", "one|two|three")]
    [InlineData("one\n<br>two", "one two")]
    [InlineData("one<br><br><br><br>two", "one|two")]
    public void Two_line_breaks_part_paragraphs(string body, string blocks)
    {
        InputText text = Text("<html><body>" + body);
        Assert.Equal(blocks, string.Join('|', text.Options.Blocks.Select((_, i) => Words(text, i))));
    }

    private static InputItem Read(byte[] page) => new InputReader().Read("a.html", new MemoryStream(page)).Single();

    private static InputText Text(string page) => Assert.IsType<InputText>(Read(Encoding.UTF8.GetBytes(page)));

    private static string Words(InputText text, int block) => text.Options.Blocks[block].Span.In(text.Text).ToString();
}
