// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>Puts a number together with what belongs to it: a second number, a unit or money, the words that bound it.</summary>
internal sealed class FigureFinder(Document document, FigureWords words)
{
    private readonly TokenTable tokens = document.Tokens;
    private readonly NumberReader reader = new(document, words);
    private readonly UnitFinder units = new(document, words);

    /// <summary>Whether a number may start with a token.</summary>
    public bool MayStart(int token) => reader.MayStart(token, out _);

    /// <summary>The amount whose number starts with a token; null if there is none.</summary>
    /// <param name="at">The token.</param>
    /// <param name="within">The rest of the sentence that belongs to no figure yet.</param>
    public Amount? Find(int at, TokenRange within)
    {
        if (!reader.TryRead(at, within, out Numeral low)) return null;
        UnitWords sign = units.Before(low.Tokens.First, within);
        int first = Math.Min(sign.Tokens.First, low.Tokens.First);
        Bound? bound = Before(ref first, within, out int start);
        UnitWords unit = units.After(low, sign, within);
        if (RatioOf(low, unit, within) is { } ratio) return Close(ratio, start, first, ratio.Tokens.End, UnitWords.None, bound, within);
        if (low.Kind == NumeralKind.Cardinal && Second(low, sign, unit, bound, within, out Numeral high, out UnitWords highUnit) is { } link)
        {
            if (RangeOf(low, sign, unit, high, highUnit, link, bound, start, within) is { } range) return Close(range, start, first, highUnit.End(high), highUnit, bound, within);
            if (link != Link.Or && link != Link.And && unit.IsNone && highUnit.IsNone && high.Kind == NumeralKind.Cardinal && low.Magnitude == 1 && high.Magnitude == 1)
                return new() { Tokens = new(first, high.Tokens.End), Core = new(first, high.Tokens.End), Numeral = high, Value = low.Value, IsScore = true };
        }

        Numeral number = low;
        if (unit.DropsArticle && low.HasArticle)
        {
            number = low with { Tokens = new(low.Tokens.First + 1, low.Tokens.End) };
            if (start == first) start++;
            first++;
        }

        return Close(new() { Tokens = number.Tokens, Core = number.Tokens, Numeral = number, Value = number.Value }, start, first, unit.End(low), unit, bound, within);
    }

    /// <summary>The amount with its unit, and with the bounds before and behind it.</summary>
    private Amount Close(Amount amount, int start, int first, int end, UnitWords unit, Bound? bound, TokenRange within)
    {
        if (words.After.TryAfter(tokens, end, within.End, out Bound after, out int last) && !(bound is not null && tokens.WordOf(end) is "at")) bound = after;
        else last = end;
        Numeral numeral = amount.Numeral;
        FigureQualifier own = amount.Upper is not null ? FigureQualifier.Between : numeral.Qualifier;
        FigureUnit kind = unit.Unit ?? (numeral.Kind switch { NumeralKind.Fraction => FigureUnit.Fraction, NumeralKind.Factor => FigureUnit.Factor, _ => FigureUnit.Count });
        bool ranges = amount.Upper is not null || bound is null || bound.Qualifier == FigureQualifier.Between;
        return amount with
        {
            Tokens = new(start, last),
            Core = new(first, end),
            Value = Normal(amount.Value * unit.Scale),
            Upper = amount.Upper * unit.Scale is { } upper ? Normal(upper) : null,
            Unit = kind,
            Currency = unit.Currency,
            Qualifier = ranges ? own : bound!.Qualifier,
            Negated = ranges ? own : bound!.Negated,
        };
    }

    /// <summary>"One in five", "nine out of ten".</summary>
    private Amount? RatioOf(Numeral low, UnitWords unit, TokenRange within)
    {
        int end = low.Tokens.End;
        if (!unit.IsNone || low.Kind != NumeralKind.Cardinal || low.Magnitude != 1 || end + 1 >= within.End) return null;
        bool outOf = tokens.WordOf(end) is "out" && tokens.WordOf(end + 1) is "of";
        int next = outOf ? end + 2 : end + 1;
        bool every = next + 1 < within.End && tokens.WordOf(next) is "every";
        if (!outOf && tokens.WordOf(end) is not "in" && !(every && tokens.WordOf(end) is "of")) return null;
        if (!reader.TryRead(every ? next + 1 : next, within, out Numeral high) || high.Kind != NumeralKind.Cardinal || high.Value <= low.Value || high.Value > 1_000_000 || low.Value == 0) return null;
        // "two in 2021", "three in four days": a time
        if (!outOf && ((high.IsPlainDigits && high.Value is > 1000 and < 2100) || (high.Tokens.End < within.End && words.Is(tokens.WordOf(high.Tokens.End), WordRole.Time)))) return null;
        decimal value = Math.Round(low.Value / high.Value, 3);
        return new() { Tokens = new(low.Tokens.First, high.Tokens.End), Core = default, Numeral = low with { Kind = NumeralKind.Fraction }, Value = value };
    }

