// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Tells whether words that may name a time do so where they stand: "May", "2000 people", "a second", "44 years old".</summary>
internal sealed class TimeFilter(Document document)
{
    private int nextName;

    /// <summary>Whether the phrase is a time. Asked in order of the text.</summary>
    public bool IsTime(TimePhrase phrase, TokenRange sentence)
    {
        ReadOnlySpan<char> before = Word(phrase.First - 1, sentence), after = Word(phrase.End, sentence);
        TimeParts parts = phrase.Parts;
        if (after is "old" || (after is "-" && Word(phrase.End + 1, sentence) is "old")) return false;
        if (parts.Unit == TimeUnit.Second && document.Tags.UposOf(phrase.End - 1) != Upos.Noun) return false;
        if (parts.Unit == TimeUnit.Quarter && phrase.Rule == TimeRule.Duration && (after is "of" || before is "by" or "than")) return false;
        switch (phrase.Pattern.Check)
        {
            case TimeCheck.Month:
                return document.Tags.UposOf(phrase.First) is not (Upos.Verb or Upos.Aux) && !IsPartOfName(phrase);
            case TimeCheck.Name:
                return !IsPartOfName(phrase);
            case TimeCheck.Year:
                return IsYear(phrase, before, after, sentence);
            case TimeCheck.Season:
                return document.Tags.UposOf(phrase.End - 1) is Upos.Noun or Upos.Propn && !IsPartOfName(phrase)
                    && (phrase.Tokens.Count > 1 || IsOneOf(before, "in|by|during|until|since|through|of|before|after|early|late|mid|next"));
            case TimeCheck.Half:
                return IsOneOf(before, "in|for|during|of") && !IsOneOf(after, "of") || IsOneOf(after, "of") && IsOneOf(Word(phrase.End + 1, sentence), "last|this|next|fiscal|financial");
            case TimeCheck.Decade:
                return !IsOneOf(after, "of");
            case TimeCheck.Unit:
                return parts.Unit is >= TimeUnit.Day and < TimeUnit.Decade && !IsOneOf(after, "of|when|that|which|in|before|after|-") && document.Tags.UposOf(phrase.End - 1) == Upos.Noun
                    && (!IsNoun(phrase.End, sentence) || IsOneOf(after, "ended|ending"));
            case TimeCheck.Part:
                return IsOneOf(before, "in|during|late|early|throughout|through|of|for|by|into") && !IsOneOf(after, "of|when|that");
            case TimeCheck.That:
                return parts.Unit is TimeUnit.None or (>= TimeUnit.Day and <= TimeUnit.Year) && document.Tags.UposOf(phrase.First) == Upos.Det;
            case TimeCheck.Moment:
                return before is "at";
            case TimeCheck.Alone:
                return !IsNoun(phrase.End, sentence);
            case TimeCheck.Hour:
                return IsOneOf(before, "at|around|about|by|until|since|from|before|after");
            case TimeCheck.One:
                return parts.Unit != TimeUnit.None && (phrase.First == sentence.First || document.Tags.UposOf(phrase.First - 1) is Upos.Adp or Upos.Adv or Upos.Verb or Upos.Adj or Upos.Sconj || before is "-" or "," or "than")
                    && !IsOneOf(before, "times") && document.Tags.UposOf(phrase.End - 1) == Upos.Noun;
            case TimeCheck.Through:
                return IsOneOf(before, "over|through|throughout|down");
            case TimeCheck.Many:
                return IsOneOf(before, "for|in|over|of|within|after|before|by|through|several|than|with|during|last|lasted|takes|took|took|spent|until") && !IsOneOf(after, "of");
            default:
                return true;
        }
    }

    /// <summary>Four digits are a year unless they count something or number it.</summary>
    private bool IsYear(TimePhrase phrase, ReadOnlySpan<char> before, ReadOnlySpan<char> after, TokenRange sentence)
    {
        if (phrase.Parts.Year is < 1200 or > 2100) return false;
        if (IsOneOf(before, "$|£|€|¥|No.|no.|#|flight|Flight|Route|route|Highway|Boeing|Airbus|page|pages|about|around|some|over|than|nearly|almost|least|most|up|only|±|+") && !IsOneOf(after, ",|.|to")) return false;
        if (IsOneOf(after, "%|percent|per|°|m|km|kg|feet|meters|metres|miles|pounds|dollars|euros|o'clock|million|billion|acres|hectares|votes|seats")) return false;
        if (IsPartOfName(phrase) && !IsOneOf(before, "in|of|since|by|until")) return false;
        int head = document.Trees.HeadOf(phrase.First);
        bool counts = document.Trees.DeprelOf(phrase.First) == Deprel.Nummod && head > phrase.First && document.Tags.XposOf(head) is "NNS" or "NNPS";
        return !counts || (phrase.Parts.Year % 100 != 0 && phrase.Parts.Year is >= 1900 and < 2060 && document.Tags.UposOf(phrase.First) != Upos.Num);
    }

    /// <summary>Whether it lies in the name of a person or, with other words, of something else.</summary>
    private bool IsPartOfName(TimePhrase phrase)
    {
        ReadOnlySpan<Name> names = document.Names.AsSpan();
        while (nextName < names.Length && names[nextName].Tokens.End <= phrase.First) nextName++;
        if (nextName == names.Length || names[nextName].Tokens.First >= phrase.End) return false;
        return names[nextName].Type == NameType.Person || names[nextName].Tokens.Count > phrase.Tokens.Count;
    }

    private bool IsNoun(int token, TokenRange sentence)
        => token < sentence.End && document.Tags.UposOf(token) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num;

    private ReadOnlySpan<char> Word(int token, TokenRange sentence)
        => token >= sentence.First && token < sentence.End ? document.Tokens.WordOf(token) : default;

    private static bool IsOneOf(ReadOnlySpan<char> word, ReadOnlySpan<char> words)
    {
        if (word.IsEmpty) return false;
        foreach (Range part in words.Split('|'))
        {
            if (word.Equals(words[part], StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
