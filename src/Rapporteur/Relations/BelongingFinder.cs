// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>"Ruiz's former Green Party", "Ana Ruiz of the Green Party", "Peru's Congress": who belongs where, by a possessor or "of".</summary>
internal sealed class BelongingFinder(ReportView view, RelationWords words, RelationLedger ledger)
{
    private const int MostBetween = 6;

    /// <summary>Finds them in a sentence.</summary>
    public void Find(TokenRange sentence)
    {
        int before = -1;
        for (int t = sentence.First; t < sentence.End; t++)
        {
            int name = view.NameAt(t);
            if (name < 0 || name == before) continue;
            before = name;
            int actor = view.ActorOfName(name);
            if (actor < 0) continue;
            Possessed(name, actor, sentence);
            if (view.NameOf(name).Type == NameType.Person) OfParty(name, actor, sentence);
        }
    }

    /// <summary>A party of a person; a body of a state.</summary>
    private void Possessed(int name, int actor, TokenRange sentence)
    {
        Name body = view.NameOf(name);
        bool party = IsParty(name, actor, sentence);
        bool organ = !party && IsBody(body, actor);
        if (!party && !organ) return;
        bool ended = false;
        for (int t = body.Tokens.First - 1; t >= sentence.First && body.Tokens.First - t <= MostBetween; t--)
        {
            bool pronoun = view.Tags.UposOf(t) == Upos.Pron && view.Trees.DeprelOf(t) == Deprel.NmodPoss;
            if (pronoun || view.IsPossessive(t))
            {
                int owner = view.ActorAt(pronoun ? t : t - 1);
                if (owner < 0) return;
                int first = pronoun ? t : view.NameAt(t - 1) is >= 0 and var named ? view.NameOf(named).Tokens.First : t - 1;
                TextSpan span = view.SpanOf(first, body.Tokens.End);
                if (party && view[owner].Kind == ActorKind.Person) ledger.Add("possessive", span, owner, RelationKind.MemberOf, actor, ended: ended);
                if (organ && view[owner].Kind is ActorKind.State or ActorKind.Organization) ledger.Add("possessive", span, actor, RelationKind.PartOf, owner);
                return;
            }

            if (organ && view.NameAt(t) is >= 0 and var state && view.ActorOfName(state) is >= 0 and var of && view[of].Kind == ActorKind.State)
            {
                if (t == body.Tokens.First - 1) ledger.Add("possessive", view.SpanOf(t, body.Tokens.End), actor, RelationKind.PartOf, of);
                return;
            }

            if ((words.UseOf(view.Tokens.WordOf(t)) & WordUse.Ended) != 0) ended = true;
            else if (view.Tags.UposOf(t) is not (Upos.Adj or Upos.Noun)) return;
        }
    }

    /// <summary>"Ana Ruiz of the Green Party".</summary>
    private void OfParty(int name, int actor, TokenRange sentence)
    {
        int at = view.NameOf(name).Tokens.End;
        if (at < sentence.End && view.Tokens.WordOf(at) is ",") at++;
        if (at + 1 >= sentence.End || view.Tokens.WordOf(at) is not ("of" or "from")) return;
        for (int t = at + 1; t < sentence.End && t < at + MostBetween; t++)
        {
            if (view.NameAt(t) is >= 0 and var other)
            {
                int body = view.ActorOfName(other);
                if (body < 0 || view[body].Kind != ActorKind.Organization) return;
                ledger.Add("of", view.SpanOf(view.NameOf(name).Tokens.First, view.NameOf(other).Tokens.End), actor, RelationKind.MemberOf, body);
                return;
            }

            if (view.Tags.UposOf(t) is not (Upos.Det or Upos.Adj or Upos.Noun) || (t > at + 1 && view.Tags.UposOf(t) == Upos.Det)) return;
        }
    }

    private bool IsParty(int name, int actor, TokenRange sentence)
    {
        if (view[actor].Kind == ActorKind.Person) return false;
        int end = view.NameOf(name).Tokens.End;
        return view[actor].Sector == "PTY" || (words.UseOf(view.Tokens.WordOf(end - 1)) & WordUse.Party) != 0
            || (end < sentence.End && (words.UseOf(view.Tokens.WordOf(end)) & WordUse.Party) != 0);
    }

    private bool IsBody(Name name, int actor)
        => view[actor].Kind == ActorKind.Organization && name.Type == NameType.Organization
            && (view[actor].Sector is "LEG" or "JUD" or "MIL" or "SPY" or "COP" || (words.UseOf(view.Tokens.WordOf(name.Tokens.End - 1)) & WordUse.Body) != 0);
}
