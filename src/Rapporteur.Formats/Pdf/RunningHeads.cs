// SPDX-License-Identifier: Apache-2.0

using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Formats.Pdf;

/// <summary>Running heads, feet and page numbers: the outermost lines of pages that stand there again on others, or are nothing but a number.</summary>
internal sealed partial class RunningHeads
{
    private const int OutermostRows = 2;
    private const double Margin = 0.12;
    private const int LongestDigits = 4;

    private readonly Dictionary<(string Words, int Height, int Size), int> pagesWith = [];
    private int pages;

    /// <summary>Takes down what stands at the edges of a page.</summary>
    public void Take(PdfPageLines page)
    {
        pages++;
        foreach (var key in Edges(page).Select(line => Key(page, line)).Distinct()) pagesWith[key] = pagesWith.GetValueOrDefault(key) + 1;
    }

    /// <summary>The lines of a page that are none of its text, once all pages were taken.</summary>
    public HashSet<PdfLine> Find(PdfPageLines page)
    {
        HashSet<PdfLine> found = new(ReferenceEqualityComparer.Instance);
        int enough = pages <= 5 ? 2 : 3;
        foreach (PdfLine line in Edges(page))
        {
            double height = line.Words.Baseline / Math.Max(1, page.Height);
            bool isNumber = height is < Margin or > 1 - Margin && PageNumber().IsMatch(line.Words.Text);
            if (isNumber || pagesWith.GetValueOrDefault(Key(page, line)) >= enough) found.Add(line);
        }

        return found;
    }

    private static IEnumerable<PdfLine> Edges(PdfPageLines page)
    {
        double[] rows = [.. page.Lines.Select(l => Math.Round(l.Words.Baseline)).Distinct().OrderDescending()];
        if (rows.Length == 0) return [];
        double top = rows[Math.Min(OutermostRows, rows.Length) - 1], bottom = rows[Math.Max(0, rows.Length - OutermostRows)];
        return page.Lines.Where(l => Math.Round(l.Words.Baseline) is var y && (y >= top || y <= bottom));
    }

    /// <summary>The words with any number for their numbers, the height on the page in steps of four points, and the size.</summary>
    private static (string Words, int Height, int Size) Key(PdfPageLines page, PdfLine line)
    {
        var words = new StringBuilder();
        int digits = 0;
        foreach (char c in line.Words.Text)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits is 0 or 1 or > LongestDigits) words.Append(digits > 0 ? '#' : char.ToLowerInvariant(c));
        }

        double fromEdge = line.Words.Baseline * 2 > page.Height ? page.Height - line.Words.Baseline : -line.Words.Baseline;
        return (words.ToString(), (int)Math.Round(fromEdge / 4), (int)Math.Round(line.Words.Size));
    }

    [GeneratedRegex(@"^[-–—|· ]*(?:page |p\. ?|seite )?(?:\d{1,4}|[ivxl]{1,7})(?: ?(?:of|/|von) ?\d{1,4})?[-–—|· ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
