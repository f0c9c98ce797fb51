// SPDX-License-Identifier: Apache-2.0

using UglyToad.PdfPig.Content;

namespace Rapporteur.Formats.Pdf;

/// <summary>A letter on a page, in points.</summary>
/// <param name="Value">Its characters.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">Height of its base line above the foot of the page.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal readonly record struct Glyph(string Value, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    /// <summary>A letter of the parser's; null for one that nobody could see or read.</summary>
    public static Glyph? Of(Letter letter)
    {
        double size = letter.PointSize > 0 ? letter.PointSize : letter.FontSize;
        double left = letter.StartBaseLine.X, baseline = letter.StartBaseLine.Y;
        if (string.IsNullOrEmpty(letter.Value) || !(size > 0.5) || !double.IsFinite(size) || !double.IsFinite(left) || !double.IsFinite(baseline)) return null;
        bool isBold = letter.FontDetails?.IsBold == true || letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true;
        return new(letter.Value, left, letter.EndBaseLine.X, baseline, size, isBold);
    }

    /// <summary>Height of the top of a capital.</summary>
    public double CapTop => Baseline + (0.68 * Size);
}
