// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Fuzz.Made;

namespace Rapporteur.Tests.Formats;

/// <summary>What comes of Word files, OpenDocument texts and EPUBs, whole and broken.</summary>
public sealed class PackageTests
{
    [Fact]
    public void A_word_file_gives_its_blocks_with_changes_accepted_and_notes_last()
    {
        var text = Assert.IsType<InputText>(Read("a", MadeDocuments.Docx()).Single());
        Assert.Equal(
            [
                "Title: Ministry puts off the dam at Kesh", "Heading: Vote moved to June", "Paragraph: Water minister Dora Halvi said on Monday that the dam at Kesh would be put off until June.",
                "Paragraph: “We will not drown a valley for a ribbon,” she told reporters.", "List: The council of Kesh welcomed the delay.", "List: The builders’ union condemned it.",
                "Paragraph: The union’s head, Per Lomm, accused the minister of breaking her word.", "Paragraph: The dam was promised in 2019.", "List: Decree 14 of the ministry, 29 April 2024.",
            ],
            Blocks(text));
        Assert.Equal(("Ministry puts off the dam at Kesh", "Press office", "2024-05-02T08:00:00+00:00"), (text.Options.Title, text.Options.Author, text.Options.Published));
        Assert.Equal("1 tracked deletion was left out; 1 comment was left out", text.Note);
        Assert.True(text.Options.OneReport);
    }

