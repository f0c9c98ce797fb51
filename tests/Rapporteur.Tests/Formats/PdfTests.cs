// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Fuzz.Made;

namespace Rapporteur.Tests.Formats;

/// <summary>What comes of PDFs: columns, pages, broken words, footnotes, running heads, several articles, scans, locks, damage.</summary>
public sealed class PdfTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void A_report_in_columns_is_read_in_order()
    {
        InputText text = Text(MadePdf.Report());
        Assert.Equal(
            [
                "Title: Tarn votes to close its last coal plant",
                "Paragraph: By Lena Moss",
                "Paragraph: The regional assembly in Tarn voted on Thursday to close the last of its coal plants, and governor Anna Reyes said that the decision was final. The plant, at Morvel, has 1,200 workers, most of whom live in the valley.",
                "Paragraph: Union leader Marc Dubal condemned the vote. He accused the governor of having broken a promise to the miners that she had made in 2021, before she was elected.",
                "Paragraph: Ms Reyes denied it. She said she had promised retraining, not coal, and that the assembly would hear the miners in June.",
                "Paragraph: The European Commission welcomed the decision, which a spokesman called brave. The opposition demanded a referendum.",
                "Paragraph: Its leader, Ivo Krall, warned that prices would rise by a tenth, and said that nobody had asked the self-employed what they would do without cheap power in winter. Three of the seven parties in the assembly voted against the plan.",
                "Heading: What comes next",
                "Paragraph: The ministry of energy must approve the plan within ninety days. Minister Paul Orsi told reporters that he would decide in July, and that he had not made up his mind.",
                "List: The plant closes in December.", "List: Its workers keep their pay until 2026.",
                "Paragraph: The assembly meets again on 4 June. It will then vote on the retraining fund, for which the governor has asked 40 million euros.",
                "List: Speech at Morvel, 4 March 2021, as printed in the plant's own paper.",
            ],
            Blocks(text));
        Assert.Equal(("Tarn votes to close its last coal plant", "Lena Moss", "2024-05-02T09:30:00+02:00"), (text.Options.Title, text.Options.Author, text.Options.Published));
        Assert.Equal("6 lines of running heads and page numbers left out", text.Note);
    }

    [Fact]
    public void The_place_of_words_is_their_page()
    {
        InputText text = Text(MadePdf.Report());
        Assert.Equal(("page 1", "page 2", "page 3", "page 1"), (Place("Union leader"), Place("cheap power"), Place("40 million"), Place("Speech at")));
        string? Place(string words) => SourcePlace.At(text.Options.Places, text.Text.IndexOf(words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_parts_of_a_long_text_keep_their_places()
    {
        InputText[] parts = [.. new InputReader(new InputLimits { MaxReportChars = 400 }).Read("a.pdf", new MemoryStream(MadePdf.Report())).Cast<InputText>()];
        Assert.True(parts.Length > 3);
        Assert.All(parts, p => Assert.NotNull(SourcePlace.At(p.Options.Places, 0)));
        Assert.Equal(["page 1", "page 2", "page 3", "page 1"], parts.SelectMany(p => p.Options.Places).Select(p => p.Name).Aggregate(new List<string>(), (all, name) => all is [.., var last] && last == name ? all : [.. all, name]));
        InputText second = parts.First(p => p.Text.Contains("40 million", StringComparison.Ordinal));
        Assert.Equal("page 3", SourcePlace.At(second.Options.Places, second.Text.IndexOf("40 million", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_uncompressed_page_is_read()
        => Assert.StartsWith("The vote\n\nThe council put off its commission, the mayor said, until June. No more", Text(MadePdf.Uncompressed()).Text.Replace("June.No", "June. No", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void The_map_knows_of_broken_words()
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 700, 10, "The com-").Line(60, 688, 10, "mission met.");
        InputText text = Text(pdf.Build());
        Assert.Equal("The commission met.", text.Text);
        // Its lines as they are set: "The com-", "mission met."
        Assert.Equal((6, 9, new TextSpan(4, 16)), (text.Map!.ToSource(6), text.Map.ToSource(7), text.Map.ToSource(new TextSpan(4, 14))));
    }

    [Theory]
    [InlineData("He said so.^1 It was on 4 May,^12 or later.", "He said so. It was on 4 May, or later.")]
    [InlineData("It took 12 km^2 of 3 m^3 each.", "It took 12 km2 of 3 m3 each.")]
    public void Marks_of_footnotes_are_not_words(string set, string read)
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 700, 10, set);
        Assert.Equal(read, Text(pdf.Build()).Text);
    }

    [Theory]
    [InlineData("the gov-", "ernment said so", "the government said so")]
    [InlineData("the Anglo-", "Saxon law", "the Anglo-Saxon law")]
    [InlineData("in 2023-", "24 it rose", "in 2023-24 it rose")]
    [InlineData("the self-", "styled king", "the self-styled king")]
    [InlineData("a well-to-", "do town", "a well-to-do town")]
    [InlineData("two -", "no, three", "two - no, three")]
    public void A_hyphen_at_the_end_of_a_line_is_joined_or_kept(string first, string second, string expected)
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 700, 10, first).Line(60, 688, 10, second);
        Assert.Equal(expected, Text(pdf.Build()).Text);
    }

    [Fact]
    public void A_hyphen_that_stands_elsewhere_in_the_document_is_kept()
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 700, 10, "It met a part-time clerk and a part-").Line(60, 688, 10, "time cook.");
        Assert.EndsWith("a part-time cook.", Text(pdf.Build()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_on_one_page_are_parted_at_their_headings()
    {
        InputText[] articles = [.. Read(MadePdf.TwoArticles()).Cast<InputText>()];
        Assert.Equal(["Mayor resigns over flood fund", "Lake bridge to open in May"], articles.Select(a => a.Options.Title));
        Assert.Equal("Lake bridge to open in May\n\nBy Sven Okker\n\nThe bridge over the lake will open in May,", articles[1].Text[..85]);
        Assert.Equal("the article on page 1 that begins “Lake bridge to open in May”", articles[1].Note);
        Assert.All(articles, a => Assert.Equal("page 1", SourcePlace.At(a.Options.Places, 0)));
    }

    [Theory]
    [InlineData("T", "he council met on Monday and put off", "The council met")]
    [InlineData("A", "council met on Monday and put it off", "A council met")]
    public void A_large_first_letter_belongs_to_the_first_line(string cap, string first, string expected)
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 682, 28, cap).Line(88, 694, 10, first).Line(88, 682, 10, "the vote on the ferry, as its chair had").Line(60, 670, 10, "asked it to do, and went home before the bells rang.");
        Assert.Equal($"{expected} {first[(first.IndexOf("met", StringComparison.Ordinal) + 4)..]} the vote on the ferry, as its chair had asked it to do, and went home before the bells rang.", Text(pdf.Build()).Text);
    }

    [Fact]
    public void A_table_of_contents_is_left_out()
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 700, 10, "Roads . . . . . . . . . . . . . . 3").Line(60, 688, 10, "Rivers ............................ 12").Line(60, 640, 10, "The council met... or so it said.");
        InputText text = Text(pdf.Build());
        Assert.Equal(("The council met... or so it said.", "2 lines of a table of contents left out"), (text.Text, text.Note));
    }

    [Fact]
    public void Numbers_set_off_from_their_items_are_no_column()
    {
        var pdf = new MadePdf();
        pdf.Page();
        for (int i = 1; i <= 5; i++) pdf.Line(60, 700 - (14 * i), 10, $"{i}.").Line(90, 700 - (14 * i), 10, $"Item {i} of the council's list.");
        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"List: Item {i} of the council's list."), Blocks(Text(pdf.Build())));
    }

    [Fact]
    public void Chapters_of_a_report_are_not_parted()
    {
        var pdf = new MadePdf();
        pdf.Page().Line(60, 780, 24, "The valley in ten years");
        double y = 740;
        foreach (string chapter in new[] { "Roads", "Rivers", "Schools" })
        {
            pdf.Line(60, y, 16, chapter);
            y = pdf.Column(60, y - 24, 470, 10, string.Concat(Enumerable.Repeat("The council said that it would look after all of them in time. ", 6)).TrimEnd()) - 20;
        }

        Assert.Equal(["Title: The valley in ten years", "Heading: Roads", "Heading: Rivers", "Heading: Schools"], Blocks(Text(pdf.Build())).Where(b => !b.StartsWith("Paragraph", StringComparison.Ordinal)));
    }

    [Fact]
    public void Pages_without_a_text_layer_are_named()
    {
        var pdf = new MadePdf();
        pdf.Page().Picture(Dot).Page().Line(60, 700, 10, "The council met on Monday.").Page().Picture(Dot).Page().Picture(Dot).Page();
        InputItem[] items = [.. Read(pdf.Build())];
        Assert.Equal("The council met on Monday.", Assert.IsType<InputText>(items[0]).Text);
        Assert.Equal(["page 1", "pages 3 to 4"], items[1..].Select(i => Assert.IsType<InputFailure>(i).Place));
        Assert.All(items[1..], i => Assert.Equal("it is a picture without a text layer (a scan), which is not read", ((InputFailure)i).Reason));
    }

    [Fact]
    public void A_locked_document_is_named()
    {
        string locked = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -60>>endobj\n";
        int[] at = [.. Enumerable.Range(1, 4).Select(i => locked.IndexOf($"{i} 0 obj", StringComparison.Ordinal))];
        string table = "xref\n0 5\n0000000000 65535 f \n" + string.Concat(at.Select(a => $"{a:D10} 00000 n \n")) + $"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n{locked.Length}\n%%EOF\n";
        Assert.Equal("it is encrypted, and can't be read without its password", Assert.IsType<InputFailure>(Read(Encoding.ASCII.GetBytes(locked + table)).Single()).Reason);
    }

    [Fact]
    public void Half_a_document_is_named_or_read_as_far_as_it_goes()
        => Assert.NotEmpty(Read(MadePdf.Report()[..3000]).OfType<InputFailure>());

    private static InputText Text(byte[] bytes) => Assert.IsType<InputText>(Assert.Single(Read(bytes)));

    private static IEnumerable<string> Blocks(InputText text) => text.Options.Blocks.Select(b => $"{b.Kind}: {b.Span.In(text.Text)}");

    private static InputItem[] Read(byte[] bytes) => [.. new InputReader().Read("a.pdf", new MemoryStream(bytes))];
}
