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
        List<Glyph> upright = new(letters.Count);
        foreach (Letter letter in letters)
        {
            if (letter.TextOrientation is not (TextOrientation.Horizontal or TextOrientation.Other)) turned++;
            else if (Glyph.Of(letter) is { } glyph) upright.Add(glyph);
        }

        DropCaps.MoveToFirstLines(upright);
        List<PdfSegment> segments = [];
        List<Glyph> row = [];
        foreach (Glyph glyph in upright.OrderByDescending(g => g.Baseline))
        {
            if (row.Count > 0 && row[0].Baseline - glyph.Baseline > RowTolerance * Math.Max(glyph.Size, row[0].Size))
            {
                AddRow(row, segments);
                row.Clear();
            }

            row.Add(glyph);
        }

        AddRow(row, segments);
        return segments;
    }

    private static void AddRow(List<Glyph> row, List<PdfSegment> segments)
    {
        List<Glyph> run = [];
        var words = new StringBuilder();
        double end = double.NegativeInfinity;
        foreach (Glyph glyph in row.OrderBy(g => g.Left))
        {
            double gap = glyph.Left - end;
            if (run.Count > 0 && gap < -0.5 * glyph.Size && glyph.Value == run[^1].Value) continue;        // printed twice, to look bold
            if (string.IsNullOrWhiteSpace(glyph.Value))
            {
                if (words.Length > 0 && words[^1] != ' ' && gap < SegmentGap * glyph.Size) words.Append(' ');
                continue;                                       // its own width is a gap: justified lines are full of them
            }

            if (run.Count > 0 && IsReference(glyph, run[^1], words))
            {
                end = Math.Max(glyph.Right, end);
                continue;
            }

            if (run.Count > 0 && gap > SegmentGap * Math.Max(glyph.Size, run[^1].Size))
            {
                segments.Add(Segment(run, words, end));
                run.Clear();
                words.Clear();
            }
            else if (run.Count > 0 && gap > BlankGap * glyph.Size && words[^1] != ' ')
            {
                words.Append(' ');
            }

            run.Add(glyph);
            words.Append(Plain(glyph.Value));
            end = Math.Max(glyph.Right, glyph.Left);
        }

        if (run.Count > 0) segments.Add(Segment(run, words, end));
    }

    /// <summary>Whether a letter is the mark by which the words refer to a footnote: a small raised digit or star behind them, but not behind a unit, which it squares.</summary>
    private static bool IsReference(Glyph glyph, Glyph before, StringBuilder words)
    {
        if (glyph.Value is not [(>= '0' and <= '9') or '*' or '†' or '‡' or ','] || glyph.Size > 0.85 * before.Size || glyph.Baseline < before.Baseline + (0.15 * before.Size)) return false;
        int letters = 0;
        while (letters < words.Length && char.IsLetter(words[words.Length - 1 - letters])) letters++;
        return words.ToString(words.Length - letters, letters) is not ("m" or "km" or "cm" or "mm" or "ft" or "mi");
    }

    private static PdfSegment Segment(List<Glyph> run, StringBuilder words, double end)
    {
        double size = run.GroupBy(g => Math.Round(g.Size, 1)).MaxBy(g => (g.Count(), g.Key))!.Key;
        Glyph main = run.First(g => Math.Abs(g.Size - size) < 0.1);
        return new(words.ToString().TrimEnd(), run[0].Left, end, main.Baseline, size, run.Count(g => g.IsBold) * 10 >= run.Count * 9);
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