    [Theory]
    [InlineData("Titel", "Title")]
    [InlineData("berschrift2", "Heading")]
    [InlineData("Mein", "Heading")]
    [InlineData("Verzeichnis1", null)]
    [InlineData("nosuch", "Paragraph")]
    public void A_style_tells_by_its_name_and_that_of_its_ancestors(string style, string? kind)
    {
        var text = Assert.IsType<InputText>(Read("a", MadeDocuments.Docx(CompressionLevel.Fastest, MadeDocuments.Styled(style, "Words in style.") + "<w:p><w:r><w:t>More words.</w:t></w:r></w:p>")).Single());
        Assert.Equal(kind is null ? null : $"{kind}: Words in style.", Blocks(text).FirstOrDefault(b => b.EndsWith("in style.", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_opendocument_gives_its_blocks_without_deletions_and_comments()
    {
        var text = Assert.IsType<InputText>(Read("a", MadeDocuments.Odt()).Single());
        Assert.Equal(
            [
                "Title: Greens leave the coalition in Ostrava", "Heading: A quarrel over water", "Paragraph: Party leader Jana Horak said that the Greens would leave the city’s coalition.",
                "Paragraph: Mayor Petr Kolda denied that he had broken the agreement.", "List: The Greens want the wells closed.", "List: The mayor wants them kept.", "List: They have four of its 30 seats.",
            ],
            Blocks(text));
        Assert.Equal(("Jana Horak", "2024-03-04T10:00:00"), (text.Options.Author, text.Options.Published));
        Assert.Equal("1 tracked deletion was left out; 1 comment was left out", text.Note);
    }

    [Fact]
    public void An_epub_gives_an_item_for_each_chapter_with_words()
    {
        InputText[] chapters = [.. Read("a", MadeDocuments.Epub()).Cast<InputText>()];
        Assert.Equal(["Ferry fares to double", "Dockers end their strike"], chapters.Select(c => c.Options.Title));
        Assert.All(chapters, c => Assert.Equal(("Mira Solt and Jon Ek", "The Strait Weekly", "2024-03-22"), (c.Options.Author, c.Options.Outlet, c.Options.Published)));
        Assert.Equal(
            ["Title: Ferry fares to double", "Paragraph: Transport minister Ilya Brenn said fares would double in May.", "Paragraph: “Nobody asked the islands,” mayor Tove Lind told The Strait Weekly.", "Paragraph: The islands have 4,000 people.", "List: Fares were last raised in 2017."],
            Blocks(chapters[0]));
        Assert.Equal("chapter 3 (OEBPS/text/strike.xhtml)", SourcePlace.At(chapters[1].Options.Places, 10));
    }

    [Fact]
    public void Packages_that_are_no_text_are_named()
    {
        Assert.Equal("it is an Excel file, not a text", Failure(MadeZip.Of(CompressionLevel.Fastest, ("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>"))).Reason);
        Assert.Equal("it is a PowerPoint file, not a text", Failure(MadeZip.Of(CompressionLevel.Fastest, ("[Content_Types].xml", "<x/>"), ("ppt/presentation.xml", "<x/>"))).Reason);
        Assert.Equal("it is an OpenDocument spreadsheet, not a text", Failure(MadeZip.Of(CompressionLevel.Fastest, ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))).Reason);
        Assert.Equal("it is encrypted, and can't be read without its password", Failure(MadeDocuments.Odt(CompressionLevel.Fastest, "", "<manifest:encryption-data/>")).Reason);
    }

    [Fact]
    public void A_broken_part_is_named_and_what_stands_before_it_read()
    {
        InputItem[] items = [.. Read("a", MadeDocuments.Docx(CompressionLevel.Fastest, "<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:p>"))];
        Assert.Equal(["Paragraph: One.", "Paragraph: Two.", "List: Decree 14 of the ministry, 29 April 2024."], Blocks(Assert.IsType<InputText>(items[0])));
        Assert.Equal(("word/document.xml, line 1", "it is not well-formed XML there; what stands before was read"), Place(Assert.IsType<InputFailure>(items[1])));
    }

    [Fact]
    public void A_document_type_is_not_read()
        => Assert.Contains(
            ("word/document.xml, line 1", "it declares a document type, which is not read"),
            Read("a", MadeZip.Of(CompressionLevel.Fastest, ("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"))).OfType<InputFailure>().Select(Place));

    [Fact]
    public void A_part_that_expands_too_far_is_stopped()
    {
        string words = string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>No, said he.</w:t></w:r></w:p>", 600_000));
        var failure = Assert.IsType<InputFailure>(Read("a", MadeDocuments.Docx(CompressionLevel.SmallestSize, words)).Last());
        Assert.Equal(("word/document.xml", "it expands to more than a document may, or to very many times its size: it is a bomb"), Place(failure));
    }

    [Fact]
    public void A_document_over_the_limit_is_refused()
        => Assert.Equal("it is larger than 0 MB", Assert.IsType<InputFailure>(new InputReader(new InputLimits { MaxDocumentBytes = 1000 }).Read("a", new MemoryStream(MadeDocuments.Docx())).Single()).Reason);

    [Fact]
    public void Half_a_document_is_named()
        => Assert.Equal("it is no whole ZIP file, which such a document is; it ends early or is damaged", Failure(MadeDocuments.Docx()[..900]).Reason);

    [Fact]
    public void Deep_nesting_has_an_end()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:p><w:r>", 100_000)) + "<w:t>x</w:t>";
        Assert.NotEmpty(Read("a", MadeDocuments.Docx(CompressionLevel.NoCompression, deep)));
    }

    [Fact]
    public void Chapters_that_are_missing_or_locked_are_named()
    {
        byte[] book = MadeDocuments.Epub(CompressionLevel.Fastest, ("a.xhtml", MadeDocuments.Page("A", "<p>One.</p>")), ("b.xhtml", MadeDocuments.Page("B", "<p>Two.</p>")));
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("OEBPS/a.xhtml")!.Delete();
            using var lockFile = new StreamWriter(zip.CreateEntry("META-INF/encryption.xml").Open(), Encoding.UTF8);
            lockFile.Write("<encryption><EncryptedData><EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/><CipherData><CipherReference URI=\"OEBPS/b.xhtml\"/></CipherData></EncryptedData></encryption>");
        }

        Assert.Equal(
            [("chapter 1 (OEBPS/a.xhtml)", "the book names it and does not hold it"), ("chapter 2 (OEBPS/b.xhtml)", "it is encrypted, as books with rights management are")],
            Read("a.epub", stream.ToArray()).Select(i => Place(Assert.IsType<InputFailure>(i))));
    }

    private static InputFailure Failure(byte[] bytes) => Assert.IsType<InputFailure>(Read("a", bytes).Single());

    private static (string? Place, string Reason) Place(InputFailure failure) => (failure.Place, failure.Reason);

    private static IEnumerable<string> Blocks(InputText text) => text.Options.Blocks.Select(b => $"{b.Kind}: {b.Span.In(text.Text)}");

    private static IEnumerable<InputItem> Read(string name, byte[] bytes) => new InputReader().Read(name, new MemoryStream(bytes));
}
