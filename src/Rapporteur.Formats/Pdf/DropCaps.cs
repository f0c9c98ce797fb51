// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Pdf;

/// <summary>The large first letters of articles, which hang down beside their first lines, are put on the first of them.</summary>
internal static class DropCaps
{
    private const double LargerThan = 1.8;
    private const int MostOnPage = 20, MostGlyphs = 50_000;

    /// <summary>Moves them.</summary>
    public static void MoveToFirstLines(List<Glyph> glyphs)
    {
        if (glyphs.Count is 0 or > MostGlyphs) return;
        double usual = UsualSize(glyphs);
        int[] large = [.. Enumerable.Range(0, glyphs.Count).Where(i => glyphs[i].Size >= LargerThan * usual && glyphs[i].Value is [var c] && char.IsUpper(c))];
        if (large.Length > MostOnPage * 20) return;
        int moved = 0;
        foreach (int i in large)
        {
            Glyph cap = glyphs[i];
            // One of several large letters is one of a heading.
            if (large.Any(j => j != i && Math.Abs(glyphs[j].Baseline - cap.Baseline) < cap.Size && Math.Abs(glyphs[j].Left - cap.Left) < 3 * cap.Size)) continue;
            if (glyphs.Any(g => g.Size >= LargerThan * usual && g.Value is [var c] && char.IsLower(c) && Math.Abs(g.Baseline - cap.Baseline) < 2 && Math.Abs(g.Left - cap.Left) < 3 * cap.Size)) continue;
            if (FirstBeside(glyphs, cap, usual) is not { } first || ++moved > MostOnPage) continue;
            bool isWord = cap.Value is "A" or "I";
            glyphs[i] = cap with { Baseline = first.Baseline, Size = first.Size, Right = isWord ? Math.Min(cap.Right, first.Left - (0.3 * first.Size)) : first.Left };
        }
    }

    /// <summary>The size of most letters, in whole points; the largest of several.</summary>
    private static double UsualSize(List<Glyph> glyphs)
    {
        Dictionary<double, int> counts = [];
        foreach (Glyph glyph in glyphs)
        {
            double size = Math.Round(glyph.Size);
            counts[size] = counts.GetValueOrDefault(size) + 1;
        }

        return counts.MaxBy(static c => (c.Value, c.Key)).Key;
    }

    /// <summary>The first letter of the line beside the top of a large one, if a second line stands beside it too.</summary>
    private static Glyph? FirstBeside(List<Glyph> glyphs, Glyph cap, double usual)
    {
        Glyph? first = null;
        bool hasSecond = false;
        foreach (Glyph glyph in glyphs)
        {
            bool isBeside = Math.Abs(glyph.Size - usual) <= 1 && glyph.Left >= cap.Right - (0.2 * cap.Size) && glyph.Left < cap.Right + (1.5 * usual) && !string.IsNullOrWhiteSpace(glyph.Value);
            if (!isBeside || glyph.Baseline < cap.Baseline - 2 || glyph.Baseline > cap.CapTop) continue;
            if (Math.Abs(glyph.CapTop - cap.CapTop) > usual)
            {
                hasSecond |= glyph.Baseline < cap.CapTop - usual;
                continue;
            }

            if (first is not { } known || glyph.Left < known.Left) first = glyph;
        }

        return hasSecond ? first : null;
    }
}
