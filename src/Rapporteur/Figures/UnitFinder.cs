// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>The words that tell what a number is measured in.</summary>
/// <param name="Tokens">The words behind the number; before it, for a sign.</param>
/// <param name="Unit">The unit; null where there is none.</param>
/// <param name="Currency">The money; null where it is none, or no one tells whose.</param>
/// <param name="Scale">What the number is multiplied by.</param>
internal readonly record struct UnitWords(TokenRange Tokens, FigureUnit? Unit, string? Currency, decimal Scale)
{
    /// <summary>No unit.</summary>
    public static UnitWords None => new(default, null, null, 1);

    /// <summary>Whether there is no unit.</summary>
    public bool IsNone => Unit is null;

    /// <summary>Whether a hyphen binds it to the number, so that an article before belongs to a noun behind.</summary>
    public bool DropsArticle { get; init; }

    /// <summary>Where number and unit end.</summary>
    public int End(Numeral numeral) => Math.Max(numeral.Tokens.End, Tokens.End);
}

/// <summary>Finds units and money beside a number.</summary>
internal sealed class UnitFinder(Document document, FigureWords words)
{
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>The sign of money, or its code, before a number: "CAD $".</summary>
    public UnitWords Before(int at, TokenRange within)
    {
        UnitWords found = UnitWords.None with { Tokens = new(at, at) };
        if (words.Signs.TryBefore(tokens, at, within.First, out Currency sign, out int first))
        {
            // "a $5 fee" is not "A$5"
            if (!IsSign(first, at) && !words.Signs.TryBefore(tokens, at, at - 1, out sign, out first)) return found;
            found = Money(new(first, at), sign);
        }

        else if (at > within.First && words.Codes.TryBefore(tokens, at, within.First, out sign, out first) && char.IsAsciiLetterUpper(tokens.WordOf(first)[0])) return Money(new(first, at), sign);
        if (!found.IsNone && words.Codes.TryBefore(tokens, found.Tokens.First, within.First, out Currency code, out first)) found = Money(new(first, at), code);
        return found;
    }

    /// <summary>The sign or code that starts with a token.</summary>
    public UnitWords SignAt(int at, TokenRange within)
    {
        if (words.Codes.TryAfter(tokens, at, within.End, out Currency code, out int end))
        {
            if (words.Signs.TryAfter(tokens, end, within.End, out _, out int further)) end = further;
            return Money(new(at, end), code);
        }

        return words.Signs.TryAfter(tokens, at, within.End, out Currency sign, out end) && IsSign(at, end) ? Money(new(at, end), sign) : UnitWords.None;
    }

    /// <summary>The unit behind a number, or the money whose sign stands before it.</summary>
    public UnitWords After(Numeral numeral, UnitWords sign, TokenRange within)
    {
        int end = numeral.Tokens.End;
        if (numeral.Unit is { } glued) return new(default, glued, null, 1);
        if (numeral.Kind is NumeralKind.Fraction or NumeralKind.Factor && sign.IsNone && numeral.Kind == NumeralKind.Factor) return UnitWords.None;
        bool hyphen = end + 1 < within.End && tokens.WordOf(end) is "-" && tokens.SpanOf(end).Start == tokens.SpanOf(end - 1).End;
        int at = hyphen ? end + 1 : end;
        if (numeral.Kind == NumeralKind.Vague && at + 1 < within.End && tokens.WordOf(at) is "of") at++;
        if (!sign.IsNone)
        {
            if (!hyphen && words.Codes.TryAfter(tokens, at, within.End, out Currency code, out int behind)) return Money(new(end, behind), code);
            return sign with { Tokens = default, DropsArticle = hyphen };
        }

        if (at < within.End && words.CurrencyNames.TryAfter(tokens, at, within.End, out Currency name, out int last) && (last > at + 1 || IsNominal(last - 1))
            && !(words.Units.TryAfter(tokens, at, within.End, out _, out _) && last < within.End && tokens.WordOf(last) is "of"))
            return Money(new(end, last), name) with { DropsArticle = hyphen };
        if (!hyphen && (words.Codes.TryAfter(tokens, at, within.End, out name, out last) || words.Signs.TryAfter(tokens, at, within.End, out name, out last))) return StartsNumber(last, within) ? UnitWords.None : Money(new(end, last), name);
        if (words.Units.TryAfter(tokens, at, within.End, out FigureUnit unit, out last) && IsNominal(last - 1)) return new(new(end, last), unit, null, 1) { DropsArticle = hyphen };
        if (!hyphen && numeral.Kind == NumeralKind.Cardinal && end + 1 < within.End && tokens.WordOf(end) is "times" && Compares(end + 1)) return new(new(end, end + 1), FigureUnit.Factor, null, 1);
        return UnitWords.None;
    }

    /// <summary>Whether a unit starts with a token.</summary>
    public bool FollowsAt(int at) => at < tokens.Count && (words.Units.TryAfter(tokens, at, tokens.Count, out _, out _) || words.CurrencyNames.TryAfter(tokens, at, tokens.Count, out _, out _) || (words.TryNumber(tokens.WordOf(at), out NumberWord word) && word.Class is NumberClass.Hundred or NumberClass.Magnitude));

    /// <summary>Letters that are part of a sign are capitals, and a single one stands right before it.</summary>
    private bool IsSign(int first, int end)
    {
        ReadOnlySpan<char> word = tokens.WordOf(first);
        if (!char.IsAsciiLetter(word[0])) return true;
        return char.IsAsciiLetterUpper(word[0]) && (end == first + 1 || word.Length > 1 || tokens.SpanOf(first).End == tokens.SpanOf(first + 1).Start);
    }

    private static UnitWords Money(TokenRange range, Currency currency) => new(range, FigureUnit.Money, currency.Code, currency.Scale);

    /// <summary>"€ 5": the sign belongs to the number behind it.</summary>
    private bool StartsNumber(int at, TokenRange within) => at < within.End && char.IsAsciiDigit(tokens.WordOf(at)[0]) && tokens.SpanOf(at).Start == tokens.SpanOf(at - 1).End;

    /// <summary>A verb such as "won" is no money.</summary>
    private bool IsNominal(int token) => document.Tags.UposOf(token) is not (Upos.Verb or Upos.Aux or Upos.Adv or Upos.Pron or Upos.Det) && tokens.WordOf(token) is not ("in" or "In");

    private bool Compares(int token) => words.Is(tokens.WordOf(token), WordRole.Comparing) || document.Tags.XposOf(token) is "JJR" or "RBR";
}
