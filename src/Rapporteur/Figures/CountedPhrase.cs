// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>The words of what is counted: the noun, its attributes, and the complements with a preposition that follow at once.</summary>
internal sealed class CountedPhrase(Document document, FigureWords words, PhraseTree phrases)
{
    private const int Deepest = 6;

    private readonly TokenTable tokens = document.Tokens;
    private readonly TagTable tags = document.Tags;
    private readonly TreeTable trees = document.Trees;

    /// <summary>The phrase of a noun from a token on: what stands before it is the number.</summary>
    public TokenRange From(int noun, int from, TokenRange sentence)
    {
        int first = from;
        while (first < noun && IsOutside(first)) first++;
        return new(first, Math.Min(sentence.End, EndOf(noun, 0, sentence.End)));
    }

    /// <summary>The phrase of a noun, as far as it does not run into the number.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="number">The number with its unit.</param>
    /// <param name="start">Where the first figure behind the noun starts, with its words of bound.</param>
    /// <param name="sentence">The sentence.</param>
    public TokenRange Around(int noun, TokenRange number, int start, TokenRange sentence)
    {
        int first = noun;
        for (int child = phrases.FirstChild(noun); child >= 0 && child < noun; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is not (Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nummod or Deprel.NmodUnmarked or Deprel.Flat or Deprel.NmodDesc or Deprel.Det)) continue;
            int from = phrases.FirstOf(child);
            if (from < number.End && phrases.LastOf(child) >= number.First) continue;
            first = Math.Min(first, from);
        }

        if (first < number.End && noun >= number.End) first = number.End;
        while (first < noun && IsOutside(first)) first++;
        int limit = noun < start ? start : sentence.End;
        return new(Math.Max(first, sentence.First), Math.Min(limit, EndOf(noun, 0, limit)));
    }

    /// <summary>Articles and the like, other numbers, and marks before the first word.</summary>
    private bool IsOutside(int token) => tags.UposOf(token) is Upos.Det or Upos.Punct or Upos.Num || (tags.UposOf(token) == Upos.Pron && trees.DeprelOf(token) == Deprel.NmodPoss) || tokens.WordOf(token) is "-" or "more" or "other" or "another" or "as" or "many" or "much" or "than" or "strong";

    private int EndOf(int noun, int depth, int limit)
    {
        int end = noun + 1;
        if (depth == Deepest) return end;
        for (int child = phrases.FirstChild(noun); child >= 0; child = phrases.NextChild(child))
        {
            if (child <= noun) continue;
            int first = phrases.FirstOf(child);
            if (first != end || child >= limit) break;
            Deprel deprel = trees.DeprelOf(child);
            if (deprel is Deprel.Flat or Deprel.Compound or Deprel.Fixed or Deprel.Goeswith || (deprel == Deprel.Case && depth > 0 && tags.UposOf(child) == Upos.Part)) end = child + 1;
            else if (deprel == Deprel.Nmod && !IsTime(child) && HasPreposition(child) && EndOf(child, depth + 1, limit) is var inner && inner <= limit) end = inner;
            else break;
        }

        return end;
    }

    private bool HasPreposition(int noun) => phrases.ChildBy(noun, Deprel.Case) is >= 0 and var preposition && preposition < noun && tokens.WordOf(preposition) is not ("than" or "as" or "including" or "like" or "by" or "to" or "after" or "since" or "during" or "before");

    /// <summary>Whether a word names a time.</summary>
    public bool IsTime(int token)
    {
        ReadOnlySpan<char> word = tokens.WordOf(token);
        return words.Is(word, WordRole.Time) || words.Is(word, WordRole.Month) || words.Is(word, WordRole.Weekday) || char.IsAsciiDigit(word[0]);
    }
}
