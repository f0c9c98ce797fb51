// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Pdf;

/// <summary>Words on one base line without a wide gap between them. Lengths are points; heights are counted from the foot of the page.</summary>
/// <param name="Text">The words, a blank between them.</param>
/// <param name="Left">Where the first letter begins.</param>
/// <param name="Right">Where the last letter ends.</param>
/// <param name="Baseline">Height of the base line.</param>
/// <param name="Size">Size of most of its letters.</param>
/// <param name="IsBold">Whether nearly all of its letters are bold.</param>
internal sealed record PdfSegment(string Text, double Left, double Right, double Baseline, double Size, bool IsBold);

/// <summary>A line of text in a region of a page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Region">Number of the region in the document.</param>
/// <param name="Words">The line, its parts a blank apart.</param>
/// <param name="RegionLeft">Where the region's longest lines begin.</param>
/// <param name="RegionRight">Where they end.</param>
internal sealed record PdfLine(int Page, int Region, PdfSegment Words, double RegionLeft, double RegionRight)
{
    /// <summary>Width of its first word, as far as that can be told from its length.</summary>
    public double FirstWordWidth
    {
        get
        {
            int end = Words.Text.IndexOf(' ', StringComparison.Ordinal);
            return (Words.Right - Words.Left) * (end < 0 ? 1 : (double)end / Words.Text.Length);
        }
    }

    /// <summary>Whether another word as wide as the first one of the next line would have had room on it.</summary>
    public bool HasRoomFor(PdfLine next) => Words.Right + next.FirstWordWidth + Words.Size < RegionRight;
}

/// <summary>A page: its size, and its lines in reading order.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Height">Its height.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record PdfPageLines(int Number, double Height, IReadOnlyList<PdfLine> Lines);
