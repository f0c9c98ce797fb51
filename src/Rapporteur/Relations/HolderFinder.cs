// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Finds who holds the role that a phrase names.</summary>
internal sealed class HolderFinder(ReportView view, RelationWords words)
{
    private const int MostBetween = 3;

    /// <summary>Fills in the holders; the first way that finds one is taken.</summary>
    public void Find(RolePhrase phrase, RolePhrase? before, TokenRange sentence)
    {
        if (Title(phrase, before, sentence) || NameAfter(phrase, sentence) || NameBefore(phrase, before, sentence) || Predicate(phrase) || Office(phrase) || As(phrase) || Described(phrase)) return;
        phrase.Pattern = "";
    }

    /// <summary>"President Ana Ruiz", "President of Chile Ana Ruiz".</summary>
    private bool Title(RolePhrase phrase, RolePhrase? before, TokenRange sentence)
    {
        int name = NameStarting(phrase.HeadEnd, sentence);
        bool direct = name >= 0;
        if (!direct && phrase.End > phrase.HeadEnd) name = NameStarting(phrase.End, sentence) is >= 0 and var later && view.NameOf(later).Type == NameType.Person ? later : -1;
        // "a place Ruiz found": a title has no "a"
        if (name < 0 || (direct && phrase.IsIndefinite) || view.MayBePerson(view.ActorOfName(name)) || !Fits(phrase, view.ActorOfName(name), view.NameOf(name).Type)) return false;
        if (direct)
        {
            phrase.End = phrase.HeadEnd;
            phrase.RoleEnd = phrase.HeadEnd;
        }

        // "Journalist and historian Ana Ruiz"
        if (before is { Pattern: "" } && before.End == phrase.Start - 1 && view.Is(before.End, "and") && phrase.Start == phrase.RoleFirst)
        {
            (phrase.Start, phrase.RoleFirst) = (before.Start, before.RoleFirst);
            phrase.Bodies.AddRange(before.Bodies.Where(b => !phrase.Bodies.Contains(b)));
            phrase.HasEnded |= before.HasEnded;
        }

        Take(phrase, "title", view.ActorOfName(name), phrase.Start, view.NameOf(name).Tokens.End);
        if (phrase.Noun.IsPlural) AddConjuncts(phrase, MentionIndex.HeadOf(view.Document, view.NameOf(name).Span), int.MaxValue);
        return true;
    }

    /// <summary>"The chairman of the council, Ana Ruiz,", "the envoy – Ambassador Ana Ruiz".</summary>
    private bool NameAfter(RolePhrase phrase, TokenRange sentence)
    {
        if (phrase.IsIndefinite && phrase.Noun.Holder == RoleHolder.Any) return false;
        // "one of his companies, Acme"
        if (phrase.Noun.IsPlural && (phrase.HasPossessor || phrase.Noun.Predicate != RelationKind.IsA)) return false;
        // "the village of Kurim, Peru"
        if (phrase.Noun.Holder == RoleHolder.Place) return false;
        if (phrase.End + 1 >= sentence.End || !IsBreak(phrase.End)) return false;
        int at = phrase.End + 1;
        for (int i = 0; i < MostBetween && at < sentence.End && view.NameAt(at) < 0 && words.Roles.TryFind(view.Tokens, at, sentence.End, out int end, out _); i++) at = end;
        int name = NameStarting(at, sentence);
        if (name < 0 || !Fits(phrase, view.ActorOfName(name), view.NameOf(name).Type)) return false;
        Name found = view.NameOf(name);
        int head = MentionIndex.HeadOf(view.Document, found.Span);
        bool apposed = view.Trees.DeprelOf(head) == Deprel.Appos && view.Trees.HeadOf(head) is var of && of >= phrase.Start && of < phrase.End;
        bool closed = found.Tokens.End >= sentence.End || IsBreak(found.Tokens.End) || view.Tokens.WordOf(found.Tokens.End) is "." or ";" or ")";
        bool joined = found.Tokens.End < sentence.End && view.Is(found.Tokens.End, "and");
        // "Peru's minister, Ana Ruiz, met …", where the tree takes the name for the subject
        bool opens = phrase.Start == sentence.First && found.Tokens.End < sentence.End && IsBreak(found.Tokens.End);
        if (!apposed && !opens && (!closed || joined || (view.Trees.DeprelOf(head) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Conj && view.Trees.HeadOf(head) != view.Trees.HeadOf(phrase.Head)))) return false;
        return Take(phrase, "apposition", view.ActorOfName(name), phrase.Start, found.Tokens.End);
    }

    /// <summary>"Ana Ruiz, the mayor of Porto", and what is joined to it: "and a member of the council".</summary>
    private bool NameBefore(RolePhrase phrase, RolePhrase? before, TokenRange sentence)
    {
        if (phrase.Start - 1 <= sentence.First) return false;
        Deprel deprel = view.Trees.DeprelOf(phrase.Head);
        if (before is { Pattern: "apposition" or "predicate" } && before.End < phrase.Start && IsJoint(before.End, phrase.Start) && deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj))
        {
            phrase.Holders.AddRange(before.Holders.Where(h => Fits(phrase, h, null)));
            phrase.Pattern = before.Pattern;
            phrase.Span = view.SpanOf(phrase.Start, phrase.End);
            return phrase.Holders.Count > 0;
        }

