// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Finds the words that name a source next to its cue.</summary>
internal static class SourceFinder
{
    private const int Longest = 40;

    private const WordClass Opening = WordClass.Capital | WordClass.Determiner | WordClass.Quantity | WordClass.Number | WordClass.Speaker;
    private const WordClass Barred = WordClass.Stop | WordClass.Quote;

    /// <summary>The source between two places, all the words of it, as in "…," Smith, a baker, | said; empty if they name none.</summary>
    public static TokenRange Between(WordView words, int from, int to)
    {
        while (from < to && words.Is(from, WordClass.Initial) && !words.Is(from, WordClass.Capital)) from++;
        if (from < to && words.Is(from, WordClass.Initial) && from + 1 < to && words.Is(from + 1, Opening | WordClass.Pronoun)) from++;
        return from < to && to - from <= Longest && IsSource(words, from, to) ? new(from, to) : default;
    }

    /// <summary>The source right before a cue, as in: In Lima, Smith, a baker, | said; empty if none is there.</summary>
    public static TokenRange Before(WordView words, int floor, int cue)
    {
        if (cue <= floor) return default;
        if (IsPersonal(words, cue - 1)) return new(cue - 1, cue);
        int earliest = Math.Max(floor, cue - Longest);
        if (earliest == floor && Between(words, floor, cue) is { IsEmpty: false } whole) return whole;
        for (int i = earliest; i < cue - 1; i++)
        {
            if (!words.IsComma(i) && !words.IsDash(i) && !words.Is(i, WordClass.Conjunction | WordClass.Clause)) continue;
            if (Between(words, i + 1, cue) is { IsEmpty: false } part) return part;
        }

        return default;
    }

    /// <summary>The source right after a cue, as in said | Smith, a baker, who …; empty if none is there.</summary>
    public static TokenRange After(WordView words, int from, int limit)
    {
        if (from >= limit) return default;
        if (IsPersonal(words, from)) return new(from, from + 1);
        if (!Opens(words, from, limit)) return default;
        int end = CoreEnd(words, from, Math.Min(limit, from + Longest));
        return end == from ? default : new(from, AppositionEnd(words, end, Math.Min(limit, end + Longest)));
    }

    private static bool IsPersonal(WordView words, int index)
        => words.Is(index, WordClass.Pronoun) && !words.Is(index, WordClass.Determiner | WordClass.Clause);

    private static bool IsSource(WordView words, int from, int to)
    {
        if (IsPersonal(words, from)) return to == from + 1 || (words.Is(from + 1, WordClass.Preposition) && to - from < 8 && IsCore(words, from + 1, to));
        if (!words.Is(from, Opening) && !IsPluralNoun(words, from, to)) return false;
        int comma = from;
        while (comma < to && !words.IsComma(comma)) comma++;
        if (!IsCore(words, from, comma)) return false;
        if (comma == to) return true;
        bool listed = false;
        for (int i = comma; i < to; i++)
        {
            if (words.Is(i, Barred)) return false;
            listed |= words.Is(i, "and");
        }

        return words.IsComma(to - 1) ? to - comma > 2 : listed && IsListed(words, from, to);
    }

