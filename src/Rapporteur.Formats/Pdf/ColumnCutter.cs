// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Pdf;

/// <summary>
/// Cuts a page into regions of one column, in reading order. A gutter is a height at which nothing crosses an upright line while three rows or
/// more stand on both of its sides; what stands above and below that height is cut on its own, then the left side comes before the right one.
/// </summary>
internal static class ColumnCutter
{
    private const int FewestRows = 3;
    private const int FewestLettersInRow = 8;
    private const int MostCandidates = 60;
    private const int MostSegments = 20_000;
    private const int MostDepth = 30;

    /// <summary>The regions, each with its segments from the top down.</summary>
    public static List<List<PdfSegment>> Cut(List<PdfSegment> segments)
    {
        List<List<PdfSegment>> regions = [];
        if (segments.Count <= MostSegments) Cut(segments, regions, 0);
        else regions.Add(segments);
        return regions;
    }

    private static void Cut(List<PdfSegment> segments, List<List<PdfSegment>> regions, int depth)
    {
        if (segments.Count == 0) return;
        if (segments.Count < 2 * FewestRows || depth > MostDepth || BestGutter(segments) is not { } gutter)
        {
            regions.Add(segments);
            return;
        }

        // Bounds are base lines of what crosses the gutter, or endless.
        Cut([.. segments.Where(s => s.Baseline >= gutter.Top)], regions, depth + 1);
        Cut([.. segments.Where(s => s.Baseline < gutter.Top && s.Baseline > gutter.Bottom && s.Left < gutter.X)], regions, depth + 1);
        Cut([.. segments.Where(s => s.Baseline < gutter.Top && s.Baseline > gutter.Bottom && s.Left >= gutter.X)], regions, depth + 1);
        Cut([.. segments.Where(s => s.Baseline <= gutter.Bottom)], regions, depth + 1);
    }

    /// <summary>The gutter with most rows on the side that has fewer, or null.</summary>
    private static (double X, double Top, double Bottom)? BestGutter(List<PdfSegment> segments)
    {
        (double X, double Top, double Bottom)? best = null;
        int most = FewestRows - 1;
        // Right columns begin at one place, or nearly.
        var candidates = segments.GroupBy(s => Math.Round(s.Left / 3)).Where(g => g.Count() >= FewestRows).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostCandidates);
        foreach (double x in candidates.Select(g => g.Min(s => s.Left) - 0.5))
        {
            double top = double.PositiveInfinity;
            List<(double Baseline, int Length)> left = [], right = [];
            foreach (PdfSegment segment in segments)            // from the top down
            {
                if (segment.Left < x && segment.Right > x)
                {
                    Take(segment.Baseline);
                    (top, left, right) = (segment.Baseline, [], []);
                }
                else
                {
                    AddRow(segment.Left < x ? left : right, segment);
                }
            }

            Take(double.NegativeInfinity);

            void Take(double bottom)
            {
                int rows = Math.Min(left.Count, right.Count);
                if (rows <= most || !AreBeside(left, right)) return;
                most = rows;
                best = (x, top, bottom);
            }
        }

        return best;
    }

    private static void AddRow(List<(double Baseline, int Length)> rows, PdfSegment segment)
    {
        if (rows.Count == 0 || rows[^1].Baseline - segment.Baseline > 2) rows.Add((segment.Baseline, segment.Text.Length));
        else rows[^1] = (rows[^1].Baseline, rows[^1].Length + segment.Text.Length);
    }

    /// <summary>Whether the two sides stand next to each other, not one below the other, and both hold words: the numbers or dots of a list are no column.</summary>
    private static bool AreBeside(List<(double Baseline, int Length)> left, List<(double Baseline, int Length)> right)
    {
        double top = Math.Min(left[0].Baseline, right[0].Baseline), bottom = Math.Max(left[^1].Baseline, right[^1].Baseline);
        return Beside(left) && Beside(right);

        bool Beside(List<(double Baseline, int Length)> side)
            => side.Count(r => r.Baseline <= top && r.Baseline >= bottom) >= FewestRows && side.Sum(r => r.Length) >= FewestLettersInRow * side.Count;
    }
}