        int apposed = view.Trees.HeadOf(phrase.Head);
        if (apposed >= 0 && !phrase.Noun.IsPlural && view.NameAt(phrase.Start - 2) is >= 0 and var nearest && IsBreak(phrase.Start - 1) && view.NameAt(apposed) != nearest && view.Trees.DeprelOf(MentionIndex.HeadOf(view.Document, view.NameOf(nearest).Span)) == Deprel.Conj)
            apposed = MentionIndex.HeadOf(view.Document, view.NameOf(nearest).Span);
        if (deprel == Deprel.Appos && apposed >= sentence.First && apposed < phrase.Start && view.Tokens.WordOf(phrase.Start - 1) is not ":" && Fits(phrase, view.ActorAt(apposed), view.TypeAt(apposed)) && view.IsNamed(view.ActorAt(apposed)))
        {
            int first = view.NameAt(apposed) is >= 0 and var named ? view.NameOf(named).Tokens.First : apposed;
            if (phrase.Noun.IsPlural) AddConjuncts(phrase, apposed, phrase.Start);
            // several are needed for "members", unless the one is a group
            if (phrase.Noun.IsPlural && phrase.Holders.Count == 0 && view[view.ActorAt(apposed)].Kind != ActorKind.Group) return false;
            return Take(phrase, "apposition", view.ActorAt(apposed), first, phrase.End);
        }

