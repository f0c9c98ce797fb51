// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Finds the source and the cue next to a quotation.</summary>
internal static class AttributionFinder
{
    private const int Reach = 45;

    /// <summary>What follows a quotation: “…,” Smith said; “…,” said Smith; “…,” according to Smith.</summary>
    /// <param name="words">The document's tokens.</param>
    /// <param name="quotation">Tokens of the quotation.</param>
    /// <param name="limit">Where the passage ends, in tokens.</param>
    public static Attribution? After(WordView words, TokenRange quotation, int limit)
    {
        int from = quotation.End;
        bool comma = from < limit && (words.IsComma(from) || words.IsDash(from));
        if (comma) from++;
        if (from >= limit || !(comma || EndsOpen(words, quotation))) return null;
        limit = Math.Min(limit, from + Reach);
        if (from + 1 < limit && words.Is(from, "according") && words.Is(from + 1, "to"))
        {
            TokenRange source = SourceFinder.After(words, from + 2, limit);
            return source.IsEmpty ? null : new(AttributionPattern.AccordingTo, source, new(from, from + 2), null, false);
        }

        int start = from;
        while (start < limit && words.Is(start, WordClass.Adverb | WordClass.Auxiliary) && !words.Is(start, WordClass.Determiner)) start++;
        if (start < limit && words.CueAt(start, limit, out int width) is { IsParticiple: false } inverted
            && SourceFinder.After(words, start + width, limit) is { IsEmpty: false } after)
        {
            return new(AttributionPattern.QuoteCueSource, after, new(from, start + width), inverted.Cue, false);
        }

        for (int i = from + 1; i < limit && !words.Is(i, WordClass.Stop | WordClass.Quote); i++)
        {
            if (words.CueAt(i, limit, out width) is not { IsParticiple: false } form) continue;
            TokenRange cue = Group(words, from, i, width, out bool negated);
            if (SourceFinder.Between(words, from, cue.First) is { IsEmpty: false } source)
                return new(AttributionPattern.QuoteSourceCue, source, cue, form.Cue, negated);
        }

        return null;
    }

    /// <summary>What goes before a quotation: Smith said, “…”; Smith told the paper: “…”; Smith: “…”.</summary>
    /// <param name="words">The document's tokens.</param>
    /// <param name="floor">Where the passage begins, in tokens.</param>
    /// <param name="before">The token at which the quotation begins.</param>
    public static Attribution? Before(WordView words, int floor, int before)
    {
        int last = before - 1;
        if (last < floor) return null;
        bool colon = words.Tokens.WordOf(last) is [':'];
        bool comma = words.IsComma(last);
        if (colon || comma) last--;
        if (last < floor) return null;
        int start = ClauseStart(words, floor, last);
        if (colon && start == floor && last - start < 8 && SpeakerBefore(words, start, last + 1) is { } speaker) return speaker;
        int reach = colon || comma ? Reach : 1;
        for (int i = last; i >= start && last - i < reach; i--)
        {
            if (words.CueAt(i, before, out int width) is not { } form || i + width > last + 1) continue;
            TokenRange cue = Group(words, start, i, width, out bool negated);
            if (last + 1 > cue.End && !IsAddressee(words, form.Cue, cue.End, last + 1)) return null;
            if (form.IsParticiple) return new(AttributionPattern.Participle, default, cue, form.Cue, negated);
            TokenRange source = SourceFinder.Before(words, start, cue.First);
            return source.IsEmpty ? null : new(AttributionPattern.SourceCueQuote, source, cue, form.Cue, negated);
        }

        return null;
    }

    /// <summary>The cue with the auxiliaries, adverbs and negations before its verb.</summary>
    public static TokenRange Group(WordView words, int floor, int verb, int width, out bool negated)
    {
        int first = verb;
        negated = false;
        while (first > floor && words.Is(first - 1, WordClass.Auxiliary | WordClass.Adverb | WordClass.Negation)
            && !words.Is(first - 1, WordClass.Determiner))
        {
            first--;
            negated |= words.Is(first, WordClass.Negation);
        }

        return new(first, verb + width);
    }

    /// <summary>The token at which the sentence or part of a sentence begins that the token stands in.</summary>
    public static int ClauseStart(WordView words, int floor, int index)
    {
        int start = index;
        while (start > floor && !words.Is(start - 1, WordClass.Stop | WordClass.Quote)) start--;
        return start;
    }

    /// <summary>Whether a quotation ends so that its sentence can go on: comma, dash, question or exclamation mark.</summary>
    private static bool EndsOpen(WordView words, TokenRange quotation)
    {
        int last = quotation.End - 1;
        while (last > quotation.First && words.Is(last, WordClass.Quote | WordClass.Possessive)) last--;
        return words.IsComma(last) || words.IsDash(last) || words.Tokens.WordOf(last) is ['?', ..] or ['!', ..] or ['…'] or ['.', '.', ..] or ['-'];
    }

    /// <summary>Whether the words between a cue and a quotation only say to whom, where or how: "told the paper", "said in a letter".</summary>
    private static bool IsAddressee(WordView words, Cue cue, int from, int to)
    {
        if (to - from > 25) return false;
        bool addressed = cue.Lemma is "tell" or "ask" or "warn" or "assure" or "remind" or "promise" or "thank" or "advise" or "urge";
        if (!addressed && !words.Is(from, WordClass.Preposition | WordClass.Adverb | WordClass.Time | WordClass.Initial | WordClass.Clause)) return false;
        for (int i = from; i < to; i++)
        {
            if (words.Is(i, WordClass.Stop | WordClass.Quote | WordClass.Auxiliary)) return false;
        }

        return true;
    }

    /// <summary>A speaker before a colon at the start of a line: "Ruiz: …".</summary>
    private static Attribution? SpeakerBefore(WordView words, int start, int colon)
    {
        if (colon <= start || !words.Is(start, WordClass.Capital)) return null;
        for (int i = start; i < colon; i++)
        {
            if (!words.Is(i, WordClass.Capital | WordClass.Particle | WordClass.Possessive) && !words.IsHyphen(i)) return null;
        }

        return new(AttributionPattern.SpeakerColon, new(start, colon), new(colon, colon + 1), null, false);
    }
}
