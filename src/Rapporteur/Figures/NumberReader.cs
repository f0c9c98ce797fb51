// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>Reads numbers from words and digits: "two hundred and fifty", "2.5 million", "half a dozen", "tens of thousands".</summary>
internal sealed class NumberReader(Document document, FigureWords words)
{
    /// <summary>The largest number that a magnitude may stand behind, so that no product leaves what a decimal can hold.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    private readonly TokenTable tokens = document.Tokens;

    /// <summary>Whether a number may start with a token: a digit, or a word of the list.</summary>
    public bool MayStart(int token, out NumberWord word)
    {
        ReadOnlySpan<char> letters = tokens.WordOf(token);
        word = default;
        return char.IsAsciiDigit(letters[0]) || letters is ['½' or '¼' or '¾' or '⅓' or '⅔'] || words.TryNumber(letters, out word);
    }

    /// <summary>Reads the number that starts with a token, with an article before it that belongs to it.</summary>
    public bool TryRead(int at, TokenRange within, out Numeral numeral)
    {
        numeral = default;
        if (at >= within.End || !MayStart(at, out NumberWord word)) return false;
        if (!words.TryNumber(tokens.WordOf(at), out word)) return TryDigits(at, within, out numeral);
        switch (word.Class)
        {
            case NumberClass.Ones or NumberClass.Teens or NumberClass.Tens:
                return TryWords(at, within, false, out numeral);
            case NumberClass.Hundred or NumberClass.Magnitude:
                return IsArticle(at - 1, within) && TryWords(at, within, true, out numeral);
            case NumberClass.Plural:
                return TryPlural(at, at, within, FigureQualifier.AtLeast, out numeral);
            case NumberClass.Degree:
                int plural = Skip(at + 1, "-", within);
                return NumberAt(plural, within, out NumberWord next) && next.Class == NumberClass.Plural && TryPlural(at, plural, within, FigureQualifier.About, out numeral);
            case NumberClass.Some:
                return TrySome(at, within, out numeral);
            case NumberClass.Couple:
                return TryCouple(at, within, out numeral);
            case NumberClass.Part:
                return TryPart(at, word.Value, within, out numeral);
            case NumberClass.Fold:
                numeral = new(new(at, at + 1), word.Value, NumeralKind.Factor);
                return true;
            case NumberClass.Multiply:
                numeral = new(new(at, at + 1), word.Value, NumeralKind.Factor);
                return document.Tags.UposOf(at) == Upos.Verb;
            case NumberClass.Twice:
                numeral = new(new(at, at + 1), word.Value, NumeralKind.Factor);
                return at + 1 < within.End && words.Is(tokens.WordOf(at + 1), WordRole.Comparing);
            case NumberClass.Multi:
                numeral = new(new(at, at + 1), word.Value, NumeralKind.Vague) { Qualifier = FigureQualifier.AtLeast };
                return true;
            default:
                return false;
        }
    }

    private bool TryDigits(int at, TokenRange within, out Numeral numeral)
    {
        numeral = default;
        ReadOnlySpan<char> word = tokens.WordOf(at);
        if (DigitReader.TryFraction(word, out decimal part))
        {
            numeral = new(new(at, at + 1), part, NumeralKind.Fraction);
            return true;
        }

        if (!DigitReader.TryRead(word, out decimal value, out ReadOnlySpan<char> rest, out bool isPlain)) return false;
        int end = at + 1;
        FigureUnit? unit = null;
        decimal magnitude = 1;
        FigureQualifier qualifier = FigureQualifier.Exact;
        if (!rest.IsEmpty)
        {
            if (words.TryNumber(rest, out NumberWord suffix) && suffix.Class is NumberClass.Glued or NumberClass.Magnitude && suffix.Class != default) magnitude = suffix.Value;
            else if (words.Units.TryGet(rest, out FigureUnit found)) unit = found;
            else if (rest is "+") qualifier = FigureQualifier.AtLeast;
            else if (!DigitReader.TryFraction(rest, out part)) return false;
            else value += part;
        }
        else if (isPlain)
        {
            for (; end < within.End && value < Largest / 1000 && IsGroup(at, end); end++) value = (value * 1000) + int.Parse(tokens.WordOf(end), System.Globalization.CultureInfo.InvariantCulture);
            isPlain = end == at + 1;
            if (end < within.End && DigitReader.TryFraction(tokens.WordOf(end), out part))
            {
                value += part;
                end++;
            }
        }

        value *= magnitude;
        if (unit is null && magnitude == 1) return Finish(at, end, value, within, isPlain, out numeral);
        numeral = new(new(at, end), Normal(value), NumeralKind.Cardinal) { Magnitude = magnitude, Unit = unit, Qualifier = qualifier };
        return true;
    }

