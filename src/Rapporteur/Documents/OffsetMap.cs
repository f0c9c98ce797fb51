// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Maps offsets of a cleaned text back to the source it was made from, both in UTF-16 code units.</summary>
/// <remarks>
/// Two parallel arrays of run starts, as in Lucene's <c>BaseCharFilter</c>: within a run the text is the source,
/// character for character; at a run's start the difference changes. Immutable; look-up is O(log runs).
/// </remarks>
public sealed class OffsetMap
{
    private readonly int[] textStarts;
    private readonly int[] sourceStarts;

    /// <summary>Creates a map from runs.</summary>
    /// <param name="textStarts">Where each run starts in the text; strictly ascending, the first is 0.</param>
    /// <param name="sourceStarts">Where each run starts in the source; not descending.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, are empty, or are not ascending.</exception>
    public OffsetMap(int[] textStarts, int[] sourceStarts)
    {
        ArgumentNullException.ThrowIfNull(textStarts);
        ArgumentNullException.ThrowIfNull(sourceStarts);
        if (textStarts.Length == 0 || textStarts.Length != sourceStarts.Length || textStarts[0] != 0)
            throw new ArgumentException("A map needs as many source starts as text starts, the first text start being 0.", nameof(textStarts));
        for (int i = 1; i < textStarts.Length; i++)
        {
            if (textStarts[i] <= textStarts[i - 1] || sourceStarts[i] < sourceStarts[i - 1])
                throw new ArgumentException($"Run {i} does not come after the one before it.", nameof(textStarts));
        }

        this.textStarts = textStarts;
        this.sourceStarts = sourceStarts;
    }

    /// <summary>The text is the source.</summary>
    public static OffsetMap Identity { get; } = new([0], [0]);

    /// <summary>Number of runs.</summary>
    public int Count => textStarts.Length;

    /// <summary>The source offset of the character at <paramref name="textOffset"/>.</summary>
    public int ToSource(int textOffset)
    {
        int run = Array.BinarySearch(textStarts, textOffset);
        if (run < 0) run = ~run - 1;
        return sourceStarts[Math.Max(run, 0)] + textOffset - textStarts[Math.Max(run, 0)];
    }

    /// <summary>The stretch of the source from the span's first character to its last.</summary>
    public TextSpan ToSource(TextSpan span)
        => span.IsEmpty ? new(ToSource(span.Start), ToSource(span.Start)) : new(ToSource(span.Start), ToSource(span.End - 1) + 1);
}
