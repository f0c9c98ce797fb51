// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Fuzz.Made;

namespace Rapporteur.Tests.Formats;

/// <summary>What comes of mails and mailboxes.</summary>
public sealed class MailTests
{
    private const string Head = "From: Ana <a@example.org>\r\nDate: Mon, 6 May 2024 10:00:00 +0200\r\nSubject: News\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void A_newsletter_is_read_once_and_its_footing_is_not_analysed()
    {
        var mail = Assert.IsType<InputText>(Read(MadeMail.Newsletter()).Single());
        Assert.Equal(
            [
                "Title: The week: ferry fares – and a resignation", "Heading: Ferry fares to double",
                "Paragraph: Transport minister Ilya Brenn said fares would double in May. “Nobody asked the islands,” mayor Tove Lind said.",
                "Heading: Harbor master resigns", "Paragraph: Harbor master Kai Dahl resigned on Thursday, a year before his term ends.",
                "Paragraph: You are receiving this email because you signed up. Unsubscribe",
            ],
            Blocks(mail));
        Assert.Equal(("The week: ferry fares – and a resignation", null, "The Strait Weekly", "2024-03-22T07:00:00+01:00", "https://strait.example/weekly/12"),
            (mail.Options.Title, mail.Options.Author, mail.Options.Outlet, mail.Options.Published, mail.Options.Url));
        Assert.Equal(["You are receiving this email because you signed up. Unsubscribe: it is about the mailing list"], Unread(mail));
    }

    [Fact]
    public void A_release_is_read_with_what_is_attached()
    {
        InputItem[] items = [.. Read(MadeMail.Release())];
        var mail = Assert.IsType<InputText>(items[0]);
        Assert.Equal(
            [
                "Title: Dam at Kesh put off", "Paragraph: Water minister Dora Halvi announced today that the dam at\nKesh would be put off until June.",
                "List: The council of Kesh welcomed it.", "List: The builders’ union condemned it.", "Paragraph: Press office", "Paragraph: Water Ministry, Kesh",
            ],
            Blocks(mail));
        Assert.Equal(["Press office: it is the signature of the mail", "Water Ministry, Kesh: it is the signature of the mail"], Unread(mail));
        Assert.Equal(("Press office, Water Ministry", null), (mail.Options.Author, mail.Options.Outlet));
        Assert.Equal("the attached dam.png is a picture or recording and was left out", mail.Note);
        Assert.Equal(("a/dam.docx", "Ministry puts off the dam at Kesh"), (items[1].Name, Assert.IsType<InputText>(items[1]).Options.Title));
        Assert.Equal(2, items.Length);
    }

    [Fact]
    public void A_mailbox_gives_its_mails_one_by_one()
    {
        InputText[] mails = [.. Read(MadeMail.Mailbox()).Cast<InputText>()];
        Assert.Equal([("a/1", "Ana Ruiz", "2024-05-06T10:00:00+02:00"), ("a/2", "Ben Okoye", "2024-05-06T10:30:00+02:00")], mails.Select(m => (m.Name, m.Options.Author, m.Options.Published)));
        Assert.EndsWith("\n\nFrom what the clerk told me, nobody had expected it.", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("the clerk René Paul told me.", mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "On Mon, 6 May 2024 at 10:00, Ana Ruiz <ana@ledger.example> wrote:\n> The mayor of Lakeside resigned this morning, his office said. The\n> council will meet tonight.: it is quoted from an earlier mail",
                "Ben Okoye: it is the signature of the mail",
            ],
            Unread(mails[1]));
    }

    [Fact]
    public async Task What_is_quoted_is_kept_and_no_entry_is_made_of_it()
    {
        List<Rapporteur.Records.Report> reports = [];
        await foreach (var result in new RapporteurReader().ReadManyAsync(Read(MadeMail.Mailbox()), r => r))
            reports.Add(Assert.IsType<ReadResult<Rapporteur.Records.Report>.Read>(result).Value);
        Assert.Contains("resigned this morning", reports[1].Document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reports[1].Document.Statements.ToArray(), s => s.ToString().Contains("resigned", StringComparison.Ordinal));
        Assert.Contains(reports[1].Unread, u => u.Why == "it is quoted from an earlier mail");
    }

    [Fact]
    public void A_quotation_in_html_comes_last_and_is_not_analysed()
    {
        var mail = Assert.IsType<InputText>(Read(Mail("Content-Type: text/html; charset=utf-8", "<p>The vote is off.</p><div class=gmail_quote><div class=gmail_attr>On Monday Ben wrote:</div><blockquote>The vote is on.</blockquote></div><p>Ask the clerk.</p>")).Single());
        Assert.Equal("News\n\nThe vote is off.\n\nAsk the clerk.\n\nOn Monday Ben wrote:\n\nThe vote is on.", mail.Text);
        Assert.Equal(["On Monday Ben wrote:: it is quoted from an earlier mail", "The vote is on.: it is quoted from an earlier mail"], Unread(mail));
    }

