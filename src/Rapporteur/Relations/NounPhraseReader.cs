// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>A noun phrase, or several that are joined.</summary>
/// <param name="End">The token after it.</param>
/// <param name="Actors">Whom it stands for; empty for nobody who is an actor.</param>
internal readonly record struct NounPhrase(int End, List<int> Actors);

/// <summary>Reads a noun phrase from its first token on by the words themselves: what hangs on what is told apart least well in titles.</summary>
internal static class NounPhraseReader
{
    private const int MostTokens = 40;

    public static NounPhrase Read(ReportView view, RelationWords words, int from, int limit)
    {
        List<int> actors = [];
        limit = Math.Min(limit, from + MostTokens);
        int at = from, last = -1, lastName = -1, inner = -1;
        while (at < limit)
        {
            int name = view.NameAt(at);
            if (name >= 0 && at == view.NameOf(name).Tokens.First)
            {
                if (lastName >= 0 && view.NameOf(name).Type == NameType.Person && view.NameOf(lastName).Type != NameType.Person) break;
                // "minister of finance Ana Ruiz": the name is the minister's, unless it has a title: "adviser to President Ana Ruiz"
                if (view.NameOf(name).Type == NameType.Person && last == at - 1 && last >= from && lastName < 0 && view.Tokens.WordOf(last)[^1] != '.' && !words.Roles.TryFind(view.Tokens, last, at, out _, out _)) break;
                if (lastName >= 0) inner = lastName;
                lastName = name;
                at = view.NameOf(name).Tokens.End;
                last = at - 1;
            }
            else if (view.IsPossessive(at))
            {
                inner = lastName >= 0 ? lastName : inner;
                lastName = -1;
                at++;
            }
            else if (view.Tags.UposOf(at) is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.X || view.IsHyphen(at)
                || (view.Tags.UposOf(at) == Upos.Pron && view.Trees.DeprelOf(at) == Deprel.NmodPoss) || (view.Tags.UposOf(at) == Upos.Verb && view.Trees.DeprelOf(at) == Deprel.Amod))
            {
                if (last >= 0 && view.Tags.UposOf(at) == Upos.Det) break;
                // "ambassador to France last year", "allies of Russia such as"
                if (lastName >= 0 && view.Tags.UposOf(at) is Upos.Adj or Upos.Num or Upos.Pron && !view.IsHyphen(at)) break;
                // a title before a name belongs to the name
                if (lastName >= 0 && words.Roles.TryFind(view.Tokens, at, limit, out int title, out _) && title < limit && view.NameAt(title) is >= 0 and var holder && view.NameOf(holder).Type == NameType.Person) break;
                if (lastName >= 0 && !view.IsHyphen(at)) (inner, lastName) = (lastName, -1);
                if (view.Tags.UposOf(at) is Upos.Noun or Upos.Propn) last = at;
                at++;
            }
            else if (lastName >= 0 && view.Tokens.WordOf(at) is "(" && at + 2 < limit && view.Tokens.WordOf(at + 2) is ")") at += 3;
            else if (lastName >= 0 && NextInList(view, at, limit, view.NameOf(lastName).Type) is > 0 and var next)
            {
                Add(view, actors, view.ActorOfName(lastName));
                (at, lastName, inner) = (next, -1, -1);
            }
            else if (lastName < 0 && last == at - 1 && view.Is(at, "and") && at + 1 < limit && view.NameAt(at + 1) < 0 && view.Tags.UposOf(at + 1) is Upos.Noun or Upos.Adj
                && !words.Roles.TryFind(view.Tokens, at + 1, limit, out _, out _) && view.Trees.DeprelOf(at + 1) is Deprel.Conj or Deprel.Amod or Deprel.Compound) at++;
            else break;
        }

        if (lastName >= 0) Add(view, actors, view.ActorOfName(lastName));
        else if (last >= 0) Add(view, actors, HeadActor(view, words, last, inner));
        return new(last < 0 ? from : at, actors);
    }

    private static void Add(ReportView view, List<int> actors, int actor)
    {
        if (actor >= 0 && view.IsNamed(actor) && !actors.Contains(actor)) actors.Add(actor);
    }

    /// <summary>Where the next name of a list begins: ", Y", "and Z", ", and the W"; −1 where there is no list of names of one type that comes to an "and".</summary>
    private static int NextInList(ReportView view, int at, int limit, NameType type)
    {
        if (view.Tokens.WordOf(at) is not "," && !view.Is(at, "and")) return -1;
        int next = -1;
        for (int t = at; t < limit; t++)
        {
            int name = view.NameAt(t);
            if (name >= 0)
            {
                if (!AreAlike(view.NameOf(name).Type, type)) return -1;
                int end = view.NameOf(name).Tokens.End;
                if (end < limit && view.IsPossessive(end)) return -1;
                if (next < 0) next = t;
                t = end - 1;
            }
            else if (view.Is(t, "and")) return next >= 0 || (t + 1 < limit && StartsAlike(view, t + 1, limit, type)) ? Math.Max(next, next < 0 ? Start(view, t + 1) : next) : -1;
            else if (view.Tokens.WordOf(t) is not ("," or "the") && !char.IsUpper(view.Tokens.WordOf(t)[0])) return -1;
        }

        return -1;
    }

    private static int Start(ReportView view, int t) => view.NameAt(t) >= 0 ? t : t + 1;

    private static bool StartsAlike(ReportView view, int t, int limit, NameType type)
    {
        t = Start(view, t);
        if (t >= limit || view.NameAt(t) is not (>= 0 and var name) || !AreAlike(view.NameOf(name).Type, type)) return false;
        int end = view.NameOf(name).Tokens.End;
        return end >= limit || !view.IsPossessive(end);
    }

    private static bool AreAlike(NameType one, NameType other)
        => one == NameType.Location ? other == NameType.Location : one != NameType.Person && other is NameType.Organization or NameType.Miscellaneous;

    private static int HeadActor(ReportView view, RelationWords words, int head, int inner)
    {
        int actor = view.ActorAt(head);
        if (view.IsNamed(actor)) return actor;
        return inner >= 0 && (words.UseOf(view.Tokens.WordOf(head)) & WordUse.Authority) != 0 && view.ActorOfName(inner) is >= 0 and var state && view[state].Kind == ActorKind.State ? state : -1;
    }
}