        int mark = phrase.Start - 1;
        if (!IsBreak(mark) || deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl) return false;
        int last = mark - 1;
        if (view.Tags.UposOf(last) == Upos.Num && last - 2 > sentence.First && view.Tokens.WordOf(last - 1) is ",") last -= 2;
        int name = view.NameAt(last);
        if (name < 0 || phrase.Noun.IsPlural || !Fits(phrase, view.ActorOfName(name), view.NameOf(name).Type)) return false;
        // "Ana Ruiz, mayor of Porto, and …": where no comma or end follows, it may be a list
        bool closed = phrase.End >= sentence.End || IsBreak(phrase.End) || view.Tags.UposOf(phrase.End) == Upos.Punct || view.Is(phrase.End, "who") || view.Is(phrase.End, "and");
        return closed && Take(phrase, "apposition", view.ActorOfName(name), view.NameOf(name).Tokens.First, phrase.End);
    }

    /// <summary>"Ana Ruiz is the mayor", "who was a member".</summary>
    private bool Predicate(RolePhrase phrase)
    {
        int head = phrase.Head;
        if (view.Trees.DeprelOf(head) == Deprel.Conj && view.Child(head, Deprel.Cop) < 0 && view.Trees.HeadOf(head) is >= 0 and var first && first < head && view.Child(first, Deprel.Cop) >= 0) head = first;
        if (view.Child(head, Deprel.Cop) < 0 || !view.IsAsserted(head) || view.Child(phrase.Head, Deprel.Det) is >= 0 and var no && view.Is(no, "no")) return false;
        return Subjects(phrase, "predicate", view.SubjectOf(head));
    }

    /// <summary>"Ana Ruiz became mayor", "was appointed ambassador", "they named her director".</summary>
    private bool Office(RolePhrase phrase)
    {
        int verb = view.Trees.HeadOf(phrase.Head);
        if (verb < 0 || view.Trees.DeprelOf(phrase.Head) is not (Deprel.Xcomp or Deprel.Obj or Deprel.Obl) || view.Tags.UposOf(verb) != Upos.Verb) return false;
        Span<char> lemma = stackalloc char[64];
        WordUse use = view.Tokens.WordOf(verb).Length <= 32 ? words.UseOf(lemma[..view.Tags.WriteLemma(verb, lemma)]) : WordUse.None;
        bool with = view.Child(phrase.Head, Deprel.Case) is >= 0 and var preposition && view.Is(preposition, "as");
        if (view.Child(phrase.Head, Deprel.Case) >= 0 && !with) return false;
        if (!view.IsAsserted(verb)) return false;
        if ((use & WordUse.Become) != 0 && !with) return Subjects(phrase, "office", view.SubjectOf(verb));
        if ((use & WordUse.Serve) != 0 && with) return Subjects(phrase, "office", view.SubjectOf(verb));
        if ((use & WordUse.Appoint) == 0) return false;
        bool passive = view.Child(verb, Deprel.AuxPass) >= 0 || view.Trees.DeprelOf(verb) == Deprel.Acl;
        int who = passive ? view.SubjectOf(verb) : view.Child(verb, Deprel.Obj);
        // "making her the first mayor"
        if (!passive && who == phrase.Head) who = view.Child(verb, Deprel.Iobj);
        return Subjects(phrase, "office", who);
    }

    /// <summary>"Ana Ruiz ran as a candidate of the party": whoever does it.</summary>
    private bool As(RolePhrase phrase)
    {
        if (view.Child(phrase.Head, Deprel.Case) is not (>= 0 and var preposition) || !view.Is(preposition, "as")) return false;
        int verb = view.Trees.HeadOf(phrase.Head);
        // "won seats as a candidate": the tree may hang it on the seats
        if (verb >= 0 && view.Trees.DeprelOf(phrase.Head) is Deprel.Nmod or Deprel.Acl && view.Trees.DeprelOf(verb) == Deprel.Obj) verb = view.Trees.HeadOf(verb);
        else if (view.Trees.DeprelOf(phrase.Head) is not (Deprel.Obl or Deprel.Advcl)) return false;
        if (verb < 0 || view.Tags.UposOf(verb) != Upos.Verb) return false;
        // "described him as a member": of the object, and only described
        if (view.Child(verb, Deprel.AuxPass) >= 0 || (view.Child(verb, Deprel.Obj) is >= 0 and var thing && view.ActorAt(thing) >= 0) || !view.IsAsserted(verb)) return false;
        return Subjects(phrase, "as", view.SubjectOf(verb));
    }

    /// <summary>"Haddad's adviser", where the report calls somebody so whom it names elsewhere.</summary>
    private bool Described(RolePhrase phrase)
    {
        if (phrase.Bodies.Count == 0 || phrase.Noun.IsPlural || phrase.Noun.Holder != RoleHolder.Person) return false;
        int actor = view.ActorAt(phrase.Head);
        return view.NameAt(phrase.Head) < 0 && view.IsNamed(actor) && Fits(phrase, actor, null) && Take(phrase, "description", actor, phrase.Start, phrase.End);
    }

    private bool Subjects(RolePhrase phrase, string pattern, int subject)
    {
        if (subject < 0) return false;
        int actor = view.ActorAt(subject);
        if (!Fits(phrase, actor, view.TypeAt(subject))) return false;
        if (phrase.Noun.IsPlural) AddConjuncts(phrase, subject, int.MaxValue);
        // "it was members", "Ruiz and others are": several are needed, unless the one is a group
        if (phrase.Noun.IsPlural && phrase.Holders.Count == 0 && view[actor].Kind != ActorKind.Group && !view.Is(subject, "they")) return false;
        int first = view.NameAt(subject) is >= 0 and var name ? view.NameOf(name).Tokens.First : subject;
        if (first < phrase.Start) Take(phrase, pattern, actor, first, phrase.End);
        else Take(phrase, pattern, actor, phrase.Start, phrase.End);
        return true;
    }

    private void AddConjuncts(RolePhrase phrase, int head, int limit)
    {
        for (int child = view.Phrases.FirstChild(head); child >= 0; child = view.Phrases.NextChild(child))
        {
            if (view.Trees.DeprelOf(child) != Deprel.Conj || child >= limit) continue;
            int actor = view.ActorAt(child);
            if (view.IsNamed(actor) && Fits(phrase, actor, null) && !phrase.Holders.Contains(actor)) phrase.Holders.Add(actor);
        }
    }

    private bool Take(RolePhrase phrase, string pattern, int actor, int first, int end)
    {
        phrase.Holders.Add(actor);
        phrase.Pattern = pattern;
        phrase.Span = view.SpanOf(first, end);
        return true;
    }

    /// <summary>Whether the noun can be said of an actor.</summary>
    private bool Fits(RolePhrase phrase, int actor, NameType? type)
    {
        if (actor < 0) return false;
        ActorKind kind = view[actor].Kind;
        return phrase.Noun.Holder switch
        {
            // names of persons are taken for places at times
            RoleHolder.Person => kind == ActorKind.Person || type == NameType.Person || (kind == ActorKind.Place && type is not null && view.MayBePerson(actor)),
            RoleHolder.Organization => kind is ActorKind.Organization or ActorKind.Other or ActorKind.Group || (kind == ActorKind.Person && type is not null && !view[actor].Name.Contains(' ', StringComparison.Ordinal)),
            RoleHolder.Place => kind is ActorKind.Place or ActorKind.State,
            _ => kind is not ActorKind.Other,
        };
    }

    private int NameStarting(int token, TokenRange sentence)
        => token < sentence.End && view.NameAt(token) is >= 0 and var name && view.NameOf(name).Tokens.First == token ? name : -1;

    private bool IsBreak(int token) => view.Tokens.WordOf(token) is "," or "—" or "–" or "--" or "(" || (view.Tokens.WordOf(token) is "-" && !view.IsHyphen(token));

    /// <summary>Whether only "and", "and also", or a comma before "and" stand between.</summary>
    private bool IsJoint(int from, int to)
    {
        if (to - from > MostBetween) return false;
        bool and = false;
        for (int t = from; t < to; t++)
        {
            if (view.Is(t, "and")) and = true;
            else if (!view.Is(t, "also") && view.Tokens.WordOf(t) is not ",") return false;
        }

        return and;
    }
}