    [Theory]
    [InlineData("windows-1251", "Совет отложил голосование о мосте.")]
    [InlineData("koi8-r", "Совет отложил голосование о мосте.")]
    [InlineData("shift_jis", "首相は演説した。")]
    [InlineData("utf-8", "The café’s owner said no.")]
    public void A_mail_is_read_in_the_charset_it_declares(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"{Head}Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"), .. Encoding.GetEncoding(charset).GetBytes(text)];
        var mail = Assert.IsType<InputText>(Read(bytes).Single());
        Assert.Equal(("News\n\n" + text, null), (mail.Text, mail.Note));
    }

    [Fact]
    public void A_mail_inside_a_mail_is_read_until_too_deep()
    {
        string inner = "From: Z <z@example.org>\r\nDate: Mon, 6 May 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\n\r\nThe innermost.";
        for (int i = 0; i < 6; i++) inner = $"{Head}Content-Type: multipart/mixed; boundary=\"x{i}\"\r\n\r\n--x{i}\r\nContent-Type: text/plain\r\n\r\nLevel {i}.\r\n--x{i}\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--x{i}--\r\n";
        InputItem[] items = [.. Read(Encoding.ASCII.GetBytes(inner))];
        Assert.Equal(["News\n\nLevel 5.", "News\n\nLevel 4.", "News\n\nLevel 3.", "News\n\nLevel 2."], items.OfType<InputText>().Select(t => t.Text));
        Assert.Equal("attachments stand more than 3 deep in one another", Assert.IsType<InputFailure>(items[^1]).Reason);
    }

    [Theory]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "it is encrypted or signed (S/MIME) in a way that is not read")]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x", "it is encrypted")]
    [InlineData("Content-Type: text/plain; charset=nonsense", "it declares the charset 'nonsense', which is not read")]
    [InlineData("Content-Type: text/plain", "the mail holds no text")]
    public void A_mail_that_cannot_be_read_says_so(string type, string reason)
        => Assert.Equal(reason, Assert.IsType<InputFailure>(Read(Mail(type, type.EndsWith("plain", StringComparison.Ordinal) ? "" : "--x\r\n\r\nabc\r\n--x--\r\n")).Single()).Reason);

    [Fact]
    public void An_attachment_that_is_no_text_is_named()
        => Assert.Equal(("a/x.db", "it is an SQLite database, not a text"), Read(MadeMail.Release("Content-Type: application/octet-stream", "x.db", "SQLite format 3\0"u8.ToArray())).OfType<InputFailure>().Select(f => (f.Name, f.Reason)).Single());

    [Theory]
    [InlineData("a.txt", "From: Ana\nTo: Ben\nSubject: News\n\nA memo that somebody typed.\n")]
    [InlineData("a.txt", "From what he said, nothing will change.\n\nFrom the start, she added, it was so.\n")]
    public void A_text_that_only_looks_like_a_mail_is_a_text(string name, string text)
        => Assert.True(Assert.IsType<InputText>(new InputReader().Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text))).Single()).IsVerbatim);

    [Fact]
    public void A_mail_of_a_mailbox_that_is_too_large_is_named_and_the_rest_read()
    {
        string mail = "From a@example.org Mon May  6 10:00:00 2024\n" + Head.Replace("\r", "", StringComparison.Ordinal) + "\n{0}\n\n";
        string box = mail.Replace("{0}", "The first.", StringComparison.Ordinal) + mail.Replace("{0}", new string('x', 5000), StringComparison.Ordinal) + mail.Replace("{0}", "The third.", StringComparison.Ordinal);
        InputItem[] items = [.. new InputReader(new InputLimits { MaxDocumentBytes = 1000 }).Read("a", new MemoryStream(Encoding.ASCII.GetBytes(box)))];
        Assert.Equal(["a/1", "a", "a/3"], items.Select(i => i.Name));
        Assert.Equal("mail 2", Assert.IsType<InputFailure>(items[1]).Place);
    }

    private static byte[] Mail(string type, string body) => Encoding.UTF8.GetBytes($"{Head}{type}\r\n\r\n{body}");

    private static IEnumerable<string> Blocks(InputText text) => text.Options.Blocks.Select(b => $"{b.Kind}: {b.Span.In(text.Text)}");

    private static IEnumerable<string> Unread(InputText text) => text.Options.Unread.Select(u => $"{u.Span.In(text.Text)}: {u.Why}");

    private static IEnumerable<InputItem> Read(byte[] bytes) => new InputReader().Read("a", new MemoryStream(bytes));
}
