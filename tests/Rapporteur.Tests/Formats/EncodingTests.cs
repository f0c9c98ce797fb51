// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;

namespace Rapporteur.Tests.Formats;

/// <summary>What bytes are taken for: by their mark, by declaration, by what they look like, or not at all.</summary>
public sealed class EncodingTests
{
    private const string English = "The minister said “no” to the café owners, and that she’d never agree. Müller & Søren – of the opposition – asked for a vote. ";
    private const string German = "Der Minister erklärte, die Straße müsse für Bürger geöffnet bleiben. Größere Änderungen würden später beschlossen. ";
    private const string Russian = "Министр заявил, что правительство не намерено менять бюджет страны в этом году. Оппозиция выступила против. ";
    private const string Japanese = "首相は月曜日に議会で演説し、新しい法案について説明した。野党は反対している。";
    private const string Chinese = "总理星期一在议会发表讲话，解释了新法案。反对党表示反对。";

    public EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string> Texts => new()
    {
        { English, "windows-1252", "windows-1252" }, { German, "windows-1252", "windows-1252" }, { German, "iso-8859-1", "windows-1252" },
        { Russian, "windows-1251", "windows-1251" }, { Russian, "koi8-r", "koi8-r" }, { Russian, "iso-8859-5", "iso-8859-5" },
        { Japanese, "shift_jis", "shift-jis" }, { Japanese, "euc-jp", "euc-jp" }, { Chinese, "gb18030", "gb18030" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_encoding_is_told_from_the_bytes_and_noted(string text, string encoding, string name)
    {
        var read = Assert.IsType<InputText>(Read("a.txt", Encoding.GetEncoding(encoding).GetBytes(text)).Single());
        Assert.Equal(text, read.Text);
        Assert.StartsWith("it declares no encoding and is not valid UTF-8 at byte ", read.Note, StringComparison.Ordinal);
        Assert.EndsWith($"; {name} was assumed", read.Note, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_is_read_in_the_encoding_it_declares(string text, string encoding, string name)
    {
        byte[] page = [.. Encoding.ASCII.GetBytes($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={encoding}\"></head><body><p>"), .. Encoding.GetEncoding(encoding).GetBytes(text), .. "</p></body></html>"u8];
        var read = Assert.IsType<InputText>(Read("a.html", page).Single());
        Assert.Equal((text.TrimEnd(), null), (read.Text, read.Note));
        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_that_declares_nothing_is_read_in_what_it_looks_like(string text, string encoding, string name)
    {
        byte[] page = [.. "<html><body><p>"u8, .. Encoding.GetEncoding(encoding).GetBytes(text), .. "</p></body></html>"u8];
        var read = Assert.IsType<InputText>(Read("a.html", page).Single());
        Assert.Equal(text.TrimEnd(), read.Text);
        Assert.EndsWith($"; {name} was assumed", read.Note, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public void A_feed_is_read_in_the_encoding_it_declares_or_looks_like(string encoding)
    {
        string feed = $"<rss><channel><title>Ф</title><item><title>А</title><description>{Russian}{Russian}</description></item></channel></rss>";
        byte[] bytes = Encoding.GetEncoding(encoding).GetBytes(feed);
        var declared = Assert.IsType<InputText>(Read("a.xml", [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>"), .. bytes]).Single());
        var told = Assert.IsType<InputText>(Read("a.xml", bytes).Single());
        Assert.Equal((declared.Text, (string?)null), (told.Text, declared.Note));
        Assert.Contains("Министр", told.Text, StringComparison.Ordinal);
        Assert.EndsWith($"{encoding} was assumed", told.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", English)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-32", English)]
    [InlineData("utf-32", Russian)]
    [InlineData("utf-32BE", Japanese)]
    public void Wide_characters_are_told_without_a_mark_and_with_one(string encoding, string text)
    {
        Encoding given = Encoding.GetEncoding(encoding);
        Assert.Equal(text, Assert.IsType<InputText>(Read("a.txt", given.GetBytes(text)).Single()).Text);
        Assert.Equal(text, Assert.IsType<InputText>(Read("a.txt", [.. given.GetPreamble(), .. given.GetBytes(text)]).Single()).Text);
    }

    [Fact]
    public void Text_far_below_the_start_may_tell_the_encoding()
    {
        string text = string.Concat(Enumerable.Repeat("The minister said no to all of it.\n", 6000)) + English;
        var read = Assert.IsType<InputText>(Read("a.txt", Encoding.GetEncoding(1252).GetBytes(text)).Single());
        Assert.Equal(text, read.Text);
        Assert.Contains("is not valid UTF-8 at byte 210018", read.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "title,text\nA,\"{0}\"\n", "a.csv")]
    [InlineData("windows-1252", "{{\"text\":\"{0}\"}}\n", "a.jsonl")]
    [InlineData("windows-1252", "[\n{{\"text\":\"{0}\"}}\n]", "a.json")]
    public void Tables_note_what_was_assumed(string encoding, string form, string name)
    {
        byte[] bytes = Encoding.GetEncoding(encoding).GetBytes(form.Replace("{0}", English, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
        var read = Assert.IsType<InputText>(Read(name, bytes).Single());
        Assert.Equal(English, read.Text);
        Assert.EndsWith("windows-1252 was assumed", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8_that_was_damaged_is_not_taken_for_another()
    {
        byte[] text = Encoding.UTF8.GetBytes(English + English);
        text[^20] = 0xFF;
        Assert.Contains("it is not valid UTF-8 there", Assert.IsType<InputFailure>(Read("a.txt", text).Single()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 0x8D, 0x8F, 0x90, 0x9D })]
    [InlineData(new byte[] { 0xD5, 0xD2, 0xD3 })]              // quotation marks of the Macintosh: no detector tells them
    public void English_with_implausible_letters_is_refused(byte[] odd)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("The minister said that it was not to be. ", 5))), .. odd.SelectMany(b => (byte[])[.. "don"u8, b, .. "t "u8])];
        Assert.IsType<InputFailure>(Read("a.txt", bytes).Single());
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 9 })]
    public void Small_numbers_are_no_text_in_wide_characters(byte[] numbers)
        => Assert.Contains("binary data", Assert.IsType<InputFailure>(Read("a", numbers).Single()).Reason, StringComparison.Ordinal);

    [Fact]
    public void Garbled_characters_are_told_and_left()
    {
        string garbled = Encoding.GetEncoding(1252).GetString(Encoding.UTF8.GetBytes("🎉 She’d")) + " never agree.";
        string text = "The minister 🎉 said. " + garbled;
        var read = Assert.IsType<InputText>(Read("a.txt", Encoding.UTF8.GetBytes(text)).Single());
        Assert.Equal(text, read.Text);
        Assert.Equal("its characters were garbled before it came here, in 2 places, the first at character 21: “ðŸŽ‰” for “🎉”; nothing was changed", read.Note);
    }

    [Theory]
    [InlineData("Le café, l’été, São Paulo, À la carte, “É”, Spaß“, Ñandú; Â")]
    [InlineData("Łódź, Čapek’s “R.U.R.” — Ængland’s Ã")]
    public void Letters_of_other_languages_are_not_taken_for_garbled(string text)
        => Assert.Null(Assert.IsType<InputText>(Read("a.txt", Encoding.UTF8.GetBytes(text)).Single()).Note);

    private static IEnumerable<InputItem> Read(string name, byte[] bytes) => new InputReader().Read(name, new MemoryStream(bytes));
}
