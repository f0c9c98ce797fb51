// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Makes relations of the phrases whose holder is known.</summary>
internal sealed class RoleRelations(ReportView view, RelationLedger ledger)
{
    /// <summary>Takes down what a phrase says of its holders.</summary>
    public void Add(RolePhrase phrase)
    {
        TextSpan role = view.SpanOf(phrase.RoleFirst, Math.Max(phrase.RoleEnd, phrase.HeadEnd));
        foreach (int holder in phrase.Holders) Add(phrase, holder, role);
        if (phrase.Seat >= 0 && phrase.Bodies.Count > 0 && view[phrase.Bodies[0]].Kind == ActorKind.Organization)
            ledger.Add("seat", view.SpanOf(phrase.Start, phrase.End), phrase.Bodies[0], RelationKind.BasedIn, phrase.Seat);
    }

    private void Add(RolePhrase phrase, int holder, TextSpan role)
    {
        RelationKind predicate = phrase.Noun.Predicate;
        // of a council that is never named, only the role is told
        List<int> bodies = phrase.Bodies.FindAll(view.IsNamed);
        if (predicate == RelationKind.RepresentsAt)
        {
            foreach (int before in phrase.Before) ledger.Add(phrase.Pattern, phrase.Span, holder, RelationKind.RepresentsAt, before, role, phrase.HasEnded);
            if (bodies.Count == 0 && phrase.Before.Count > 0) return;
            predicate = RelationKind.HoldsRole;
        }

        bool person = view[holder].Kind is ActorKind.Person or ActorKind.Place && phrase.Noun.Holder == RoleHolder.Person;
        if (phrase.Party >= 0 && person && !bodies.Contains(phrase.Party)) ledger.Add(phrase.Pattern, phrase.Span, holder, RelationKind.MemberOf, phrase.Party, ended: phrase.HasEnded);
        if (bodies.Count == 0)
        {
            // an ally, an owner or a part is one only of somebody
            if (predicate is RelationKind.HoldsRole or RelationKind.MemberOf or RelationKind.IsA) ledger.Add(phrase.Pattern, phrase.Span, holder, predicate, -1, role, phrase.HasEnded);
            return;
        }

        if (predicate == RelationKind.IsA)
        {
            // "the government's outlet" is a part of the government; somebody's company is not a part of him
            bool part = phrase.HasPossessor && view[bodies[0]].Kind is ActorKind.State or ActorKind.Organization;
            if (!part) ledger.Add(phrase.Pattern, phrase.Span, holder, RelationKind.IsA, -1, role, phrase.HasEnded);
            else ledger.Add(phrase.Pattern, phrase.Span, holder, RelationKind.PartOf, bodies[0], role, phrase.HasEnded);
            return;
        }

        foreach (int body in bodies) ledger.Add(phrase.Pattern, phrase.Span, holder, predicate, body, role, phrase.HasEnded);
    }
}
