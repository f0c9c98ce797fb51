// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Finds the outlet that a note or a credit line names as the first publisher: "first published by The Ledger".</summary>
internal static class Publication
{
    private const int MostWords = 8;

    private static readonly PhraseList Names = PhraseList.Of("en/ingest/notes.tsv", "use", "names");

    /// <summary>The outlet's name; empty if the passage names none.</summary>
    public static TextSpan In(string text, TextSpan passage)
        => Names.In(passage.In(text), out int end) is null ? default : NameAt(text, passage.Start + end, passage.End);

    /// <summary>The run of capitalized words at a place, with the small words inside it.</summary>
    public static TextSpan NameAt(string text, int from, int limit)
    {
        while (from < limit && (char.IsWhiteSpace(text[from]) || text[from] is '“' or '"' or '‘' or '*' or '_')) from++;
        int at = from, end = from;
        for (int words = 0; at < limit && words < MostWords; words++)
        {
            int start = at;
            while (at < limit && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ';' or ')' or '”' or '"' or '*' or '_' or '|')) at++;
            ReadOnlySpan<char> word = text.AsSpan(start, at - start);
            bool stops = word is [.., '.' or '!' or '?'] && (at >= limit || char.IsWhiteSpace(text[at]));
            bool joins = word is "of" or "the" or "and" or "for" or "de" or "la" or "el" or "del" or "&" or "in";
            if (word.IsEmpty || !(char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || joins)) break;
            if (!joins) end = stops ? at - 1 : at;
            if (stops || at >= limit || !char.IsWhiteSpace(text[at])) break;
            while (at < limit && char.IsWhiteSpace(text[at])) at++;
        }

        return end > from && char.IsUpper(text[from]) ? new(from, end) : default;
    }
}
