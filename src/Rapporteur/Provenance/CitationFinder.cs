// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>"Reuters reported", "according to Reuters", "was reported by the website Delta Watch".</summary>
internal sealed class CitationFinder(SourceView view, LinkLedger ledger)
{
    private const int MostBetween = 12;
    private readonly Dictionary<int, (int Sentence, int? Actor)> lastIn = [];

    /// <summary>Finds the statements whose source is an outlet, other than the report's own.</summary>
    public void FindStatements()
    {
        for (int s = 0; s < view.Document.Statements.Count; s++)
        {
            Statement statement = view.Document.Statements[s];
            if (statement.Source is not { } source || statement.Cue is not { } cue || statement.IsNegated) continue;
            TokenRange range = view.Tokens.RangeOf(source);
            if (!IsReport(view.Tokens.RangeOf(cue.Span)) || HasPoll(range)) continue;
            NamedOutlet? outlet = null;
            for (int t = range.First; t < range.End && outlet is null; t++)
            {
                // the source is the outlet, not its editor, and not one who is only described by it
                bool isHead = view.NameAt(t) >= 0 && MentionIndex.HeadOf(view.Document, view.Document.Names[view.NameAt(t)].Span) is var head && IsHeadOf(head, range);
                if (isHead) outlet = view.OutletAt(t, range.End);
            }

            if (outlet is not { } found || found.Name == view.Document.Origin.Outlet) continue;
            if (view.SentenceAt(source.Start) is not (>= 0 and var sentence)) continue;
            TextSpan span = new(Math.Min(source.Start, cue.Span.Start), Math.Max(source.End, cue.Span.End));
            if (span.Length > source.Length + cue.Span.Length + 20) span = source;
            ledger.Add("outlet as source", sentence, new(ProvenanceKind.CitedFrom, span, found.Name, null) { Actor = found.Actor, Statement = s });
            Remember(sentence, found.Actor);
        }
    }

    /// <summary>Finds what was reported by an outlet, in a sentence.</summary>
    public void Find(TokenRange sentence, int number)
    {
        for (int t = sentence.First; t + 2 < sentence.End; t++)
        {
            if (view.Document.Tags.UposOf(t) != Upos.Verb || view.Document.Tags.XposOf(t) != "VBN" || (view.UseOf(t) & ProvenanceUse.Report) == 0) continue;
            int by = t + 1;
            while (by < sentence.End && by < t + 4 && !view.Is(by, "by") && !(view.Is(by, "in") && by == t + 1)) by++;
            if (by + 1 >= sentence.End || !(view.Is(by, "by") || view.Is(by, "in"))) continue;
            if (OutletIn(by + 1, sentence) is not { } outlet || outlet.Name == view.Document.Origin.Outlet) continue;
            int subject = view.Phrases.ChildBy(t, Deprel.NsubjPass);
            int owner = subject >= 0 ? view.Phrases.ChildBy(subject, Deprel.NmodPoss) : -1;
            int? statement = view.NearestStatement(t, sentence);
            ledger.Add("reported by", number, new(ProvenanceKind.CitedFrom, view.SpanOf(t, outlet.End), outlet.Name, null) { Actor = Speaker(owner, statement) ?? outlet.Actor, Statement = statement });
            Remember(number, outlet.Actor);
        }
    }

    /// <summary>The actor of the outlet that a passage cites last; null for none.</summary>
    public int? LastIn(int passage) => lastIn.TryGetValue(passage, out var last) ? last.Actor : null;

    private void Remember(int sentence, int? outlet)
    {
        int passage = view.Document.Sentences[sentence].Passage;
        if (!lastIn.TryGetValue(passage, out var last) || last.Sentence <= sentence) lastIn[passage] = (sentence, outlet);
    }

    /// <summary>Outlets do other things than report: sue, hope, endorse.</summary>
    private bool IsReport(TokenRange cue)
    {
        for (int t = cue.First; t < cue.End; t++)
        {
            if ((view.UseOf(t) & (ProvenanceUse.Report | ProvenanceUse.SayTo | ProvenanceUse.Tell)) != 0 || view.Is(t, "according")) return true;
        }

        return false;
    }

    private bool HasPoll(TokenRange source)
    {
        for (int t = source.First; t < source.End; t++)
        {
            if ((view.UseOf(t) & ProvenanceUse.Poll) != 0) return true;
        }

        return false;
    }

    private int? Speaker(int owner, int? statement) => (owner >= 0 ? view.ActorAt(owner) : null) ?? view.SourceOf(statement);

    /// <summary>An outlet whose name begins here, or behind what it is called: "the independent news website, Delta Watch".</summary>
    private NamedOutlet? OutletIn(int from, TokenRange sentence)
    {
        bool called = false;
        for (int t = from; t < sentence.End && t < from + MostBetween; t++)
        {
            if (view.OutletAt(t, sentence.End) is { } outlet) return outlet;
            if ((view.UseOf(t) & ProvenanceUse.OutletNoun) != 0) called = true;
            else if (view.NameAt(t) is >= 0 and var name && called && view.Document.Names[name].Type != NameType.Person)
                return new(view.Document.Names[name].Span.In(view.Document.Text).ToString(), view.Document.Names[name].Tokens.End, view.ActorOfName(name));
            else if (view.NameAt(t) < 0 && view.Document.Tags.UposOf(t) is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Punct or Upos.Propn or Upos.Verb)) return null;
        }

        return null;
    }

    private bool IsHeadOf(int token, TokenRange range)
    {
        for (int steps = 0; steps < 4 && token >= 0; steps++)
        {
            int head = view.Trees.HeadOf(token);
            if (head < range.First || head >= range.End) return true;
            if (view.Trees.DeprelOf(token) is not (Deprel.Appos or Deprel.Flat)) return false;
            token = head;
        }

        return false;
    }
}
