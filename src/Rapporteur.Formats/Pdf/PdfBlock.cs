// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Pdf;

/// <summary>Lines that are one paragraph, heading, list item or footnote, perhaps over several columns or pages.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Lines">The lines, in reading order; at least one.</param>
internal sealed record PdfBlock(PassageKind Kind, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>Size of its letters.</summary>
    public double Size => Lines[0].Words.Size;

    /// <summary>The page on which it begins.</summary>
    public int Page => Lines[0].Page;

    /// <summary>Number of its words, those at the ends of lines counted on both.</summary>
    public int Words => Lines.Sum(l => l.Words.Text.Count(c => c == ' ') + 1);

    /// <summary>Its first line's words.</summary>
    public string FirstLine => Lines[0].Words.Text;
}
