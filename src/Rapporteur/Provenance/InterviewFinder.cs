// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>"Told Reuters", "explained to Reuters", "in an interview with Reuters".</summary>
internal sealed class InterviewFinder(SourceView view, LinkLedger ledger)
{
    private const int MostBetween = 4;
    private const int MostBefore = 4;
    private const int MostOpen = 8;
    private const int MostAfter = 14;
    private const int MostInPhrase = 9;

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
            while (at < limit && view.Document.Tags.UposOf(at) != Upos.Punct && !view.Is(at, "to") && !(view.Is(at, "with") && view.UseOf(verb) == ProvenanceUse.SayTo)) at++;
            if (at >= limit || view.Document.Tags.UposOf(at) == Upos.Punct) return;
            at++;
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
        if (upos == Upos.Verb && view.Document.Tags.XposOf(noun) != "VBN") return;
        int? guest = null;
        int first = noun, end = noun + 1;
        NamedOutlet? outlet = OutletBefore(noun, sentence, ref first);
        for (int t = noun + 1; t < sentence.End && t < noun + MostAfter; t++)
        {
            if (view.Tokens.WordOf(t) is not ("with" or "to" or "by" or "on" or "for" or "of")) continue;
            bool with = view.Tokens.WordOf(t) is "with" or "of";
            for (int at = t + 1; at < sentence.End && at < t + MostInPhrase; at++)
            {
                if (view.Tokens.WordOf(at) is "with" or "to" or "by" or "on" or "for" or "." or ";" or "," || view.Document.Tags.UposOf(at) == Upos.Verb) break;
                if (outlet is null && (view.OutletAt(at, sentence.End) ?? (with || view.Is(t, "on") ? Interviewer(at) : null)) is { } found)
                {
                    (outlet, end) = (found, Math.Max(end, found.End));
                    break;
                }

                if (!with || guest is not null || view.NameAt(at) is not (>= 0 and var person) || view.ActorOfName(person) is not { } actor || view.Document.Actors[actor].Kind != ActorKind.Person) continue;
                (guest, end) = (actor, Math.Max(end, view.Document.Names[person].Tokens.End));
                break;
            }
        }

        int mark = view.Phrases.ChildBy(noun, Deprel.Case);
        bool inside = mark >= 0 && (view.Is(mark, "in") || view.Is(mark, "during"));
        int? statement = view.NearestStatement(noun, sentence);
        if (guest is not null && outlet is null && view.SubjectOf(noun) is { } host && view.Document.Actors[host].Sector == "JRN") outlet = new(view.Document.Actors[host].Name, end, host);
        int owner = view.Phrases.ChildBy(noun, Deprel.NmodPoss);
        guest ??= (owner >= 0 && view.ActorAt(owner) is { } possessor && possessor != outlet?.Actor ? possessor : (int?)null) ?? view.SourceOf(statement) ?? view.SubjectOf(noun);
        if (guest is { } whom && view.Document.Actors[whom].Kind is not (ActorKind.Person or ActorKind.Group)) guest = null;
        // an interview of nobody, or one that is only spoken of, carries nothing
        if (guest is null || guest == outlet?.Actor || (outlet is null && (statement is null || !inside))) return;
        Add("interview", first, end, outlet?.Name, guest, statement, sentence, number);
    }

    /// <summary>"A Reuters interview", "Reuters' exclusive interview".</summary>
    private NamedOutlet? OutletBefore(int noun, TokenRange sentence, ref int first)
    {
        for (int t = noun - 1; t >= sentence.First && t >= noun - MostBefore; t--)
        {
            if (view.NameAt(t) is not (>= 0 and var name)) continue;
            int start = view.Document.Names[name].Tokens.First;
            NamedOutlet? outlet = view.OutletAt(start, sentence.End) ?? (t == noun - 1 ? Interviewer(start) : null);
            if (outlet is not null) first = start;
            return outlet;
        }

        return null;
    }

    /// <summary>An organization with which a person has an interview is an outlet, unless it governs, judges or fights.</summary>
    private NamedOutlet? Interviewer(int token)
    {
        if (view.NameAt(token) is not (>= 0 and var name) || view.Document.Names[name] is not { Type: NameType.Organization } found || view.ActorOfName(name) is not { } actor) return null;
        return view.Document.Actors[actor] is { Kind: ActorKind.Organization, Sector: null or "BUS" or "JRN" } ? new(found.Span.In(view.Document.Text).ToString(), found.Tokens.End, actor) : null;
    }

    private void Add(string rule, int first, int end, string? outlet, int? actor, int? statement, TokenRange sentence, int number)
        => ledger.Add(rule, number, new(ProvenanceKind.InterviewWith, view.SpanOf(first, Math.Min(end, sentence.End)), outlet, null) { Actor = actor, Statement = statement });
}
