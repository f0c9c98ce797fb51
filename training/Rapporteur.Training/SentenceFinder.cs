// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Training;

/// <summary>Finds where sentences end: at a full stop, question or exclamation mark that closes one.</summary>
/// <remarks>One pass over the characters; nothing is looked at twice but the word before a full stop.</remarks>
internal sealed class SentenceFinder(Abbreviations abbreviations)
{
    private const int LongestAbbreviation = 16;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”’'»)]」』");
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“‘'«([`„");

    /// <summary>The first sentence of a stretch, without the white space around it; empty if there is none.</summary>
    public TextSpan Next(string text, TextSpan within)
    {
        int start = SkipSpace(text, within.Start, within.End);
        for (int at = start; at < within.End;)
        {
            int found = text.AsSpan(at, within.End - at).IndexOfAny(Ends);
            if (found < 0) break;
            int mark = at + found;
            int end = mark + 1;
            while (end < within.End && Ends.Contains(text[end])) end++;
            int marks = end;
            while (end < within.End && Closers.Contains(text[end])) end++;
            if (EndsSentence(text, start, mark, marks, end, within.End)) return new(start, end);
            at = end;
        }

        int last = within.End;
        while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
        return new(start, last);
    }

    private bool EndsSentence(string text, int start, int mark, int marks, int end, int limit)
    {
        int next = SkipSpace(text, end, limit);
        if (next == limit) return true;
        if (next == end) return false;                                  // 3.5, U.S.-led, example.org
        if (!CanBegin(text, next, limit)) return false;
        return text[mark] != '.' || marks > mark + 1 || FullStopEnds(text, start, mark, next, limit);
    }

    /// <summary>Whether a single full stop ends a sentence, and not only an abbreviation or an initial.</summary>
    private bool FullStopEnds(string text, int start, int mark, int next, int limit)
    {
        int word = mark;
        while (word > start && mark - word <= LongestAbbreviation && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] == '.')) word--;
        ReadOnlySpan<char> before = text.AsSpan(word, mark - word);
        if (before.Length == 1 && char.IsUpper(before[0])) return false;        // J. Smith
        return abbreviations.KindOf(before) switch
        {
            AbbreviationKind.None => true,
            AbbreviationKind.BeforeName => false,                               // Gen. Smith
            AbbreviationKind.BeforeNumber => !char.IsDigit(text[next]),         // No. 7
            _ => abbreviations.BeginsSentence(WordAt(text, next, limit)),       // in the U.S. He …
        };
    }

    private static bool CanBegin(string text, int next, int limit)
    {
        while (next < limit && Openers.Contains(text[next])) next++;
        return next == limit || !char.IsLower(text[next]);
    }

    private static ReadOnlySpan<char> WordAt(string text, int at, int limit)
    {
        while (at < limit && Openers.Contains(text[at])) at++;
        int end = at;
        while (end < limit && end - at <= LongestAbbreviation && char.IsLetter(text[end])) end++;
        return text.AsSpan(at, end - at);
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
