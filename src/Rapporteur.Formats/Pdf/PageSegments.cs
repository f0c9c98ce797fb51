// SPDX-License-Identifier: Apache-2.0

using System.Text;
using UglyToad.PdfPig.Content;

namespace Rapporteur.Formats.Pdf;

/// <summary>The letters of a page, put together to the words of its lines; a wide gap parts two segments of one line.</summary>
internal static class PageSegments
{
    /// <summary>Of the size: how far a base line may be off that of its row (raised letters are).</summary>
    private const double RowTolerance = 0.4;

    /// <summary>Of the size: a gap that is a blank, and one that parts segments.</summary>
    private const double BlankGap = 0.15, SegmentGap = 0.9;

    /// <summary>The segments, from the top of the page down, those of a row from left to right. Letters that are not upright are left out.</summary>
    public static List<PdfSegment> Of(IReadOnlyList<Letter> letters, out int turned)
    {
        turned = 0;
        List<Letter> upright = new(letters.Count);
        foreach (Letter letter in letters)
        {
            if (letter.TextOrientation is not (TextOrientation.Horizontal or TextOrientation.Other)) turned++;
            else if (!string.IsNullOrEmpty(letter.Value) && SizeOf(letter) > 0.5 && double.IsFinite(letter.StartBaseLine.X) && double.IsFinite(letter.StartBaseLine.Y)) upright.Add(letter);
        }

        List<PdfSegment> segments = [];
        List<Letter> row = [];
        foreach (Letter letter in upright.OrderByDescending(l => l.StartBaseLine.Y))
        {
            if (row.Count > 0 && row[0].StartBaseLine.Y - letter.StartBaseLine.Y > RowTolerance * Math.Max(SizeOf(letter), SizeOf(row[0])))
            {
                AddRow(row, segments);
                row.Clear();
            }

            row.Add(letter);
        }

        AddRow(row, segments);
        return segments;
    }

    private static double SizeOf(Letter letter) => letter.PointSize > 0 ? letter.PointSize : letter.FontSize;

    private static void AddRow(List<Letter> row, List<PdfSegment> segments)
    {
        List<Letter> run = [];
        var words = new StringBuilder();
        double end = double.NegativeInfinity;
        foreach (Letter letter in row.OrderBy(l => l.StartBaseLine.X))
        {
            double size = SizeOf(letter), gap = letter.StartBaseLine.X - end;
            if (run.Count > 0 && gap < -0.5 * size && letter.Value == run[^1].Value) continue;        // printed twice, to look bold
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                if (words.Length > 0 && words[^1] != ' ' && gap < SegmentGap * size) words.Append(' ');
                continue;                                       // its own width is a gap: justified lines are full of them
            }

            if (run.Count > 0 && IsReference(letter, run[^1], words))
            {
                end = Math.Max(letter.EndBaseLine.X, end);
                continue;
            }

            if (run.Count > 0 && gap > SegmentGap * Math.Max(size, SizeOf(run[^1])))
            {
                segments.Add(Segment(run, words, end));
                run.Clear();
                words.Clear();
            }
            else if (run.Count > 0 && gap > BlankGap * size && words[^1] != ' ')
            {
                words.Append(' ');
            }

            run.Add(letter);
            words.Append(Plain(letter.Value));
            end = Math.Max(letter.EndBaseLine.X, letter.StartBaseLine.X);
        }

        if (run.Count > 0) segments.Add(Segment(run, words, end));
    }

    /// <summary>Whether a letter is the mark by which the words refer to a footnote: a small raised digit or star behind them, but not behind a unit, which it squares.</summary>
    private static bool IsReference(Letter letter, Letter before, StringBuilder words)
    {
        double size = SizeOf(before);
        if (letter.Value is not [(>= '0' and <= '9') or '*' or '†' or '‡' or ','] || SizeOf(letter) > 0.85 * size || letter.StartBaseLine.Y < before.StartBaseLine.Y + (0.15 * size)) return false;
        int letters = 0;
        while (letters < words.Length && char.IsLetter(words[words.Length - 1 - letters])) letters++;
        return words.ToString(words.Length - letters, letters) is not ("m" or "km" or "cm" or "mm" or "ft" or "mi");
    }

    private static PdfSegment Segment(List<Letter> run, StringBuilder words, double end)
    {
        double size = run.GroupBy(l => Math.Round(SizeOf(l), 1)).MaxBy(g => (g.Count(), g.Key))!.Key;
        Letter main = run.First(l => Math.Abs(SizeOf(l) - size) < 0.1);
        int bold = run.Count(l => l.FontDetails?.IsBold == true || l.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true);
        return new(words.ToString().TrimEnd(), run[0].StartBaseLine.X, end, main.StartBaseLine.Y, size, bold * 10 >= run.Count * 9);
    }

    /// <summary>A letter's characters; ligatures, which are one glyph for several letters, are those letters.</summary>
    private static string Plain(string value) => value switch
    {
        "\ufb00" => "ff",
        "\ufb01" => "fi",
        "\ufb02" => "fl",
        "\ufb03" => "ffi",
        "\ufb04" => "ffl",
        _ => value,
    };
}
