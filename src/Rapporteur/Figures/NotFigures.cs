// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>Tells the numbers that count nothing: dates and ages, numbers of laws and models, telephone numbers, scores, numbers of lists.</summary>
internal sealed class NotFigures(Document document, FigureWords words)
{
    private readonly TokenTable tokens = document.Tokens;
    private readonly TagTable tags = document.Tags;
    private readonly TreeTable trees = document.Trees;
    private int name;
    private int time;

    /// <summary>Why an amount is no figure; null if it is one. Asked in order of the text.</summary>
    public string? ReasonOf(Amount amount, TokenRange sentence)
    {
        if (amount.IsScore) return "score";
        if (amount.Unit is not (FigureUnit.Count or FigureUnit.Fraction or FigureUnit.Factor)) return null;
        if (IsTime(amount, sentence)) return "time or age";
        if (amount.Unit == FigureUnit.Factor) return IsIdiom(amount) ? "idiom" : null;
        if (amount.Numeral.Magnitude == 1 && IsInName(amount)) return "part of a name";
        if (amount.Numeral.Kind == NumeralKind.Fraction) return IsPartOfNothing(amount, sentence) ? "part of nothing" : null;
        if (amount.Numeral.Kind == NumeralKind.Vague) return null;
        if (IsDate(amount, sentence)) return "date";
        if (IsAge(amount, sentence)) return "age";
        if (amount.Numeral.Magnitude > 1) return null;
        if (IsIdentifier(amount, sentence)) return "number of a thing";
        if (IsListNumber(amount, sentence)) return "list";
        if (IsTelephone(amount, sentence)) return "telephone";
        return IsPronoun(amount, sentence) ? "pronoun" : null;
    }

    /// <summary>"Four years", "a 10-year-old", "half an hour", and whatever the stage of times has found.</summary>
    private bool IsTime(Amount amount, TokenRange sentence)
    {
        if (document.Times.IsFilled)
        {
            TextSpan span = tokens.SpanOf(amount.Core);
            ReadOnlySpan<TimeExpression> times = document.Times.AsSpan();
            while (time < times.Length && times[time].Span.End <= span.Start) time++;
            if (time < times.Length && times[time].Span.Start < span.End && !(amount.Numeral.Magnitude > 1 && span.Contains(times[time].Span))) return true;
        }

        int at = amount.Tokens.End;
        if (amount.Numeral.Kind == NumeralKind.Fraction && at < sentence.End && tokens.WordOf(at) is "a" or "an" or "of") at++;
        else if (amount.Numeral.Kind == NumeralKind.Vague && at < sentence.End && tokens.WordOf(at) is "of") at++;
        if (at < sentence.End && tokens.WordOf(at) is "-") at++;
        if (at < sentence.End && words.Is(tokens.WordOf(at), WordRole.Time)) return true;
        int head = HeadOf(amount.Core);
        return head >= at && head < at + 4 && head < sentence.End && words.Is(tokens.WordOf(head), WordRole.Time) && trees.DeprelOf(RootOf(amount.Core)) is Deprel.Nummod or Deprel.Compound;
    }

    /// <summary>"Doubled down".</summary>
    private bool IsIdiom(Amount amount)
    {
        int next = amount.Core.End;
        return next < tokens.Count && trees.DeprelOf(next) == Deprel.CompoundPrt && trees.HeadOf(next) == next - 1;
    }

