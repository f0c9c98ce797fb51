// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>What somebody said without quotation marks around all of it.</summary>
/// <param name="Attribution">Source and cue.</param>
/// <param name="Content">The words of the clause.</param>
internal readonly record struct Clause(Attribution Attribution, TextSpan Content);

/// <summary>Finds clauses that a cue verb attributes: Smith said (that) …; …, Smith said; …, according to Smith.</summary>
internal static class ClauseFinder
{
    private const int FewestWords = 3;

    /// <summary>The clause of a sentence that its first fitting cue attributes, or null.</summary>
    /// <param name="words">The document's tokens.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quotations">The quotations of its passage.</param>
    public static Clause? Find(WordView words, TextSpan sentence, List<Quotation> quotations)
    {
        TokenRange range = words.Tokens.RangeOf(sentence);
        int end = range.End;
        while (end > range.First && words.Is(end - 1, WordClass.Stop)) end--;
        for (int i = range.First; i < end; i++)
        {
            if (words.Is(i, "according") && i + 1 < end && words.Is(i + 1, "to")) return AccordingTo(words, range.First, i, end);
            if (words.CueAt(i, end, out int width) is not { IsParticiple: false, Cue.TakesClause: true } form) continue;
            if (IsInside(words.Tokens.SpanOf(i), quotations)) continue;
            TokenRange cue = AttributionFinder.Group(words, range.First, i, width, out bool negated);
            TokenRange source = SourceFinder.Before(words, range.First, cue.First);
            if (source.IsEmpty) continue;
            if (After(words, form.Cue, cue, source, negated, range.First, end) is { } clause) return clause;
            if (Before(words, form.Cue, cue, source, negated, range.First, end) is { } earlier) return earlier;
        }

        return null;
    }

    /// <summary>Smith said (that) …</summary>
    private static Clause? After(WordView words, Cue verb, TokenRange cue, TokenRange source, bool negated, int floor, int end)
    {
        int from = cue.End;
        if (from >= end) return null;
        int that = from;
        while (that < end && that - from <= 12 && !words.Is(that, "that") && !words.Is(that, WordClass.Mark | WordClass.Auxiliary)) that++;
        bool hasThat = that < end && words.Is(that, "that");
        if (hasThat) from = that;
        else if (verb.Lemma != "say" || !BeginsClause(words, from, end)) return null;
        if (end - from < FewestWords || source.First != floor && !words.IsComma(source.First - 1) && !words.Is(source.First - 1, WordClass.Initial | WordClass.Conjunction)) return null;
        AttributionPattern pattern = hasThat ? AttributionPattern.SourceCueThat : AttributionPattern.SourceCueClause;
        return new(new(pattern, source, cue, verb, negated), words.Tokens.SpanOf(new TokenRange(from, end)));
    }

    /// <summary>…, Smith said.</summary>
    private static Clause? Before(WordView words, Cue verb, TokenRange cue, TokenRange source, bool negated, int floor, int end)
    {
        if (source.First - 1 <= floor + FewestWords || !words.IsComma(source.First - 1)) return null;
        if (cue.End < end && !words.Is(cue.End, WordClass.Preposition | WordClass.Time | WordClass.Adverb)) return null;
        if (verb.Lemma is not ("say" or "add" or "note" or "report" or "write" or "argue" or "explain" or "suggest" or "warn")) return null;
        return new(new(AttributionPattern.ClauseSourceCue, source, cue, verb, negated), words.Tokens.SpanOf(new TokenRange(floor, source.First - 1)));
    }

    /// <summary>…, according to Smith; According to Smith, …</summary>
    private static Clause? AccordingTo(WordView words, int floor, int according, int end)
    {
        TokenRange cue = new(according, according + 2);
        TokenRange source = SourceFinder.After(words, cue.End, end);
        if (source.IsEmpty) return null;
        var attribution = new Attribution(AttributionPattern.AccordingTo, source, cue, null, false);
        if (according > floor + FewestWords)
        {
            int last = words.IsComma(according - 1) ? according - 1 : according;
            return new(attribution, words.Tokens.SpanOf(new TokenRange(floor, last)));
        }

        int from = source.End;
        if (from < end && words.IsComma(from)) from++;
        return according == floor && end - from >= FewestWords ? new(attribution, words.Tokens.SpanOf(new TokenRange(from, end))) : null;
    }

    private static bool BeginsClause(WordView words, int from, int end)
    {
        const WordClass Subject = WordClass.Pronoun | WordClass.Determiner | WordClass.Capital | WordClass.Quantity | WordClass.Number | WordClass.Clause | WordClass.Initial;
        return from < end && words.Is(from, Subject) && !words.Is(from, WordClass.Preposition | WordClass.Time);
    }

    private static bool IsInside(TextSpan span, List<Quotation> quotations)
    {
        foreach (Quotation quotation in quotations)
        {
            if (quotation.Span.Contains(span)) return true;
        }

        return false;
    }
}
