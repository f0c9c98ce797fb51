// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Models;

/// <summary>Two layers with a rectifier between them.</summary>
internal sealed class FeedForward(Dense inner, Dense outer)
{
    /// <summary>Length of an output row.</summary>
    public int Stride => outer.Stride;

    /// <summary>Runs both layers.</summary>
    /// <param name="x">Rows of whole numbers.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="unit">What 1 means in each row of <paramref name="x"/>; overwritten.</param>
    /// <param name="y">Rows of <see cref="Stride"/> numbers; none of <see cref="Scratch.Sums"/>, which the first layer writes to.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Run(ReadOnlySpan<short> x, int rows, Span<float> unit, Span<float> y, Scratch scratch)
    {
        Span<float> sums = scratch.Sums(rows * inner.Stride);
        Span<short> hidden = scratch.Hidden(rows * inner.Outputs);
        inner.Run(x, rows, unit, sums);
        for (int r = 0; r < rows; r++) unit[r] = Rows.RectifyAndQuantise(sums.Slice(r * inner.Stride, inner.Outputs), hidden.Slice(r * inner.Outputs, inner.Outputs));
        outer.Run(hidden, rows, unit, y);
    }
}