    /// <summary>"A third term", "half empty": an ordinal, or no part of anything that is told.</summary>
    private bool IsPartOfNothing(Amount amount, TokenRange sentence)
    {
        int last = amount.Core.End - 1, end = amount.Tokens.End;
        bool half = tokens.WordOf(last) is "half" or "Half";
        if (amount.Core.Count > 1 && !amount.Numeral.HasArticle) return false;
        if (char.IsAsciiDigit(tokens.WordOf(last)[0])) return end >= sentence.End || !(tokens.WordOf(end) is "of" || tags.UposOf(end) is Upos.Noun or Upos.Adj);
        if (amount.Tokens.First < amount.Core.First) return false;
        int before = amount.Core.First - 1;
        ReadOnlySpan<char> previous = before >= sentence.First ? tokens.WordOf(before) : default;
        if (half && before >= sentence.First && (tags.UposOf(before) == Upos.Adj || words.Is(previous, WordRole.Pointing))) return true;
        if (end < sentence.End && tokens.WordOf(end) is "of") return false;
        if (previous is "by") return end < sentence.End && tags.UposOf(end) is Upos.Noun or Upos.Adj;
        if (half) return end >= sentence.End || !words.Is(tokens.WordOf(end), WordRole.Pointing);
        return end < sentence.End && (tags.UposOf(end) is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num || tokens.WordOf(end) is "-");
    }

    /// <summary>"May 4", "4 May", "in 2021", "the 2020 election".</summary>
    private bool IsDate(Amount amount, TokenRange sentence)
    {
        int first = amount.Core.First, end = amount.Core.End;
        if (first > sentence.First && IsMonth(first - 1) && amount.Value is >= 1 and <= 2100) return true;
        if (end < sentence.End && IsMonth(end) && amount.Value is >= 1 and <= 31) return true;
        // "at two"
        if (amount.IsBare && amount.Value <= 24 && first > sentence.First && tokens.WordOf(first - 1) is "at" or "At" && (end >= sentence.End || tags.UposOf(end) is Upos.Punct)) return true;
        // "24 and 25 May"
        if (end + 2 < sentence.End && amount.Value <= 31 && tokens.WordOf(end) is "and" or "or" or "to" && char.IsAsciiDigit(tokens.WordOf(end + 1)[0]) && IsMonth(end + 2)) return true;
        if (!amount.Numeral.IsPlainDigits || amount.Value is < 1000 or > 2100 || amount.Core.Count > 1) return false;
        // other numbers of this size are written with a comma, or are round
        return amount.Value % 100 != 0 || end >= sentence.End || !(tags.XposOf(end) is "NNS" or "NNPS" || tags.UposOf(end) == Upos.Adj || tokens.WordOf(end) is "people");
    }

    private bool IsMonth(int token) => char.IsUpper(tokens.WordOf(token)[0]) && words.Is(tokens.WordOf(token), WordRole.Month);

    /// <summary>"Aged 34", "Maria Oden, 34,".</summary>
    private bool IsAge(Amount amount, TokenRange sentence)
    {
        int first = amount.Tokens.First, end = amount.Tokens.End;
        if (amount.IsBare && amount.Value <= 130 && IsOfPerson(amount)) return true;
        if (first > sentence.First && words.Is(tokens.WordOf(first - 1), WordRole.Aged) && amount.Value <= 130) return true;
        // "dies at 84", "the age of 84"
        if (first - 2 >= sentence.First && amount.Value <= 130 && tokens.WordOf(first - 1) is "at" or "of" && words.Is(tokens.WordOf(first - 2), WordRole.Aged)) return true;
        // "children under five"
        if (first > sentence.First && amount.Core.First == first + 1 && amount.Value <= 100 && tags.XposOf(first - 1) is "NNS" && tokens.WordOf(first) is "under" or "over" or "above" or "below"
            && (end >= sentence.End || tags.UposOf(end) is not (Upos.Noun or Upos.Adj or Upos.Propn))) return true;
        if (!amount.Numeral.IsPlainDigits || amount.Value > 130 || first - 2 < sentence.First || tokens.WordOf(first - 1) is not ("," or "(") || tags.UposOf(first - 2) is not (Upos.Propn or Upos.Noun)) return false;
        return end >= sentence.End || tokens.WordOf(end) is "," or ")" or "." or ";" or "and" or ":" or "—" or "–" or "―" or "-";
    }

