// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Reads the words around a noun for an office: what stands before it, and its prepositional phrases.</summary>
internal sealed class RolePhraseReader(ReportView view, RelationWords words)
{
    private const int MostBefore = 14;
    private const int MostPhrases = 4;

    /// <summary>The phrase around a noun.</summary>
    public RolePhrase Read(RoleNoun noun, int head, int headEnd, TokenRange sentence)
    {
        var phrase = new RolePhrase { Noun = noun, Head = head, HeadEnd = headEnd, Start = head, End = headEnd, RoleFirst = head, RoleEnd = headEnd };
        ReadBefore(phrase, sentence);
        ReadAfter(phrase, sentence);
        return phrase;
    }

    private void ReadBefore(RolePhrase phrase, TokenRange sentence)
    {
        int topic = -1, body = -1;
        int first = phrase.Head;
        for (int t = phrase.Head - 1; t >= sentence.First && phrase.Head - t < MostBefore; t--)
        {
            int name = view.NameAt(t);
            if (name >= 0)
            {
                // "Trump lawyer Ana Ruiz", but not "Trump President Putin"
                if (view.NameOf(name).Type == NameType.Person && !char.IsLower(view.Tokens.WordOf(t + 1)[0])) break;
                if (t + 1 < view.NameOf(name).Tokens.End) name = -1;
            }

            ReadOnlySpan<char> word = view.Tokens.WordOf(t);
            WordUse use = words.UseOf(word);
            if (name >= 0)
            {
                first = view.NameOf(name).Tokens.First;
                t = first;
                int actor = phrase.Noun.Holder == RoleHolder.Any ? view.GovernmentOfName(name) : view.ActorOfName(name);
                if (actor < 0 || view[actor].Kind is ActorKind.Other or ActorKind.Group || IsCompound(view.NameOf(name).Tokens.End, phrase.Head)) continue;
                if (view[actor] is { Sector: "PTY", Kind: ActorKind.Organization }) phrase.Party = phrase.Party < 0 ? actor : phrase.Party;
                if (body < 0 && topic < 0) (body, topic) = (actor, name);
            }
            else if (view.IsPossessive(t) || (view.Tags.UposOf(t) == Upos.Pron && view.Trees.DeprelOf(t) == Deprel.NmodPoss))
            {
                ReadPossessor(phrase, t, sentence, ref body, ref topic);
                break;
            }
            else if (view.Tags.UposOf(t) == Upos.Det)
            {
                phrase.Start = t;
                phrase.IsIndefinite = word is "a" or "an" or "A" or "An";
                break;
            }
            else if ((use & WordUse.Stop) != 0) break;
            else if ((use & WordUse.Ended) != 0)
            {
                phrase.HasEnded = true;
                first = t;
            }
            else if (view.IsHyphen(t) || (view.Tags.UposOf(t) == Upos.Adv && view.IsHyphen(t + 1))) first = t;
            else if (view.NameAt(t) >= 0 && view.Entry(word) is { Kind: ActorKind.State } state)
            {
                // "U.S." in what was taken for the name "U.S. National Security"
                first = t;
                if (body < 0 && view.Known(state.Name) is >= 0 and var known) (body, topic) = (known, t - view.Tokens.Count);
            }
            else if (view.Tags.UposOf(t) is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num || IsParticiple(t)) first = t;
            else break;
        }

        phrase.Start = Math.Min(phrase.Start, first);
        phrase.RoleFirst = first;
        if (topic >= 0) phrase.RoleFirst = Math.Max(first, view.NameOf(topic).Tokens.End);
        else if (body >= 0 && topic < -1) phrase.RoleFirst = Math.Max(first, topic + view.Tokens.Count + 1);
        while (phrase.RoleFirst < phrase.Head && ((words.UseOf(view.Tokens.WordOf(phrase.RoleFirst)) & WordUse.Ended) != 0 || view.IsHyphen(phrase.RoleFirst) || view.Tags.UposOf(phrase.RoleFirst) == Upos.Punct)) phrase.RoleFirst++;
        if (body >= 0) phrase.Bodies.Add(body);
    }

    /// <summary>"Serbia" in "Serbia-based writer" is no body.</summary>
    private bool IsCompound(int after, int head) => after < head && view.IsHyphen(after);

