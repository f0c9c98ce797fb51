// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>"Ana Ruiz heads the council", "owned by Delta Holdings", "is based in Vienna": the verbs of <c>verbs.tsv</c>.</summary>
internal sealed class VerbRelationFinder(ReportView view, RelationWords words, RelationLedger ledger)
{
    private const int LongestVerb = 24;

    /// <summary>Finds them in a sentence.</summary>
    public void Find(TokenRange sentence)
    {
        Span<char> buffer = stackalloc char[LongestVerb + 40];
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (view.Tags.UposOf(t) is not (Upos.Verb or Upos.Noun) || view.Tokens.WordOf(t).Length > LongestVerb) continue;
            RelationVerb[] verbs = words.VerbsOf(buffer[..view.Tags.WriteLemma(t, buffer)]);
            if (verbs.Length == 0 || ReadRelative(t, verbs[0], sentence) || (view.Tags.UposOf(t) != Upos.Verb && view.Child(t, Deprel.Nsubj) < 0) || !view.IsAsserted(t)) continue;
            bool participle = view.Trees.DeprelOf(t) == Deprel.Acl && view.Tags.XposOf(t) == "VBN";
            bool passive = participle || view.Child(t, Deprel.AuxPass) >= 0 || view.Child(t, Deprel.NsubjPass) >= 0;
            if (!passive && view.Trees.DeprelOf(t) is Deprel.Xcomp or Deprel.Advcl or Deprel.Csubj or Deprel.Amod or Deprel.Acl) continue;
            foreach (RelationVerb verb in verbs)
            {
                if (Read(t, verb, passive)) break;
            }
        }
    }

    /// <summary>"Peru borders Chile", "which borders Peru", where the verb was taken for a noun.</summary>
    private bool ReadRelative(int t, RelationVerb verb, TokenRange sentence)
    {
        if (view.Tags.UposOf(t) == Upos.Verb || t < sentence.First + 1 || verb.Preposition.Length > 0) return false;
        if (view.Tags.XposOf(t) == "NNS" && view.NameAt(t) < 0 && view.NameAt(t - 1) >= 0 && t + 1 < sentence.End && view.NameAt(t + 1) is >= 0 and var next)
            return Add(t, verb, MentionIndex.HeadOf(view.Document, view.NameOf(view.NameAt(t - 1)).Span), MentionIndex.HeadOf(view.Document, view.NameOf(next).Span), verb.IsReversed);
        if (!view.Is(t - 1, "which") && !view.Is(t - 1, "who")) return false;
        int clause = view.Trees.DeprelOf(t) == Deprel.AclRelcl ? t : view.Trees.HeadOf(t);
        int described = clause >= t && view.Trees.DeprelOf(clause) == Deprel.AclRelcl ? view.Trees.HeadOf(clause)
            : t >= sentence.First + 3 && view.Tokens.WordOf(t - 2) is "," && view.NameAt(t - 3) is >= 0 and var before ? MentionIndex.HeadOf(view.Document, view.NameOf(before).Span) : -1;
        if (described < 0) return false;
        for (int at = t + 1; at < sentence.End && at < t + 4; at++)
        {
            if (view.NameAt(at) is >= 0 and var name) return Add(t, verb, described, MentionIndex.HeadOf(view.Document, view.NameOf(name).Span), verb.IsReversed);
        }

        return false;
    }

    private bool Read(int t, RelationVerb verb, bool passive)
    {
        int subject = view.SubjectOf(t);
        if (subject < 0) return false;
        if (!passive && !verb.IsPassive) return Add(t, verb, subject, verb.Preposition.Length == 0 ? view.Child(t, Deprel.Obj) : Oblique(t, verb.Preposition), verb.IsReversed);
        if (passive && verb.IsPassive) return Add(t, verb, subject, Oblique(t, verb.Preposition), verb.IsReversed);
        // "is owned by": the active verb turned round
        return passive && verb.Preposition.Length == 0 && Add(t, verb, subject, Oblique(t, "by"), !verb.IsReversed);
    }

    private bool Add(int verb, RelationVerb says, int subject, int other, bool reversed)
    {
        if (other < 0) return false;
        bool any = false;
        for (int at = other; at >= 0; at = NextConjunct(other, at))
        {
            int one = view.ActorAt(subject), two = view.ActorAt(at);
            if (!IsParty(one) || !IsParty(two) || (says.Predicate is RelationKind.Borders or RelationKind.BasedIn or RelationKind.BornIn or RelationKind.Leads or RelationKind.Controls && view[reversed ? one : two].Kind == ActorKind.Person)) continue;
            if (says.Predicate == RelationKind.MemberOf && view[reversed ? one : two].Kind is not (ActorKind.Organization or ActorKind.Group)) continue;
            // "the minister leads the team": named or not, a head that is only part of a longer phrase is somebody else
            int first = Math.Min(FirstOf(subject), Math.Min(verb, FirstOf(at))), end = Math.Max(subject, Math.Max(verb, EndOf(at) - 1)) + 1;
            ledger.Add("verb", view.SpanOf(first, end), reversed ? two : one, says.Predicate, reversed ? one : two, view.SpanOf(verb, verb + 1));
            any = true;
        }

        return any;
    }

    private bool IsParty(int actor) => view.IsNamed(actor) && view[actor].Kind != ActorKind.Other;

    private int FirstOf(int token) => view.NameAt(token) is >= 0 and var name ? view.NameOf(name).Tokens.First : token;

    private int EndOf(int token) => view.NameAt(token) is >= 0 and var name ? view.NameOf(name).Tokens.End : token + 1;

    private int NextConjunct(int head, int after)
    {
        for (int child = view.Phrases.FirstChild(head); child >= 0; child = view.Phrases.NextChild(child))
        {
            if (child > after && view.Trees.DeprelOf(child) == Deprel.Conj) return child;
        }

        return -1;
    }

    private int Oblique(int verb, string preposition)
    {
        for (int child = view.Phrases.FirstChild(verb); child >= 0; child = view.Phrases.NextChild(child))
        {
            if (view.Trees.DeprelOf(child) is not (Deprel.Obl or Deprel.OblAgent)) continue;
            int mark = view.Child(child, Deprel.Case);
            if (mark >= 0 && view.Is(mark, preposition)) return child;
        }

        return -1;
    }
}
