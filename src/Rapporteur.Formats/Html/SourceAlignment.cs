// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Html;

/// <summary>Finds, for each character of the clean text, where it stands in the page's source.</summary>
/// <remarks>
/// The blocks' characters are looked up among those that the page shows (<see cref="ShownCharacters"/>), from one tag to another. A block that
/// stands there once is certain; one that stands there more often is taken next to the certain one below it, or above it if none is below. A
/// block that is not found, or not in order, means that nothing certain can be said: there is no map.
/// </remarks>
internal static class SourceAlignment
{
    /// <summary>The map, or null.</summary>
    public static OffsetMap? Align(string page, string text, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0) return null;
        var shown = new ShownCharacters(page);
        string[] words = [.. blocks.Select(b => WithoutBlanks(b.Span.In(text)))];
        if (Places(shown, words) is not { } places) return null;
        List<int> textStarts = [], sourceStarts = [];
        for (int block = 0; block < blocks.Count; block++)
        {
            int at = places[block], lastText = -2, lastSource = -2;
            for (int i = blocks[block].Span.Start; i < blocks[block].Span.End; i++)
            {
                if (ShownCharacters.IsBlank(text[i])) continue;
                int source = shown.SourceOf(at++);
                if (i != lastText + 1 || source != lastSource + 1)
                {
                    textStarts.Add(i);
                    sourceStarts.Add(source);
                }

                (lastText, lastSource) = (i, source);
            }
        }

        return textStarts[0] == 0 ? new OffsetMap([.. textStarts], [.. sourceStarts]) : null;
    }

    /// <summary>Where each block stands among the shown characters, or null.</summary>
    private static int[]? Places(ShownCharacters shown, string[] words)
    {
        var found = new IReadOnlyList<int>[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (shown.Find(words[i]) is not { } places) return null;
            found[i] = places;
        }

        var chosen = new int[words.Length];
        int first = 0, from = 0;                                // the first block that has no place yet, and where it may begin
        for (int i = 0; i < words.Length; i++)
        {
            if (found[i].Count != 1) continue;
            if (!ChooseBefore(shown, words, found, chosen, first, i, from)) return null;
            chosen[i] = found[i][0];
            first = i + 1;
            from = chosen[i] + words[i].Length;
        }

        return ChooseAfter(shown, words, found, chosen, first, from) ? chosen : null;
    }

    /// <summary>Places the blocks before a certain one, each as near to the one below it as it can be.</summary>
    private static bool ChooseBefore(ShownCharacters shown, string[] words, IReadOnlyList<int>[] found, int[] chosen, int first, int certain, int from)
    {
        int end = found[certain][0];
        for (int i = certain - 1; i >= first; i--)
        {
            int last = end - words[i].Length;
            int place = found[i].Count > 0 ? LastUpTo(found[i], last) : last >= from ? shown.LastInside(words[i], from, end) : -1;
            if (place < from) return false;
            chosen[i] = end = place;
        }

        return end >= from;
    }

    /// <summary>Places the blocks after the last certain one, each as near to the one above it as it can be.</summary>
    private static bool ChooseAfter(ShownCharacters shown, string[] words, IReadOnlyList<int>[] found, int[] chosen, int first, int from)
    {
        for (int i = first; i < words.Length; i++)
        {
            int place = found[i].Count > 0 ? FirstFrom(found[i], from) : shown.FirstInside(words[i], from);
            if (place < 0) return false;
            chosen[i] = place;
            from = place + words[i].Length;
        }

        return true;
    }

    private static int LastUpTo(IReadOnlyList<int> places, int last)
    {
        int index = FirstIndexFrom(places, last + 1) - 1;
        return index >= 0 ? places[index] : -1;
    }

    private static int FirstFrom(IReadOnlyList<int> places, int from)
    {
        int index = FirstIndexFrom(places, from);
        return index < places.Count ? places[index] : -1;
    }

    private static int FirstIndexFrom(IReadOnlyList<int> places, int from)
    {
        int low = 0, high = places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (places[middle] < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static string WithoutBlanks(ReadOnlySpan<char> text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!ShownCharacters.IsBlank(c)) words.Append(c);
        }

        return words.ToString();
    }
}