    /// <summary>"10 000": three digits that one blank parts from up to three others.</summary>
    private bool IsGroup(int first, int at)
    {
        ReadOnlySpan<char> word = tokens.WordOf(at);
        return word.Length == 3 && tokens.WordOf(first).Length <= 3 && tokens.SpanOf(at).Start == tokens.SpanOf(at - 1).End + 1
            && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[2]);
    }

    /// <summary>"Two hundred and fifty thousand": each word must be smaller than what it follows, or multiply it.</summary>
    private bool TryWords(int at, TokenRange within, bool article, out Numeral numeral)
    {
        numeral = default;
        decimal total = 0, current = article ? 1 : 0, scale = Largest;
        int end = at;
        while (NumberAt(end, within, out NumberWord word))
        {
            decimal below = current % 100;
            if (word.Class == NumberClass.Ones && (end == at || (below is 0 or >= 20 && current % 10 == 0 && current + total > 0))) current += word.Value;
            else if (word.Class is NumberClass.Teens or NumberClass.Tens && below == 0) current += word.Value;
            else if (word.Class == NumberClass.Hundred && current is > 0 and < 100) current *= 100;
            else if (word.Class == NumberClass.Magnitude && current > 0 && word.Value < scale)
            {
                total += current * word.Value;
                (current, scale) = (0, word.Value);
            }
            else break;

            end++;
            // "twenty-five"; "hundred and fifty"
            if (word.Class == NumberClass.Tens && IsWord(end, "-", within) && NumberAt(end + 1, within, out NumberWord ones) && ones.Class == NumberClass.Ones) end++;
            else if (word.Class is NumberClass.Hundred or NumberClass.Magnitude && IsWord(end, "and", within) && NumberAt(end + 1, within, out NumberWord small)
                && small.Class is NumberClass.Ones or NumberClass.Teens or NumberClass.Tens && small.Class >= 0 && end + 1 < within.End && !IsPart(end + 2, within)) end++;
        }

        while (end > at && tokens.WordOf(end - 1) is "-" or "and" or "And") end--;
        if (end == at) return false;
        int first = article ? at - 1 : at;
        decimal value = total + current;
        decimal magnitude = scale < Largest && current == 0 ? scale : 1;
        if (magnitude > 1 || article || value >= 100)
        {
            end = WithHalf(end, within, ref value, magnitude, false);
            numeral = new(new(first, end), Normal(value), NumeralKind.Cardinal) { Magnitude = magnitude, HasArticle = article };
            return true;
        }

        return Finish(first, end, value, within, false, out numeral);
    }

    /// <summary>What may stand behind a number: a half, a magnitude, parts, "-fold".</summary>
    private bool Finish(int first, int end, decimal value, TokenRange within, bool isPlain, out Numeral numeral)
    {
        decimal magnitude = 1;
        int next = Skip(end, "-", within);
        if (NumberAt(next, within, out NumberWord word))
        {
            // "thirty-ninth"
            if (next > end && word.Class == NumberClass.Part && value % 10 == 0 && value > 0)
            {
                numeral = default;
                return false;
            }

            if (word.Class is NumberClass.Hundred or NumberClass.Magnitude)
            {
                magnitude = word.Value;
                value *= magnitude;
                end = next + 1;
                // "2 hundred thousand"
                if (word.Class == NumberClass.Hundred && NumberAt(end, within, out word) && word.Class == NumberClass.Magnitude)
                {
                    magnitude *= word.Value;
                    value *= word.Value;
                    end++;
                }
            }
            else if ((word.Class == NumberClass.Part && value == 1) || (word.Class == NumberClass.Parts && value >= 1 && value < word.Value))
            {
                decimal part = value / word.Value;
                end = OfMagnitude(next + 1, within, ref part, out bool whole);
                numeral = new(new(first, end), whole ? Normal(part) : Math.Round(part, 3), whole ? NumeralKind.Cardinal : NumeralKind.Fraction);
                return true;
            }
        }
        else if (next > end && (IsWord(next, "first", within) || IsWord(next, "second", within)))
        {
            numeral = default;
            return false;
        }
        else if (IsWord(next, "fold", within))
        {
            numeral = new(new(first, next + 1), value, NumeralKind.Factor);
            return true;
        }

        if (!isPlain || magnitude == 1) end = WithHalf(end, within, ref value, magnitude, true, out magnitude);
        numeral = new(new(first, end), Normal(value), NumeralKind.Cardinal) { Magnitude = magnitude, IsPlainDigits = isPlain && magnitude == 1 };
        return true;
    }

    private int WithHalf(int end, TokenRange within, ref decimal value, decimal magnitude, bool before) => WithHalf(end, within, ref value, magnitude, before, out _);

    /// <summary>"And a half", before a magnitude or behind it.</summary>
    private int WithHalf(int end, TokenRange within, ref decimal value, decimal magnitude, bool before, out decimal reached)
    {
        reached = magnitude;
        int at = Skip(end, "-", within);
        if (!IsWord(at, "and", within)) return end;
        at = Skip(at + 1, "-", within);
        if (!IsWord(at, "a", within)) return end;
        at = Skip(at + 1, "-", within);
        if (!IsWord(at, "half", within)) return end;
        value += magnitude / 2;
        if (!before || magnitude > 1) return at + 1;
        int next = Skip(at + 1, "-", within);
        if (!NumberAt(next, within, out NumberWord word) || word.Class is not (NumberClass.Hundred or NumberClass.Magnitude)) return at + 1;
        value *= word.Value;
        reached = word.Value;
        return next + 1;
    }

    /// <summary>"Tens of thousands".</summary>
    private bool TryPlural(int first, int at, TokenRange within, FigureQualifier qualifier, out Numeral numeral)
    {
        _ = NumberAt(at, within, out NumberWord word);
        decimal value = word.Value;
        int end = at + 1;
        while (IsWord(end, "of", within) && NumberAt(end + 1, within, out NumberWord next) && next.Class == NumberClass.Plural && next.Value > 1 && value < Largest)
        {
            value *= next.Value;
            end += 2;
        }

        numeral = new(new(first, end), value, NumeralKind.Vague) { Qualifier = qualifier, Magnitude = value };
        // "tens" and "scores" alone are what is counted, or mean something else
        if (word.Value == 10) return end > at + 1;
        return word.Value != 20 || (IsWord(end, "of", within) && !(first > within.First && words.Is(tokens.WordOf(first - 1), WordRole.Pointing)));
    }

    /// <summary>"Several hundred", "a few thousand", "many millions".</summary>
    private bool TrySome(int at, TokenRange within, out Numeral numeral)
    {
        numeral = default;
        int next = Skip(at + 1, "-", within);
        if (!NumberAt(next, within, out NumberWord word) || word.Class is not (NumberClass.Hundred or NumberClass.Magnitude or NumberClass.Plural)) return false;
        int end = next + 1;
        decimal value = word.Value;
        if (NumberAt(end, within, out NumberWord more) && more.Class == NumberClass.Magnitude)
        {
            value *= more.Value;
            end++;
        }

        numeral = new(new(IsArticle(at - 1, within) ? at - 1 : at, end), value, NumeralKind.Vague) { Qualifier = FigureQualifier.AtLeast, Magnitude = value };
        return true;
    }

    /// <summary>"A couple of thousand", "a couple of guards".</summary>
    private bool TryCouple(int at, TokenRange within, out Numeral numeral)
    {
        numeral = default;
        if (!IsArticle(at - 1, within)) return false;
        int next = IsWord(at + 1, "of", within) ? at + 2 : at + 1;
        bool scaled = NumberAt(next, within, out NumberWord word) && word.Class is NumberClass.Hundred or NumberClass.Magnitude && word.Value > 0;
        if (!scaled && next != at + 2) return false;
        numeral = new(new(at - 1, scaled ? next + 1 : at + 1), scaled ? 2 * word.Value : 2, NumeralKind.Vague) { Qualifier = FigureQualifier.About };
        return true;
    }

    /// <summary>"Half", "half a million", "a third"; the article is the part's own.</summary>
    private bool TryPart(int at, decimal parts, TokenRange within, out Numeral numeral)
    {
        bool article = IsArticle(at - 1, within);
        numeral = default;
        if (!article && parts != 2) return false;
        decimal value = 1 / parts;
        int end = at + 1;
        bool whole = false;
        if (parts == 2)
        {
            int next = Skip(end, "-", within);
            if (IsWord(next, "a", within)) next++;
            if (NumberAt(next, within, out NumberWord word) && word.Class is NumberClass.Hundred or NumberClass.Magnitude && word.Value > 0)
            {
                value *= word.Value;
                (end, whole) = (next + 1, true);
            }
        }

        if (!whole) end = OfMagnitude(end, within, ref value, out whole);
        numeral = new(new(article ? at - 1 : at, end), whole ? Normal(value) : Math.Round(value, 3), whole ? NumeralKind.Cardinal : NumeralKind.Fraction) { HasArticle = article };
        return true;
    }

    /// <summary>"A quarter of a million" is a number of things.</summary>
    private int OfMagnitude(int end, TokenRange within, ref decimal value, out bool whole)
    {
        whole = IsWord(end, "of", within) && IsWord(end + 1, "a", within) && NumberAt(end + 2, within, out NumberWord word) && word.Class is NumberClass.Hundred or NumberClass.Magnitude;
        if (!whole) return end;
        _ = NumberAt(end + 2, within, out NumberWord magnitude);
        value *= magnitude.Value;
        return end + 3;
    }

    private bool IsPart(int at, TokenRange within) => NumberAt(Skip(at, "-", within), within, out NumberWord word) && word.Class is NumberClass.Part or NumberClass.Parts && word.Value > 0;

    private bool NumberAt(int at, TokenRange within, out NumberWord word)
    {
        word = default;
        return at >= within.First && at < within.End && words.TryNumber(tokens.WordOf(at), out word);
    }

    private bool IsArticle(int at, TokenRange within) => IsWord(at, "a", within) || IsWord(at, "an", within);

    private bool IsWord(int at, string word, TokenRange within) => at >= within.First && at < within.End && tokens.WordOf(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    private int Skip(int at, string word, TokenRange within) => IsWord(at, word, within) ? at + 1 : at;

    /// <summary>The number without noughts behind the point.</summary>
    private static decimal Normal(decimal value) => Math.Round(value, 12) / 1.0000000000000000000000000000m;
}
