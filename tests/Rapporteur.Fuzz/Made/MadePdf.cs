// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Rapporteur.Fuzz.Made;

/// <summary>PDFs made by code: pages of A4, lines set where one says, columns filled word by word.</summary>
#pragma warning disable CA1001 // The builder holds memory alone.
public sealed class MadePdf
#pragma warning restore CA1001
{
    /// <summary>Where a word may be broken with a hyphen.</summary>
    public const char Break = '~';

    /// <summary>What raises the digits after it.</summary>
    public const char Raise = '^';

    private readonly PdfDocumentBuilder builder = new();
    private readonly PdfDocumentBuilder.AddedFont regular, bold;
    private PdfPageBuilder page = null!;

    public MadePdf(string? title = null, string? author = null, string? date = null)
    {
        regular = builder.AddStandard14Font(Standard14Font.TimesRoman);
        bold = builder.AddStandard14Font(Standard14Font.TimesBold);
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Author = author;
        builder.DocumentInformation.CreationDate = date;
    }

    /// <summary>Begins a page.</summary>
    public MadePdf Page()
    {
        page = builder.AddPage(PageSize.A4);
        return this;
    }

    /// <summary>Sets a line; digits after <see cref="Raise"/> are small and raised.</summary>
    public MadePdf Line(double x, double y, double size, string words, bool isBold = false)
    {
        while (words.Length > 0)
        {
            bool isRaised = words[0] == Raise;
            int end = isRaised ? 1 : words.IndexOf(Raise, StringComparison.Ordinal);
            while (isRaised && end < words.Length && char.IsDigit(words[end])) end++;
            string piece = end < 0 ? words : words[(isRaised ? 1 : 0)..end];
            IReadOnlyList<Letter> letters = page.AddText(piece, isRaised ? size * 0.6 : size, new PdfPoint(x, isRaised ? y + (size * 0.35) : y), isBold ? bold : regular);
            if (letters.Count > 0) x = letters[^1].EndBaseLine.X;
            words = end < 0 ? "" : words[end..];
        }

        return this;
    }

    /// <summary>Puts a picture on the page.</summary>
    public MadePdf Picture(byte[] png)
    {
        page.AddPng(png, new PdfRectangle(50, 50, 500, 700));
        return this;
    }

    /// <summary>Fills a column from a height down; gives the height of the line below it.</summary>
    public double Column(double x, double y, double width, double size, string words, double indent = 0, double leading = 1.2)
    {
        string line = "";
        double left = x + indent;
        foreach (string word in words.Split(' '))
        {
            string plain = word.Replace($"{Break}", "", StringComparison.Ordinal), longer = line.Length == 0 ? plain : $"{line} {plain}";
            if (left - x + Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            string rest = plain;
            int at = word.IndexOf(Break, StringComparison.Ordinal);
            if (at > 0 && left - x + Width($"{line} {word[..at]}-", size) <= width) (line, rest) = ($"{line} {word[..at].TrimEnd('-')}-", word[(at + 1)..]);
            Line(left, y, size, line);
            (line, left, y) = (rest, x, y - (size * leading));
        }

        if (line.Length > 0)
        {
            Line(left, y, size, line);
            y -= size * leading;
        }

        return y;
    }

    public byte[] Build() => builder.Build();

    private double Width(string words, double size)
    {
        IReadOnlyList<Letter> letters = page.MeasureText(words, size, new PdfPoint(0, 0), regular);
        return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X;
    }

    /// <summary>A report of three pages in two columns: title over both, running heads, page numbers, a footnote, a paragraph over the page, broken words.</summary>
    public static byte[] Report()
    {
        var pdf = new MadePdf("report-final.indd", "Lena Moss", "D:20240502093000+02'00'");
        string[] left =
        [
            "The regional assembly in Tarn voted on Thursday to close the last of its coal plants, and governor Anna Reyes said that the decision was final. The plant, at Morvel, has 1,200 workers, most of whom live in the valley.",
            "Union leader Marc Dubal condemned the vote. He accused the governor of hav~ing broken a promise to the miners that she had made in 2021,^1 before she was elected.",
            "Ms Reyes denied it. She said she had promised retraining, not coal, and that the assem~bly would hear the miners in June.",
        ];
        string[] right =
        [
            "The European Com~mission welcomed the decision, which a spokes~man called brave. The opposition demanded a refe~rendum.",
            "Its leader, Ivo Krall, warned that prices would rise by a tenth, and said that nobody had asked the self-~employed what they would do without",
        ];
        pdf.Page().Line(60, 800, 8, "Tarn Observer - The week in the valley");
        pdf.Line(60, 760, 22, "Tarn votes to close its last coal plant", isBold: true);
        pdf.Line(60, 738, 10, "By Lena Moss");
        double y = 710;
        foreach (string paragraph in left) y = pdf.Column(60, y, 220, 10, paragraph, indent: 12);
        pdf.Column(60, 100, 220, 8, "1 Speech at Morvel, 4 March 2021, as printed in the plant's own paper.");
        y = 710;
        foreach (string paragraph in right) y = pdf.Column(310, y, 220, 10, paragraph, indent: 12);
        pdf.Line(290, 30, 8, "1");
        pdf.Page().Line(60, 800, 8, "Tarn Observer - The week in the valley");
        y = pdf.Column(60, 760, 470, 10, "cheap power in winter. Three of the seven parties in the assembly voted against the plan.");
        pdf.Line(60, y - 12, 12, "What comes next", isBold: true);
        y = pdf.Column(60, y - 30, 470, 10, "The ministry of energy must approve the plan within ninety days. Minister Paul Orsi told reporters that he would decide in July, and that he had not made up his mind.", indent: 12);
        pdf.Line(60, y - 6, 10, "•  The plant closes in December.");
        pdf.Line(60, y - 20, 10, "•  Its workers keep their pay until 2026.");
        pdf.Line(290, 30, 8, "2");
        pdf.Page().Line(60, 800, 8, "Tarn Observer - The week in the valley");
        pdf.Column(60, 760, 470, 10, "The assembly meets again on 4 June. It will then vote on the retraining fund, for which the governor has asked 40 million euros.", indent: 12);
        pdf.Line(290, 30, 8, "3");
        return pdf.Build();
    }

    /// <summary>A page whose operators stand there to be read, and to be changed by a fuzzer.</summary>
    public static byte[] Uncompressed()
    {
        const string Words = "BT /F1 18 Tf 60 700 Td (The vote) Tj ET BT /F1 10 Tf 60 680 Td 12 TL (The council put off its com-) Tj (mission, the mayor said,) ' (until June.) ' [(No) -300 (more) ] TJ ET q 1 0 0 1 0 0 cm Q";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>", $"<</Length {Words.Length}>>stream\n{Words}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (string one in objects)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj{one}endobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return Encoding.ASCII.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    /// <summary>A page of a paper: its name, and two articles with bylines.</summary>
    public static byte[] TwoArticles()
    {
        var pdf = new MadePdf(date: "D:20240611");
        pdf.Page().Line(200, 790, 30, "The Lake Post", isBold: true);
        pdf.Line(60, 740, 18, "Mayor resigns over flood fund", isBold: true);
        pdf.Line(60, 720, 10, "By Ulla Brandt");
        double y = pdf.Column(60, 700, 470, 10, "The mayor of Lakeside, Tom Erd, resigned on Monday after the council had asked him where the flood fund had gone. He said that he had done nothing wrong. The council called for an inquiry, and the state's attorney announced one the same evening.");
        pdf.Line(60, y - 20, 18, "Lake bridge to open in May", isBold: true);
        pdf.Line(60, y - 40, 10, "By Sven Okker");
        pdf.Column(60, y - 60, 470, 10, "The bridge over the lake will open in May, two years late, the roads office said on Tuesday. Its head, Carla Nunn, promised that there would be no toll before the year is out, and thanked the villages for their patience.");
        return pdf.Build();
    }
}