    private enum Link
    {
        /// <summary>"To".</summary>
        To,

        /// <summary>A dash.</summary>
        Dash,

        /// <summary>"Or".</summary>
        Or,

        /// <summary>"And".</summary>
        And,
    }

    /// <summary>What links the number to a second one right behind it; null if nothing does.</summary>
    private Link? Second(Numeral low, UnitWords sign, UnitWords unit, Bound? bound, TokenRange within, out Numeral high, out UnitWords highUnit)
    {
        (high, highUnit) = (default, UnitWords.None);
        int at = sign.IsNone || unit.Tokens.Count > 0 ? unit.End(low) : low.Tokens.End;
        if (at + 1 >= within.End) return null;
        bool between = bound?.Qualifier == FigureQualifier.Between;
        Link? link = tokens.WordOf(at) switch
        {
            "to" => Link.To,
            "-" or "–" or "—" when tokens.SpanOf(at).Start == tokens.SpanOf(at - 1).End && tokens.SpanOf(at).End == tokens.SpanOf(at + 1).Start => Link.Dash,
            "or" => Link.Or,
            "and" when between => Link.And,
            _ => null,
        };
        if (link is null) return null;
        int next = at + 1;
        UnitWords second = units.SignAt(next, within);
        if (!second.IsNone) next = second.Tokens.End;
        if (next + 1 < within.End && tokens.WordOf(next) is "a" or "an" or "A" or "An") next++;
        if (!reader.TryRead(next, within, out high)) return null;
        highUnit = units.After(high, second.IsNone ? sign : second, within);
        return link;
    }

    /// <summary>The range of two numbers; null where they are none.</summary>
    private Amount? RangeOf(Numeral low, UnitWords sign, UnitWords unit, Numeral high, UnitWords highUnit, Link link, Bound? bound, int start, TokenRange within)
    {
        if (high.Kind != NumeralKind.Cardinal) return null;
        bool ownUnit = unit.Tokens.Count > 0;
        bool between = bound?.Qualifier == FigureQualifier.Between;
        if (ownUnit && (unit.Unit != highUnit.Unit || unit.Currency != highUnit.Currency || link == Link.Or)) return null;
        // "from 4 to 6 percent" tells of a change
        if (link == Link.To && !between && start > within.First && tokens.WordOf(start - 1) is "from" or "From") return null;
        decimal value = low.Value;
        if (low.Magnitude == 1 && high.Magnitude > 1 && value <= high.Value / high.Magnitude) value *= high.Magnitude;
        if (value >= high.Value) return null;
        if (link is Link.To or Link.Dash && !between && highUnit.IsNone && high.Magnitude == 1 && !CountsSomething(high.Tokens.End, within)) return null;
        return new() { Tokens = new(low.Tokens.First, high.Tokens.End), Core = default, Numeral = high, Value = value, Upper = high.Value };
    }

    /// <summary>Whether a noun in the plural follows, with adjectives before it at most.</summary>
    private bool CountsSomething(int at, TokenRange within)
    {
        for (; at < within.End; at++)
        {
            Upos upos = document.Tags.UposOf(at);
            if (document.Tags.XposOf(at) is "NNS" or "NNPS") return true;
            if (upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Adv) && tokens.WordOf(at) is not ("people" or "more")) return tokens.WordOf(at) is "of";
            if (tokens.WordOf(at) is "people" or "more") return true;
        }

        return false;
    }

    /// <summary>The words of bound before an amount; the strongest counts: "at least some 200".</summary>
    private Bound? Before(ref int first, TokenRange within, out int start)
    {
        start = first;
        Bound? found = null;
        while (words.Before.TryBefore(tokens, start, within.First, out Bound bound, out int at) && !IsPlace(at, start))
        {
            if (found is null || found.Qualifier == FigureQualifier.About) found = bound;
            start = at;
        }

        return found;
    }

    /// <summary>"Talks over two islands", "under two presidents": a preposition before a small number bounds nothing.</summary>
    private bool IsPlace(int first, int end)
    {
        if (end - first > 1 || !char.IsLetter(tokens.WordOf(first)[0]) || document.Tags.UposOf(first) != Upos.Adp || document.Trees.DeprelOf(first) != Deprel.Case) return false;
        if (tokens.WordOf(first) is "between" or "Between") return false;
        NumberWord word = default;
        return end < tokens.Count && (words.TryNumber(tokens.WordOf(end), out word) ? word.Class is NumberClass.Ones && !units.FollowsAt(end + 1) : tokens.WordOf(end).Length == 1 && char.IsAsciiDigit(tokens.WordOf(end)[0]) && !units.FollowsAt(end + 1));
    }

    private static decimal Normal(decimal value) => value / 1.0000000000000000000000000000m;
}