    private bool IsParticiple(int t) => view.Tags.UposOf(t) == Upos.Verb && view.Tags.XposOf(t) is "VBN" or "VBG" && view.Trees.DeprelOf(t) is Deprel.Amod or Deprel.Compound;

    /// <summary>"Biden's advisor", "the government's envoy", "its chief": a possessor is the body; a place between is what the role is about.</summary>
    private void ReadPossessor(RolePhrase phrase, int mark, TokenRange sentence, ref int body, ref int topic)
    {
        phrase.HasPossessor = true;
        bool pronoun = !view.IsPossessive(mark);
        int head = pronoun ? mark : mark - 1;
        phrase.Start = head;
        if (head < sentence.First) return;
        int owner = OwnerAt(head);
        for (int t = head; t >= sentence.First && !pronoun && head - t < MostBefore; t--)
        {
            if (view.NameAt(t) < 0 && view.Tags.UposOf(t) is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) && !view.IsHyphen(t)) break;
            phrase.Start = t;
            if (view.Tags.UposOf(t) == Upos.Det) break;
        }

        bool betweenIsBody = body >= 0 && view[body].Kind is ActorKind.Organization;
        if (betweenIsBody || owner < 0) return;
        (body, topic) = (owner, -1);
    }

    /// <summary>Whom a possessor stands for: "the U.S. government's" for the state.</summary>
    private int OwnerAt(int head)
    {
        int name = view.NameAt(head);
        if (name >= 0) return view.ActorOfName(name);
        int actor = view.ActorAt(head);
        if (view.IsNamed(actor)) return actor;
        if ((words.UseOf(view.Tokens.WordOf(head)) & WordUse.Authority) != 0 && head > 0 && view.NameAt(head - 1) is >= 0 and var state && view.ActorOfName(state) is >= 0 and var of && view[of].Kind == ActorKind.State) return of;
        return actor;
    }

    /// <summary>A part is one of or in a whole, not to it; what follows "of" and no actor ("president of the delegation to the fair") is beside the point.</summary>
    private static bool Takes(RolePhrase phrase, string preposition)
        => phrase.Noun.Predicate == RelationKind.PartOf ? preposition is "of" or "in" : preposition != "to" || phrase.RoleEnd == phrase.HeadEnd;

    private void ReadAfter(RolePhrase phrase, TokenRange sentence)
    {
        int at = phrase.HeadEnd;
        bool represents = phrase.Noun.Predicate == RelationKind.RepresentsAt;
        for (int count = 0; count < MostPhrases && at + 1 < sentence.End; count++)
        {
            string? preposition = view.Tokens.WordOf(at) switch
            {
                "of" => "of", "for" => "for", "at" => "at", "to" => "to", "in" => "in", "with" => "with", "on" => "on", "from" => "from", _ => null,
            };
            if (preposition is null) break;
            NounPhrase found = NounPhraseReader.Read(view, words, at + 1, sentence.End);
            if (found.End == at + 1) break;
            bool resolved = found.Actors.Count > 0;
            bool place = resolved && view[found.Actors[0]].Kind == ActorKind.Place;
            if (resolved && represents && preposition is "to" or "at") phrase.Before.AddRange(found.Actors);
            else if (preposition is "with" or "from" && phrase.Noun.Predicate is RelationKind.HoldsRole && !resolved) break;
            else if (resolved && preposition == "in" && phrase.Bodies.Count > 0)
            {
                if (count > 0) phrase.Seat = found.Actors[0];
            }
            else if (resolved && phrase.Bodies.Count == 0 && preposition is not "on" && Takes(phrase, preposition) && !(preposition == "in" && phrase.Noun.Predicate == RelationKind.HoldsRole && view[found.Actors[0]].Kind is ActorKind.Place or ActorKind.State) && !(place && preposition == "for") && !(preposition == "from" && phrase.Noun.Predicate == RelationKind.HoldsRole)) phrase.Bodies.AddRange(found.Actors);
            else if (preposition is "of" or "for" or "on") phrase.RoleEnd = found.End;
            else if (!resolved) break;
            phrase.End = at = found.End;
        }
    }
}
