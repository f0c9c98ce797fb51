// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Text;

/// <summary>Where to cut a text that is too long for one report.</summary>
internal static class TextCut
{
    /// <summary>
    /// Finds a place to cut, from 1 to <paramref name="max"/>: after the last empty line, else after the last line,
    /// sentence or white space, else anywhere that is not inside a surrogate pair or CR LF. Needs one more code unit
    /// than <paramref name="max"/> in the text.
    /// </summary>
    public static (int At, string Place) Find(ReadOnlySpan<char> text, int max)
    {
        int first = 0;
        while (first < max && char.IsWhiteSpace(text[first])) first++;
        int line = 0, sentence = 0, space = 0;
        for (int at = max; at > first; at--)
        {
            char before = text[at - 1];
            if (!char.IsWhiteSpace(before) || !IsSafe(text, at)) continue;
            if (before is '\n' or '\r')
            {
                if (EndsParagraph(text, at, first)) return (at, "an empty line");
                if (line == 0) line = at;
            }
            else if (line == 0)
            {
                if (sentence == 0 && at >= 2 && EndsSentence(text, at - 2, first)) sentence = at;
                if (space == 0) space = at;
            }
        }

        if (line > 0) return (line, "a line break");
        if (sentence > 0) return (sentence, "the end of a sentence");
        if (space > 0) return (space, "white space");
        int anywhere = max;
        while (anywhere > 1 && !IsSafe(text, anywhere)) anywhere--;
        // Nothing shorter is safe only where the text starts with a pair: it stays whole.
        return (IsSafe(text, anywhere) ? anywhere : 2, "no break at all");
    }

    private static bool IsSafe(ReadOnlySpan<char> text, int at)
        => at >= text.Length || !((text[at - 1] == '\r' && text[at] == '\n') || char.IsLowSurrogate(text[at]));

    private static bool EndsParagraph(ReadOnlySpan<char> text, int at, int first)
    {
        int i = at - 1;
        if (text[i] == '\n' && i > 0 && text[i - 1] == '\r') i--;
        for (i--; i >= first && text[i] is not ('\n' or '\r'); i--)
        {
            if (!char.IsWhiteSpace(text[i])) return false;
        }

        return i >= first;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int last, int first)
    {
        while (last > first && text[last] is '"' or '\'' or '”' or '’' or ')' or ']' or '»') last--;
        return text[last] is '.' or '!' or '?' or '…' or '。' or '।';
    }
}