    /// <summary>"She is 33".</summary>
    private bool IsOfPerson(Amount amount)
    {
        int at = amount.Core.First;
        for (int t = Math.Max(0, at - 4); t < at; t++)
        {
            if (trees.HeadOf(t) == at && trees.DeprelOf(t) == Deprel.Nsubj) return tags.UposOf(t) == Upos.Pron ? tokens.WordOf(t) is "he" or "He" or "she" or "She" or "I" or "who" : tags.XposOf(t) is "NNP";
        }

        return false;
    }

    /// <summary>"Group of Seven": inside a name of several words.</summary>
    private bool IsInName(Amount amount)
    {
        ReadOnlySpan<Name> names = document.Names.AsSpan();
        while (name < names.Length && names[name].Tokens.End <= amount.Core.First) name++;
        return name < names.Length && names[name].Tokens.First <= amount.Core.First && names[name].Tokens.End >= amount.Core.End && names[name].Tokens.Count > amount.Core.Count;
    }

    /// <summary>"Section 301", "No. 2", "COVID-19", "10 Linden Street".</summary>
    private bool IsIdentifier(Amount amount, TokenRange sentence)
    {
        if (amount.Upper is not null || amount.Tokens.First < amount.Core.First) return false;
        int first = amount.Core.First, end = amount.Core.End, head = HeadOf(amount.Core);
        Deprel deprel = trees.DeprelOf(RootOf(amount.Core));
        if (first > sentence.First)
        {
            ReadOnlySpan<char> previous = tokens.WordOf(first - 1);
            if (previous is "#" or "№" or "No." or "no." or "Nos." or "nos." or "number") return true;
            if (words.Is(previous, WordRole.Numbered) && amount.IsBare && (head < first || tags.XposOf(head) is not ("NNS" or "NNPS"))) return true;
            bool glued = tokens.SpanOf(first - 1).End == tokens.SpanOf(first).Start;
            if (glued && previous is "-" or "–" or "/" or ":" or "." && first - 2 >= sentence.First && tokens.SpanOf(first - 2).End == tokens.SpanOf(first - 1).Start) return true;
            if (tags.UposOf(first - 1) is Upos.Propn or Upos.Noun && head <= first - 1 && head >= sentence.First && amount.Numeral.IsPlainDigits
                && deprel is Deprel.Flat or Deprel.Nummod or Deprel.Appos or Deprel.Compound or Deprel.NmodUnmarked or Deprel.Dep or Deprel.List or Deprel.NmodDesc) return true;
            // "Boeing 737", "a Section 8 voucher"
            if (tags.UposOf(first - 1) == Upos.Propn && amount.Numeral.IsPlainDigits && tags.XposOf(first - 1) is "NNP" && (head < first || tags.XposOf(head) is "NN" or "NNP")) return true;
        }

        if (end < sentence.End && tokens.WordOf(end) is "/" or ":" && tokens.SpanOf(end).Start == tokens.SpanOf(end - 1).End && end + 1 < sentence.End && char.IsAsciiDigit(tokens.WordOf(end + 1)[0])) return true;
        // "4 Mill Road"
        if (amount.Numeral.IsPlainDigits && head >= end && head < end + 3 && head < sentence.End && first > sentence.First && char.IsUpper(tokens.WordOf(head)[0]) && char.IsUpper(tokens.WordOf(end)[0])
            && tags.XposOf(head) is "NN" or "NNP" && !IsTitle(sentence)) return true;
        return amount.Numeral.IsPlainDigits && amount.Value > 1 && head == end && deprel is Deprel.Nummod or Deprel.Compound && tags.XposOf(head) is "NNP" || (head > end && head < end + 3 && amount.Numeral.IsPlainDigits && tags.XposOf(head) is "NNP" && tags.UposOf(end) == Upos.Propn);
    }

    /// <summary>Whether every longer word of a sentence is written with a capital.</summary>
    private bool IsTitle(TokenRange sentence)
    {
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (tokens.WordOf(t).Length > 4 && char.IsLower(tokens.WordOf(t)[0])) return false;
        }

