// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What stands on words of the text.</summary>
internal interface ISpanned
{
    /// <summary>The words, UTF-16.</summary>
    TextSpan Span { get; }
}

/// <summary>Looks for places in lists that are in order of the text and do not overlap, as layers are.</summary>
internal static class SpanSearch
{
    /// <summary>Index of the first item that ends after an offset: the one that holds it, or the next; the number of items if there is none.</summary>
    public static int FirstEndingAfter<T>(this ReadOnlySpan<T> items, int offset)
        where T : ISpanned
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (items[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Index of the first item that begins at an offset or after it; the number of items if there is none.</summary>
    public static int FirstFrom<T>(this ReadOnlySpan<T> items, int offset)
        where T : ISpanned
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (items[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
