// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Pdf;

/// <summary>The lines of a region: segments on one base line are parts of one line.</summary>
internal static class RegionLines
{
    /// <summary>The lines, from the top down.</summary>
    public static IEnumerable<PdfLine> Of(int page, int region, List<PdfSegment> segments)
    {
        double left = segments.Min(s => s.Left), right = segments.Max(s => s.Right);
        List<PdfSegment> row = [];
        foreach (PdfSegment segment in segments)
        {
            if (row.Count > 0 && Math.Abs(row[0].Baseline - segment.Baseline) > 0.4 * Math.Max(row[0].Size, segment.Size))
            {
                yield return new(page, region, Join(row), left, right);
                row.Clear();
            }

            row.Add(segment);
        }

        if (row.Count > 0) yield return new(page, region, Join(row), left, right);
    }

    private static PdfSegment Join(List<PdfSegment> row)
    {
        if (row.Count == 1) return row[0];
        PdfSegment[] parts = [.. row.OrderBy(s => s.Left)];
        PdfSegment longest = parts.MaxBy(s => s.Text.Length)!;
        return longest with { Text = string.Join(' ', parts.Select(p => p.Text)), Left = parts[0].Left, Right = parts.Max(p => p.Right), IsBold = parts.All(p => p.IsBold) };
    }
}
