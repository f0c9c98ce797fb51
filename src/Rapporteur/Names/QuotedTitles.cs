// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Names;

/// <summary>Titles of works between quotation marks: “A Night at Sea”. All words but the small ones have capitals, and no sentence ends in them.</summary>
/// <remarks>
/// One word in marks, or a title that has another name in it, counts only beside a noun for a thing that has titles, "the song",
/// or in a row with other titles: irony, nicknames and mottoes stand in marks too.
/// </remarks>
internal static class QuotedTitles
{
    private const int MostTokens = 12;
    private const int TokensBefore = 6;
    private const int TokensAfter = 3;
    private static readonly TypeScores Title = new(-8, -8, -8, 0);

    /// <summary>Adds the titles of a report to its names.</summary>
    public static void AddTo(NameList names, TokenTable tokens, ReadOnlySpan<Sentence> sentences, NameWords words)
    {
        List<(TokenRange Range, NameType Type, TypeScores Kinds)> added = [];
        int next = 0, lastEnd = -1;
        foreach (Sentence sentence in sentences)
        {
            TokenRange range = tokens.RangeOf(sentence.Span);
            for (int open = range.First; open < range.End; open++)
            {
                if (!IsMark(tokens, open) || !Opens(tokens, open)) continue;
                int close = open + 1;
                int most = Math.Min(range.End, open + MostTokens + 2);
                while (close < most && !IsMark(tokens, close)) close++;
                if (close >= most) continue;
                TokenRange title = Within(tokens, open + 1, close);
                if (!IsTitle(tokens, title, words)) continue;

                while (next < names.Names.Length && names.Names[next].Tokens.End <= title.First) next++;
                Name? inside = next < names.Names.Length && names.Names[next].Tokens.First < title.End ? names.Names[next] : null;
                bool isKnown = inside is { } known && known.Tokens.First <= title.First && known.Tokens.End >= title.End;
                bool isRow = lastEnd >= 0 && open - lastEnd <= 3;
                NameWord around = isRow ? NameWord.Work : Around(tokens, open, close, range, words);
                if (isKnown || around.HasFlag(NameWord.Alias) || IsNickname(names.Names, next, title)) continue;
                if (!around.HasFlag(NameWord.Work) && (inside is not null || Count(tokens, title) < 2 || IsSpeech(title, open, close, range))) continue;
                added.Add((title, NameType.Miscellaneous, Title));
                lastEnd = close;
                open = close;
            }
        }

        names.Insert(added);
    }

    private static bool IsMark(TokenTable tokens, int token) => tokens.WordOf(token) is ['"' or '“' or '”' or '„' or '«' or '»'] or "''" or "``";

    /// <summary>An opening mark touches the word after it and none before it.</summary>
    private static bool Opens(TokenTable tokens, int mark)
    {
        if (mark + 1 >= tokens.Count) return false;
        TextSpan span = tokens.SpanOf(mark);
        return tokens.SpanOf(mark + 1).Start == span.End && (span.Start == 0 || !char.IsLetterOrDigit(tokens.Text[span.Start - 1]));
    }

    /// <summary>The words between the marks, without what American usage puts inside the closing one.</summary>
    private static TokenRange Within(TokenTable tokens, int first, int end)
    {
        while (end > first && tokens.WordOf(end - 1) is "," or "." or ";") end--;
        return new(first, end);
    }

    private static bool IsTitle(TokenTable tokens, TokenRange range, NameWords words)
    {
        if (range.IsEmpty || !IsCapital(tokens.WordOf(range.First))) return false;
        for (int i = range.First; i < range.End; i++)
        {
            ReadOnlySpan<char> word = tokens.WordOf(i);
            if (IsCapital(word) || words.Of(word).HasFlag(NameWord.Title) || word[0] is '\'' or '’') continue;
            if (char.IsLetter(word[0]) || word is "." or ";" || (i == range.End - 1 && word is ",")) return false;
        }

        ReadOnlySpan<char> last = tokens.WordOf(range.End - 1);
        return IsCapital(last) || last is "?" or "!" || char.IsDigit(last[0]);
    }

    private static bool IsCapital(ReadOnlySpan<char> word) => char.IsUpper(word[0]) || char.IsDigit(word[0]);

    private static int Count(TokenTable tokens, TokenRange range)
    {
        int count = 0;
        for (int i = range.First; i < range.End; i++) count += char.IsLetterOrDigit(tokens.WordOf(i)[0]) ? 1 : 0;
        return count;
    }

    private static NameWord Around(TokenTable tokens, int open, int close, TokenRange sentence, NameWords words)
    {
        NameWord found = NameWord.None;
        for (int i = Math.Max(sentence.First, open - TokensBefore); i < open; i++) found |= words.Of(Singular(tokens.WordOf(i)));
        for (int i = close + 1; i < Math.Min(sentence.End, close + 1 + TokensAfter); i++) found |= words.Of(Singular(tokens.WordOf(i))) & NameWord.Work;
        return found;
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word.Length > 4 && word[^1] == 's' ? word[..^1] : word;

    /// <summary>A whole sentence in marks, or one that a verb of saying follows: “Never Again,” she said.</summary>
    private static bool IsSpeech(TokenRange title, int open, int close, TokenRange sentence)
        => open == sentence.First && (title.End < close || close >= sentence.End - 2);

    /// <summary>Between two parts of a name: Ana “The Fox” Ruiz.</summary>
    private static bool IsNickname(ReadOnlySpan<Name> names, int next, TokenRange title)
        => next > 0 && names[next - 1] is { Type: NameType.Person } before && before.Tokens.End == title.First - 1
            && next < names.Length && names[next].Tokens.First == title.End + 1;
}