        return true;
    }

    /// <summary>"1. The treaty …".</summary>
    private bool IsListNumber(Amount amount, TokenRange sentence)
    {
        int first = amount.Core.First, end = amount.Core.End;
        // "first, one, his temper; and two, his language"
        if (amount.IsBare && amount.Value <= 5 && end < sentence.End && tokens.WordOf(end) is "," && first > sentence.First && tokens.WordOf(first - 1) is "," or "and" or "is" or ":" or ";") return true;
        if (!amount.Numeral.IsPlainDigits) return false;
        if (first == sentence.First && end < sentence.End && tokens.WordOf(end) is "." or ")" or ":") return true;
        return first > sentence.First && tokens.WordOf(first - 1) is "(" && end < sentence.End && tokens.WordOf(end) is ")" && amount.Value < 30;
    }

    /// <summary>Three numbers in a row, or one behind a plus sign.</summary>
    private bool IsTelephone(Amount amount, TokenRange sentence)
    {
        int first = amount.Core.First, end = amount.Core.End;
        if (!amount.Numeral.IsPlainDigits) return amount.Core.Count > 2 && amount.Numeral.Tokens.Count > 2 && first > sentence.First && tokens.WordOf(first - 1) is "+";
        if (first > sentence.First && (tokens.WordOf(first - 1) is "+" || IsDigits(first - 1))) return true;
        return end < sentence.End && IsDigits(end);
    }

    /// <summary>"The ages of 15 and 24", "Sections 3 and 4": a bare number linked to one that counts nothing.</summary>
    public bool IsLinked(Amount amount, int end)
        => amount.IsBare && amount.Numeral.Magnitude == 1 && amount.Tokens.First == end + 1 && tokens.WordOf(end) is "and" or "or" or "to" && !(trees.DeprelOf(amount.Core.First) == Deprel.Nummod && trees.HeadOf(amount.Core.First) > end);

    private bool IsDigits(int token) => tags.UposOf(token) == Upos.Num && char.IsAsciiDigit(tokens.WordOf(token)[0]) && tokens.WordOf(token).IndexOf('/') < 0;

    /// <summary>"No one", "one of them", "the two": what stands for something, and counts nothing.</summary>
    private bool IsPronoun(Amount amount, TokenRange sentence)
    {
        if (amount.Upper is not null || amount.Tokens.First < amount.Core.First || amount.Core.Count > 1) return false;
        int at = amount.Core.First;
        bool counts = trees.DeprelOf(at) == Deprel.Nummod && trees.HeadOf(at) > at;
        ReadOnlySpan<char> previous = at > sentence.First ? tokens.WordOf(at - 1) : default;
        if (amount.Value == 1)
        {
            if (words.Is(previous, WordRole.No) || !(counts || at + 1 >= sentence.End || tags.UposOf(at + 1) is Upos.Adj or Upos.Noun)) return !char.IsAsciiDigit(tokens.WordOf(at)[0]);
            return at + 1 < sentence.End && words.Is(tokens.WordOf(at + 1), WordRole.Phrase);
        }

        bool followed = at + 1 < sentence.End && (tokens.WordOf(at + 1) is "of" or "-" || tags.UposOf(at + 1) is Upos.Noun or Upos.Adj or Upos.Propn);
        return !counts && !followed && words.Is(previous, WordRole.Pointing);
    }

    /// <summary>The token of a range whose head lies outside.</summary>
    private int RootOf(TokenRange range)
    {
        for (int t = range.First; t < range.End; t++)
        {
            int head = trees.HeadOf(t);
            if ((head < range.First || head >= range.End) && trees.DeprelOf(t) != Deprel.Punct) return t;
        }

        return range.End - 1;
    }

    private int HeadOf(TokenRange range) => trees.HeadOf(RootOf(range));
}
