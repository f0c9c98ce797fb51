// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;

namespace Rapporteur.Formats.Pdf;

/// <summary>Footnotes: small lines at the foot of a region, from the first that begins with a mark.</summary>
internal static partial class Footnotes
{
    private const double SmallerThan = 0.93;
    private const double LowerPart = 0.5;

    /// <summary>The lines of a page that are footnotes, in order.</summary>
    /// <param name="lines">The page's lines, without running heads.</param>
    /// <param name="height">Its height.</param>
    /// <param name="bodySize">The size of most letters of the document.</param>
    public static HashSet<PdfLine> Find(List<PdfLine> lines, double height, double bodySize)
    {
        HashSet<PdfLine> found = new(ReferenceEqualityComparer.Instance);
        foreach (var region in lines.GroupBy(l => l.Region))
        {
            PdfLine[] rows = [.. region];
            int first = rows.Length;
            while (first > 0 && rows[first - 1].Words.Size < SmallerThan * bodySize && rows[first - 1].Words.Baseline < LowerPart * height) first--;
            while (first < rows.Length && !Begins(rows[first])) first++;
            found.UnionWith(rows[first..]);
        }

        return found;
    }

    /// <summary>Whether a line is the first of a note.</summary>
    public static bool Begins(PdfLine line) => Mark().IsMatch(line.Words.Text);

    [GeneratedRegex(@"^(?:\d{1,3}[.)]?|\[\d{1,3}\]|[*†‡§¶]{1,3}) ?\p{L}|^(?:\d{1,3}|[*†‡§¶]{1,3}) ?[“""‘(]")]
    private static partial Regex Mark();
}
