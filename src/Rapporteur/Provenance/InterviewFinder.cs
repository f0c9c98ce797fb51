// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>"Told Reuters", "explained to Reuters", "in an interview with Reuters".</summary>
internal sealed class InterviewFinder(SourceView view, LinkLedger ledger)
{
    private const int MostBetween = 4;
    private const int MostBefore = 4;
    private const int MostOpen = 8;

    /// <summary>Finds them in a sentence.</summary>
    public void Find(TokenRange sentence, int number)
    {
        for (int t = sentence.First; t < sentence.End; t++)
        {
            ProvenanceUse use = view.UseOf(t);
            Upos upos = view.Document.Tags.UposOf(t);
            if ((use & ProvenanceUse.Interview) != 0) Interview(t, upos, sentence, number);
            else if (upos == Upos.Verb && (use & (ProvenanceUse.Tell | ProvenanceUse.SayTo)) != 0) Telling(t, use, sentence, number);
        }
    }

    private void Telling(int verb, ProvenanceUse use, TokenRange sentence, int number)
    {
        int at = verb + 1;
        if ((use & ProvenanceUse.Tell) == 0)
        {
            int limit = Math.Min(sentence.End, at + MostBetween);
            while (at < limit && !view.Is(at, "to") && !(view.Is(at, "with") && view.UseOf(verb) == ProvenanceUse.SayTo)) at++;
            if (at++ >= limit) return;
        }

        if (at >= sentence.End) return;
        int? statement = view.StatementAt(verb) ?? view.NearestStatement(verb, sentence);
        int? actor = view.StatementAt(verb) is { } told ? view.SourceOf(told) : null;
        actor ??= view.SubjectOf(verb);
        if (view.OutletAt(at, sentence.End) is { } outlet) Add("told", verb, outlet.End, outlet.Name, actor, statement, sentence, number);
        else if (IsReporter(at, sentence) is > 0 and var end) Add("told the reporter", verb, end, view.Document.Origin.Outlet, actor, statement, sentence, number);
    }

    /// <summary>"Me", "this reporter", "our correspondent": the token after; −1 for others.</summary>
    private int IsReporter(int at, TokenRange sentence)
    {
        if (view.Is(at, "me") && view.StatementAt(at - 1) is var statement && !view.IsContent(at, Quoted(at))) return statement is null ? -1 : at + 1;
        if (at + 1 >= sentence.End || !(view.Is(at, "this") || view.Is(at, "our"))) return -1;
        return view.Is(at + 1, "reporter") || view.Is(at + 1, "correspondent") || view.Is(at + 1, "newspaper") || view.Is(at + 1, "magazine") || view.Is(at + 1, "writer") ? at + 2 : -1;
    }

    /// <summary>A direct statement that holds a token; null for none.</summary>
    private int? Quoted(int token)
    {
        int last = view.FirstStatementFrom(view.Tokens.SpanOf(token).End);
        for (int s = last - 1; s >= 0 && s > last - MostOpen; s--)
        {
            if (view.Document.Statements[s].Quotation == QuotationKind.Direct && view.IsContent(token, s)) return s;
        }

        return null;
    }

    private void Interview(int noun, Upos upos, TokenRange sentence, int number)
    {
        NamedOutlet? outlet = null;
        int? guest = null;
        int first = noun, end = noun + 1;
        // "a Reuters interview", "Reuters' exclusive interview"
        for (int t = noun - 1; t >= sentence.First && t >= noun - MostBefore; t--)
        {
            if (view.NameAt(t) is not (>= 0 and var name)) continue;
            int start = view.Document.Names[name].Tokens.First;
            if (view.IsOutlet(name) && view.OutletAt(start, sentence.End) is { } before)
            {
                outlet = before;
                first = start;
            }

            break;
        }

        if (upos == Upos.Verb && view.Document.Tags.XposOf(noun) is not "VBN") return;
        for (int t = noun + 1; t < sentence.End && t < noun + 14; t++)
        {
            if (view.Tokens.WordOf(t) is not ("with" or "to" or "by" or "on" or "for" or "in" or "of")) continue;
            for (int at = t + 1; at < sentence.End && at < t + 8; at++)
            {
                if (view.Tokens.WordOf(at) is "with" or "to" or "by" or "on" or "for" or "." or ";") break;
                if (outlet is null && view.NameAt(at) >= 0 && view.OutletAt(at, sentence.End) is { } found)
                {
                    outlet = found;
                    end = Math.Max(end, found.End);
                    break;
                }

                if (outlet is null && view.OutletAt(at, sentence.End) is { } own)
                {
                    outlet = own;
                    end = Math.Max(end, own.End);
                    break;
                }

                if (view.NameAt(at) is not (>= 0 and var person)) continue;
                int? actor = view.ActorOfName(person);
                if (actor is { } a && view.Document.Actors[a].Kind == ActorKind.Person && guest is null && view.Tokens.WordOf(t) is "with" or "of") (guest, end) = (a, Math.Max(end, view.Document.Names[person].Tokens.End));
                break;
            }
        }

        int? statement = view.NearestStatement(noun, sentence);
        if (guest is not null && outlet is null && view.SubjectOf(noun) is { } host && view.Document.Actors[host].Sector == "JRN") outlet = new(view.Document.Actors[host].Name, end, host);
        int owner = view.Phrases.ChildBy(noun, Deprel.NmodPoss);
        guest ??= (owner >= 0 && view.ActorAt(owner) is { } possessor && possessor != outlet?.Actor ? possessor : (int?)null) ?? view.SourceOf(statement) ?? view.SubjectOf(noun);
        if (guest is { } whom && view.Document.Actors[whom].Kind is ActorKind.State or ActorKind.Place) guest = null;
        // an interview of nobody, or one that is only spoken of, carries nothing
        if (guest is null || (outlet is null && statement is null) || guest == outlet?.Actor) return;
        Add("interview", first, end, outlet?.Name, guest, statement, sentence, number);
    }

    private void Add(string rule, int first, int end, string? outlet, int? actor, int? statement, TokenRange sentence, int number)
        => ledger.Add(rule, number, new(ProvenanceKind.InterviewWith, view.SpanOf(first, Math.Min(end, sentence.End)), outlet, null) { Actor = actor, Statement = statement });
}
