// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Tells whether a text goes on about the same people and places, by the names that both sides of a place share.</summary>
internal static class SharedNames
{
    private const int WordsAfter = 250;
    private const int FewestNames = 6;
    private const double MostShared = 0.3;

    /// <summary>Whether few of the names in the passages from <paramref name="index"/> on stand in those from <paramref name="first"/> to it.</summary>
    public static bool IsOtherTopic(string text, List<RawPassage> passages, int first, int index)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        for (int i = first; i < index; i++) AddNames(text, passages[i].Span, before, int.MaxValue);
        var after = new HashSet<string>(StringComparer.Ordinal);
        int left = WordsAfter;
        for (int i = index; i < passages.Count && left > 0; i++) left -= AddNames(text, passages[i].Span, after, left);
        if (after.Count < FewestNames) return false;
        int shared = 0;
        foreach (string name in after) shared += before.Contains(name) ? 1 : 0;
        return shared <= after.Count * MostShared;
    }

    /// <summary>Adds the capitalized words that do not begin a sentence; gives the number of words looked at.</summary>
    private static int AddNames(string text, TextSpan span, HashSet<string> names, int mostWords)
    {
        int words = 0;
        for (int at = span.Start; at < span.End && words < mostWords;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < span.End && char.IsLetter(text[at])) at++;
            words++;
            bool begins = start == span.Start || (start >= 2 && text[start - 1] is ' ' or '“' or '"' && text[start - 2] is '.' or '!' or '?' or '”' or '"' or ' ');
            if (char.IsUpper(text[start]) && at - start >= 3 && !begins) names.Add(text[start..at]);
        }

        return words;
    }
}
