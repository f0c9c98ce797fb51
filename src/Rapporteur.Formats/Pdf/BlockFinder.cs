// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Pdf;

/// <summary>Puts the lines of a document together to blocks: by size, weight, distance, indent, and where a line ends although a further word had room on it.</summary>
/// <param name="bodySize">The size of most letters of the document.</param>
/// <param name="isBodyBold">Whether most of them are bold.</param>
internal sealed partial class BlockFinder(double bodySize, bool isBodyBold)
{
    private const double HeadingRatio = 1.15, SameSize = 0.08, WideGap = 1.35, Indent = 0.8;
    private const int LongestBoldHeading = 150, LongestHeading = 300;

    /// <summary>The blocks of some lines in reading order.</summary>
    public List<PdfBlock> Find(IReadOnlyList<PdfLine> lines)
    {
        Dictionary<int, double> leadings = lines.GroupBy(l => l.Region).ToDictionary(g => g.Key, g => Leading([.. g]));
        List<PdfBlock> blocks = [];
        List<PdfLine> open = [];
        foreach (PdfLine line in lines)
        {
            if (open.Count > 0 && IsNew(open, line, leadings[line.Region]))
            {
                blocks.Add(Block(open));
                open = [];
            }

            open.Add(line);
        }

        if (open.Count > 0) blocks.Add(Block(open));
        return blocks;
    }

    /// <summary>The blocks of footnotes: each begins with a mark.</summary>
    public static List<PdfBlock> Notes(IEnumerable<PdfLine> lines)
    {
        List<List<PdfLine>> notes = [];
        foreach (PdfLine line in lines)
        {
            if (notes.Count == 0 || Footnotes.Begins(line)) notes.Add([]);
            notes[^1].Add(line);
        }

        return [.. notes.Select(n => new PdfBlock(PassageKind.List, n))];
    }

    private bool IsNew(List<PdfLine> open, PdfLine line, double leading)
    {
        PdfLine before = open[^1];
        PdfSegment last = before.Words, next = line.Words;
        if (Math.Abs(last.Size - next.Size) > SameSize * Math.Max(last.Size, next.Size) || last.IsBold != next.IsBold) return true;
        if (Bullet().IsMatch(next.Text)) return true;
        bool isHeading = IsHeadingSize(next), isList = Bullet().IsMatch(open[0].Words.Text) || Number().IsMatch(open[0].Words.Text);
        bool ends = SentenceEnd().IsMatch(last.Text);
        if (line.Region != before.Region)
            return isHeading || ends || !(PdfHyphens.Breaks(last.Text, next.Text) || char.IsLower(next.Text[0]) || !before.HasRoomFor(line));
        double gap = last.Baseline - next.Baseline;
        if (gap < 0 || gap > WideGap * (isHeading ? next.Size * 1.2 : leading)) return true;
        if (isHeading) return false;
        if (Number().IsMatch(next.Text) && (ends || isList) && next.Left < open[0].Words.Left + (Indent * next.Size)) return true;
        if (isList) return ends && next.Left < open[0].Words.Left + (0.3 * next.Size);
        bool isIndented = next.Left > last.Left + (Indent * next.Size) && next.Left > line.RegionLeft + (Indent * next.Size);
        if (isIndented && (ends || open.Count > 1)) return true;
        if (!before.HasRoomFor(line)) return false;
        double width = line.RegionRight - line.RegionLeft;
        return ends || (char.IsUpper(next.Text[0]) && last.Right + line.FirstWordWidth + (0.25 * width) < line.RegionRight);
    }

    private PdfBlock Block(List<PdfLine> lines)
    {
        PdfSegment first = lines[0].Words;
        int length = lines.Sum(l => l.Words.Text.Length);
        bool isHeading = (IsHeadingSize(first) && length <= LongestHeading)
            || (first.IsBold && !isBodyBold && length <= LongestBoldHeading && lines[^1].Words.Text[^1] is not ('.' or ',' or ';') && first.Size > bodySize * (1 - SameSize));
        return new(isHeading ? PassageKind.Heading : Bullet().IsMatch(first.Text) || Number().IsMatch(first.Text) ? PassageKind.List : PassageKind.Paragraph, lines);
    }

    private bool IsHeadingSize(PdfSegment words) => words.Size >= HeadingRatio * bodySize;

    /// <summary>The usual distance of base lines in a region.</summary>
    private static double Leading(PdfLine[] lines)
    {
        double[] gaps = [.. lines.Zip(lines.Skip(1), (a, b) => (Gap: a.Words.Baseline - b.Words.Baseline, Same: Math.Abs(a.Words.Size - b.Words.Size) < 0.5)).Where(p => p.Same && p.Gap > 0).Select(p => p.Gap).Order()];
        // The lower third: where paragraphs of one line stand apart, most gaps are those between paragraphs.
        return gaps.Length == 0 ? lines[0].Words.Size * 1.2 : Math.Min(gaps[gaps.Length / 3], lines.Max(l => l.Words.Size) * 2.2);
    }

    [GeneratedRegex(@"^[•▪‣◦●■–—·*-] +\S")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:\d{1,2}|[a-z])[.)] +\S")]
    private static partial Regex Number();

    [GeneratedRegex(@"[.!?:…][”’""')\]]*\d{0,2}$")]
    private static partial Regex SentenceEnd();
}
