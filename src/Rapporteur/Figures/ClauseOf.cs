// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>What the clause around a figure tells of it: whether it is negated, and the day it holds for.</summary>
internal sealed class ClauseOf(Document document, FigureWords words, PhraseTree phrases)
{
    private const int MostSteps = 6;

    private readonly TokenTable tokens = document.Tokens;
    private readonly TreeTable trees = document.Trees;
    private int time;

    /// <summary>Whether a negation before an amount reaches it: "none of them was above 5 percent".</summary>
    public bool IsNegated(Amount amount)
    {
        int at = amount.Core.First;
        for (int steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            for (int child = phrases.FirstChild(at); child >= 0 && child < amount.Tokens.First; child = phrases.NextChild(child))
            {
                if (words.Is(tokens.WordOf(child), WordRole.Negation)) return true;
                if (trees.DeprelOf(child) is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl)) continue;
                for (int inner = phrases.FirstChild(child); inner >= 0 && inner < child; inner = phrases.NextChild(inner))
                {
                    if (words.Is(tokens.WordOf(inner), WordRole.Negation)) return true;
                }
            }

            if (trees.DeprelOf(at) is Deprel.AclRelcl or Deprel.Advcl or Deprel.Parataxis) return false;
            at = trees.HeadOf(at);
        }

        return false;
    }

    /// <summary>The one day that stands in the clause of an amount; null where there is none, or several. Asked in order of the text.</summary>
    public string? DayOf(Amount amount, TokenRange sentence)
    {
        if (!document.Times.IsFilled) return null;
        ReadOnlySpan<TimeExpression> times = document.Times.AsSpan();
        TextSpan span = tokens.SpanOf(sentence);
        while (time < times.Length && times[time].Span.End <= span.Start) time++;
        string? day = null;
        int clause = -1;
        for (int t = time; t < times.Length && times[t].Span.Start < span.End; t++)
        {
            if (!IsDay(times[t])) continue;
            if (clause < 0) clause = PredicateOf(amount.Core.First);
            if (PredicateOf(tokens.RangeOf(times[t].Span).First) != clause || times[t].Value == day) continue;
            if (day is not null) return null;
            day = times[t].Value;
        }

        return day;
    }

    private static bool IsDay(TimeExpression time)
        => time.Type == TimeType.Date && DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <summary>The head of the clause that a token stands in.</summary>
    private int PredicateOf(int token)
    {
        int at = token;
        for (int steps = 0; steps < tokens.Count; steps++)
        {
            if (trees.HeadOf(at) < 0 || trees.DeprelOf(at) is Deprel.Ccomp or Deprel.Advcl or Deprel.AclRelcl or Deprel.Acl or Deprel.Parataxis or Deprel.Csubj) return at;
            if (trees.DeprelOf(at) == Deprel.Conj && document.Tags.UposOf(at) == Upos.Verb) return at;
            at = trees.HeadOf(at);
        }

        return at;
    }
}
