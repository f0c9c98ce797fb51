// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>Turns UTF-16 offsets of one text into Unicode code points.</summary>
/// <remarks>
/// The positions of the text's surrogate pairs are taken once; a look-up is a binary search among them, and free for a
/// text without any. A lone surrogate counts as one code point.
/// </remarks>
public sealed class CodePointCounter
{
    private readonly int[] lowSurrogates;

    /// <summary>Scans a text.</summary>
    public CodePointCounter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int>? found = null;
        for (int i = NextSurrogate(text, 0); i < text.Length - 1; i = NextSurrogate(text, i + 1))
        {
            if (!char.IsSurrogatePair(text[i], text[i + 1])) continue;
            (found ??= []).Add(++i);
        }

        lowSurrogates = found is null ? [] : [.. found];
        Length = text.Length - lowSurrogates.Length;
    }

    /// <summary>Length of the text in code points.</summary>
    public int Length { get; }

    /// <summary>Code points before the UTF-16 offset; an offset inside a pair counts as the one after it.</summary>
    public int ToCodePoints(int offset)
    {
        if (lowSurrogates.Length == 0) return offset;
        int index = Array.BinarySearch(lowSurrogates, offset);
        return offset - (index < 0 ? ~index : index);
    }

    /// <summary>The same stretch in code points.</summary>
    public TextSpan ToCodePoints(TextSpan span) => new(ToCodePoints(span.Start), ToCodePoints(span.End));

    /// <summary>UTF-16 offset of a code point offset.</summary>
    public int ToUtf16(int codePoints)
    {
        int low = 0, high = lowSurrogates.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (lowSurrogates[middle] - middle <= codePoints) low = middle + 1;
            else high = middle;
        }

        return codePoints + low;
    }

    /// <summary>The same stretch in UTF-16 code units.</summary>
    public TextSpan ToUtf16(TextSpan codePoints) => new(ToUtf16(codePoints.Start), ToUtf16(codePoints.End));

    private static int NextSurrogate(string text, int from)
    {
        int found = text.AsSpan(from).IndexOfAnyInRange('\ud800', '\udfff');
        return found < 0 ? text.Length : from + found;
    }
}
