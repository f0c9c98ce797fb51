// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>"Allies of the Kremlin such as Armenia and Belarus", "members of the league, including Peru": names that are given as examples.</summary>
internal sealed class ListingFinder(ReportView view, RelationWords words)
{
    /// <summary>Gives a phrase in the plural that has no holder the names listed behind it.</summary>
    public void Find(RolePhrase phrase, TokenRange sentence)
    {
        if (phrase.Pattern.Length > 0 || !phrase.Noun.IsPlural || phrase.Bodies.Count == 0) return;
        int at = phrase.End;
        if (at < sentence.End && view.Tokens.WordOf(at) is ",") at++;
        if (at >= sentence.End || (words.UseOf(view.Tokens.WordOf(at)) & WordUse.Listing) == 0) return;
        at++;
        if (at < sentence.End && view.Is(at, "as")) at++;
        int end = phrase.End;
        while (at < sentence.End)
        {
            if (view.NameAt(at) is >= 0 and var name)
            {
                end = at = view.NameOf(name).Tokens.End;
                int actor = view.ActorOfName(name);
                if (actor >= 0 && view[actor].Kind != ActorKind.Other && !phrase.Bodies.Contains(actor) && !phrase.Holders.Contains(actor)) phrase.Holders.Add(actor);
            }
            else if (view.Tokens.WordOf(at) is "," or "and" or "or" or "the") at++;
            else break;
        }

        if (phrase.Holders.Count == 0) return;
        phrase.Pattern = "listing";
        phrase.Span = view.SpanOf(phrase.Start, end);
    }
}