    /// <summary>A list of names: every part begins as a source does.</summary>
    private static bool IsListed(WordView words, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words.IsComma(i) && i + 1 < to && !words.Is(i + 1, Opening | WordClass.Conjunction)) return false;
            if (words.Is(i, WordClass.Auxiliary | WordClass.Clause) || IsPersonal(words, i)) return false;
        }

        return true;
    }

    /// <summary>Whether some words without a comma can be one noun phrase.</summary>
    private static bool IsCore(WordView words, int from, int to)
    {
        bool relative = false;
        for (int i = from; i < to; i++)
        {
            relative |= words.Is(i, "who") || words.Is(i, "whose");
            if (words.Is(i, Barred)) return false;
            if (relative) continue;
            if (words.Is(i, WordClass.Auxiliary | WordClass.Negation) && !words.Is(i, WordClass.Capital)) return false;
            if (words.Is(i, WordClass.Clause) && !words.Is(i, WordClass.Determiner)) return false;
            if (i > from && IsPersonal(words, i) && !words.Is(i, WordClass.Quantity | WordClass.Capital)) return false;
            if (words.Is(i, WordClass.Mark) && !words.IsHyphen(i) && words.Tokens.WordOf(i) is not (['('] or [')'])) return false;
            if (words.IsVerbLike(i, to)) return false;
        }

        return !words.Is(to - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Possessive)
            && (!words.Is(to - 1, WordClass.Determiner) || words.Is(to - 1, WordClass.Quantity | WordClass.Capital));
    }

    /// <summary>Nouns without an article: "senior officials".</summary>
    private static bool IsPluralNoun(WordView words, int from, int to)
    {
        if (to - from > 4 || !words.Is(to - 1, WordClass.Speaker)) return false;
        for (int i = from; i < to; i++)
        {
            if (words[i] is not (WordClass.None or WordClass.Speaker) && !words.IsHyphen(i)) return false;
        }

        return true;
    }

    /// <summary>Whether a source can begin here: a capital, an article, or adjectives before a name.</summary>
    private static bool Opens(WordView words, int from, int limit)
    {
        if (words.Is(from, Opening)) return !words.Is(from, WordClass.Time);
        for (int i = from; i < Math.Min(limit, from + 6); i++)
        {
            if (words.Is(i, WordClass.Capital | WordClass.Speaker)) return true;
            if (words[i] != WordClass.None && !words.IsHyphen(i)) return false;
        }

        return false;
    }

    private static int CoreEnd(WordView words, int from, int limit)
    {
        bool named = words.Is(from, WordClass.Capital);
        int end = from;
        for (; end < limit; end++)
        {
            if (words.IsHyphen(end) || words.Is(end, WordClass.Possessive)) continue;
            if (words.Is(end, WordClass.Mark | WordClass.Pronoun | WordClass.Auxiliary | WordClass.Time)) break;
            if (words.Is(end, WordClass.Clause) && !words.Is(end, WordClass.Determiner)) break;
            if (end > from && words.Is(end, WordClass.Preposition) && !Joins(words, end, limit, named)) break;
            if (end > from && words.Is(end, WordClass.Conjunction) && !(words.Is(end, "and") && end + 1 < limit && words.Is(end + 1, Opening))) break;
            if (words.Is(end, WordClass.Adverb) && !words.Is(end, WordClass.Capital)) break;
            if (named && end > from && words[end] == WordClass.None && !words.Is(end - 1, WordClass.Possessive | WordClass.Particle) && !words.Is(end - 1, "of")) break;
        }

        while (end > from && words.Is(end - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner) && !words.Is(end - 1, WordClass.Quantity)) end--;
        return end;
    }

    /// <summary>Whether a preposition belongs to the phrase: "head of", "secretary for", "a professor at", "Smith of".</summary>
    private static bool Joins(WordView words, int index, int limit, bool named)
    {
        if (index + 1 >= limit || words.Is(index + 1, WordClass.Time | WordClass.Pronoun)) return false;
        return words.Is(index, "of") || (!named && (words.Is(index, "for") || words.Is(index, "at") || words.Is(index, "from") || words.Is(index, "with")));
    }

    /// <summary>Where the description after a name ends: ", a professor at Aar," or ", 45," or ", who was there,".</summary>
    private static int AppositionEnd(WordView words, int end, int limit)
    {
        if (end + 1 >= limit || !words.IsComma(end)) return end;
        int first = end + 1;
        bool describes = words.Is(first, WordClass.Determiner | WordClass.Number) || words.Is(first, "who") || words.Is(first, "whose")
            || (words.Is(first, WordClass.Capital) && !words.Is(first, WordClass.Time | WordClass.Pronoun | WordClass.Conjunction))
            || (words[first] == WordClass.None && !words.Tokens.WordOf(first).EndsWith("ing", StringComparison.Ordinal));
        if (!describes) return end;
        for (int i = first; i < limit; i++)
        {
            if (words.Is(i, WordClass.Quote) || words.IsDash(i)) return i == first ? end : i;
            if (words.Is(i, WordClass.Stop)) return i;
            if (!words.IsComma(i)) continue;
            int further = AppositionEnd(words, i, limit);
            return further > i ? further : i + 1;
        }

        return end;
    }
}
