// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>One document's figures, sentence by sentence, in order of the text.</summary>
internal sealed class FigureReading(Document document, FigureWords words, Trace trace)
{
    private const string Stage = "figures";

    private readonly List<Figure> figures = [];
    private readonly FigureFinder finder = new(document, words);
    private readonly NotFigures not = new(document, words);
    private CountedFinder? counted;
    private ClauseOf? clauses;

    /// <summary>Reads a sentence.</summary>
    public void Read(TokenRange sentence)
    {
        (Amount Amount, Counted Counted)? before = null;
        int free = sentence.First, droppedEnd = -1;
        string? dropped = null;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (!finder.MayStart(at) || finder.Find(at, new(free, sentence.End)) is not { } amount) continue;
            at = amount.Tokens.End - 1;
            free = amount.Tokens.End;
            if ((not.ReasonOf(amount, sentence) ?? (dropped is not null && not.IsLinked(amount, droppedEnd) ? dropped : null)) is { } reason)
            {
                Drop(amount, reason);
                (dropped, droppedEnd) = (reason, amount.Tokens.End);
                continue;
            }

            Prepare();
            Counted of = counted!.Of(amount, sentence, before);
            if (before is { } first && of.Ground is not (Ground.Noun or Ground.Complement)) amount = Share(first.Amount, amount);
            Keep(amount, of, sentence);
            before = (amount, of);
        }
    }

    /// <summary>The figures, in order of the text.</summary>
    public Figure[] Finish() => [.. figures];

    /// <summary>What only documents with figures need.</summary>
    private void Prepare()
    {
        counted ??= new CountedFinder(document, words, document.Phrases);
        clauses ??= new ClauseOf(document, words, document.Phrases);
    }

    /// <summary>"Above 34 percent or 31 percent": one bound for both.</summary>
    private Amount Share(Amount first, Amount second)
    {
        bool linked = second.Tokens.First == first.Tokens.End + 1 && document.Tokens.WordOf(first.Tokens.End) is "or" or "and";
        return linked && second.Qualifier == FigureQualifier.Exact && second.Unit == first.Unit && first.Tokens.First < first.Core.First
            ? second with { Qualifier = first.Qualifier, Negated = first.Negated } : second;
    }

    private void Keep(Amount amount, Counted of, TokenRange sentence)
    {
        TextSpan span = document.Tokens.SpanOf(amount.Tokens);
        FigureQualifier qualifier = amount.Negated != amount.Qualifier && clauses!.IsNegated(amount) ? amount.Negated : amount.Qualifier;
        figures.Add(new Figure
        {
            Span = span,
            Value = amount.Value,
            Upper = amount.Upper,
            Unit = amount.Unit,
            Currency = amount.Currency,
            Qualifier = qualifier,
            Of = of.Tokens.IsEmpty ? null : document.Tokens.SpanOf(of.Tokens),
            Within = document.Contents.Around(document.Tokens.SpanOf(amount.Core)),
            AsOf = clauses!.DayOf(amount, sentence),
        });
        if (trace.Enabled) trace.Add(Stage, span, $"counted:{of.Ground}", note: string.Create(CultureInfo.InvariantCulture, $"{amount.Value} {amount.Unit}, {qualifier}"));
    }

    private void Drop(Amount amount, string reason)
    {
        if (trace.Enabled) trace.Add(Stage, document.Tokens.SpanOf(amount.Tokens), $"not:{reason}", kept: false, note: string.Create(CultureInfo.InvariantCulture, $"{amount.Value}"));
    }
}
