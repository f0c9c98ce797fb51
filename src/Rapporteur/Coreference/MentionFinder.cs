// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Coreference;

/// <summary>Finds the phrases that may stand for somebody: names, noun phrases, pronouns.</summary>
/// <remarks>Whole phrases, as OntoNotes has them: with determiner, modifiers, apposition, relative clause; not the predicate noun.</remarks>
internal sealed class MentionFinder(Document document, PhraseTree phrases, WordPool pool, CoreferenceWords words, ActorLexicon lexicon)
{
    /// <summary>So many words between an apposition and its head are looked through for quotation marks.</summary>
    private const int FarthestApposition = 200;

    private readonly TokenTable tokens = document.Tokens;
    private readonly TagTable tags = document.Tags;
    private readonly TreeTable trees = document.Trees;
    private readonly int[] nameOf = ArrayPool<int>.Shared.Rent(document.Tokens.Count);

    /// <summary>The mentions, in order of their first word, the longer first.</summary>
    public List<Candidate> Find(CancellationToken cancellation)
    {
        nameOf.AsSpan(0, tokens.Count).Fill(-1);
        ReadOnlySpan<Name> names = document.Names.AsSpan();
        for (int n = 0; n < names.Length; n++)
        {
            for (int t = names[n].Tokens.First; t < names[n].Tokens.End; t++) nameOf[t] = n;
        }

        List<Candidate> found = [];
        ReadOnlySpan<Sentence> sentences = document.Sentences.AsSpan();
        for (int s = 0; s < sentences.Length; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            TokenRange range = tokens.RangeOf(sentences[s].Span);
            int start = found.Count;
            for (int t = range.First; t < range.End; t++) AddAt(t, s, range, found);
            found.Sort(start, found.Count - start, ByPlace.Instance);
            RemoveTwins(found, start);
        }

        ArrayPool<int>.Shared.Return(nameOf);
        return found;
    }

    private void AddAt(int t, int sentence, TokenRange range, List<Candidate> found)
    {
        Deprel deprel = trees.DeprelOf(t);
        Upos upos = tags.UposOf(t);
        if (upos == Upos.Pron)
        {
            if (PronounOf(t, sentence) is { } pronoun) found.Add(pronoun);
            return;
        }

        int name = nameOf[t];
        if (name >= 0 && HeadOf(document.Names[name].Tokens) != t) return;
        bool isNominal = upos is Upos.Noun or Upos.Propn || (name >= 0 && upos is Upos.X or Upos.Num or Upos.Adj or Upos.Verb);
        if (!isNominal) return;
        if (name < 0 && IsInner(deprel)) return;
        if (name >= 0 && IsInner(deprel))
        {
            AddInnerName(t, name, sentence, found);
            return;
        }

        if (deprel == Deprel.Appos && phrases.ChildBy(t, Deprel.Case) < 0 && IsOfOne(t)) return;
        if (IsPredicate(t)) return;
        string lemma = pool.Lemma(t, tokens.WordOf(t).Length);
        if (name < 0 && (words.Of(lemma) & WordTraits.Time) != 0) return;
        found.Add(PhraseAt(t, name, lemma, sentence, range));
    }

    /// <summary>"Brussels officials": the name alone, and only of persons, organizations, places; no adjective.</summary>
    private void AddInnerName(int t, int number, int sentence, List<Candidate> found)
    {
        Name name = document.Names[number];
        if (name.Type == NameType.Miscellaneous || tags.UposOf(t) == Upos.Adj) return;
        if (trees.DeprelOf(t) is Deprel.Flat or Deprel.NmodDesc or Deprel.Appos) return;
        if (lexicon.TryFind(name.Span.In(document.Text), null, out _, out KnownForm form) && form is KnownForm.Adjective or KnownForm.Demonym) return;
        found.Add(Named(new Candidate
        {
            Range = name.Tokens, Head = t, Sentence = sentence, Form = MentionForm.Name, IsDefinite = true,
        }, number));
    }

    private Candidate PhraseAt(int t, int number, string lemma, int sentence, TokenRange range)
    {
        TokenRange all = RangeOf(t, range);
        List<int>? roles = null;
        bool definite = false, plural = tags.XposOf(t) is "NNS" or "NNPS", some = false;
        int named = number;
        for (int child = phrases.FirstChild(t); child >= 0; child = phrases.NextChild(child))
        {
            switch (trees.DeprelOf(child))
            {
                case Deprel.Appos when IsStray(child) || !IsOfOne(child):
                    break;
                case Deprel.Appos when phrases.ChildBy(child, Deprel.Case) < 0:
                    if (named < 0 && nameOf[child] >= 0 && document.Names[nameOf[child]].Type != NameType.Miscellaneous) named = nameOf[child];
                    else (roles ??= []).Add(child);
                    break;
                case Deprel.NmodDesc:
                    (roles ??= []).Add(child);
                    break;
                case Deprel.Compound or Deprel.Flat or Deprel.NmodUnmarked when number >= 0 && nameOf[child] != number && tags.UposOf(child) is Upos.Noun or Upos.Propn:
                    (roles ??= []).Add(child);
                    break;
                case Deprel.Flat when number < 0 && nameOf[child] >= 0:
                    named = nameOf[child];
                    break;
                case Deprel.Det:
                    ReadOnlySpan<char> word = tokens.WordOf(child);
                    if (Is(word, "the") || Is(word, "this") || Is(word, "that") || Is(word, "these") || Is(word, "those")) definite = true;
                    else some = true;
                    break;
                case Deprel.NmodPoss:
                    definite = true;
                    break;
                case Deprel.Nummod:
                    if (tokens.WordOf(child) is not "1" && !Is(tokens.WordOf(child), "one")) plural = true;
                    break;
                case Deprel.NsubjOuter:
                    some = true;
                    break;
            }
        }

        if (named < 0 && IsPersonNoun(t)) named = StrayIn(t, all);
        if (number < 0 && named >= 0) (roles ??= []).Insert(0, t);
        var candidate = new Candidate
        {
            Range = all, Head = t, Sentence = sentence, Form = MentionForm.Noun, Lemma = lemma, Roles = roles,
            IsSubject = trees.DeprelOf(t) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter,
            IsDefinite = definite || (tags.UposOf(t) == Upos.Propn && !some),
        };
        if (named >= 0) return Named(candidate, named);
        candidate.Features = FeaturesOfNoun(lemma, tokens.WordOf(t), plural);
        // "Article 4", "Resolution 2202": what has a number is a thing
        if (tags.UposOf(t) == Upos.Propn && !(t + 1 < range.End && tags.UposOf(t + 1) == Upos.Num)) candidate.Features |= Features.AnyKind | Features.AnyGender;
        return candidate;
    }

    /// <summary>"The minister for the environment, Paulo Serra", where the tree hangs the name on the environment: it is the minister's.</summary>
    private bool IsStray(int apposition)
    {
        if (nameOf[apposition] is not (>= 0 and var number) || document.Names[number].Type != NameType.Person) return false;
        int at = trees.HeadOf(apposition);
        if (at < 0 || IsPersonNoun(at) || (nameOf[at] >= 0 && document.Names[nameOf[at]].Type == NameType.Person)) return false;
        for (int steps = 0; steps < 3 && at >= 0 && trees.DeprelOf(at) is Deprel.Nmod or Deprel.NmodPoss; steps++)
        {
            at = trees.HeadOf(at);
            if (at >= 0 && at < apposition && IsPersonNoun(at)) return true;
        }

        return false;
    }

    /// <summary>Whether an apposition can be of the one that it stands beside: no other person ("Duque, Hernández"), no name of another kind ("Castillo, Canada"), and no words beyond the end of a quotation.</summary>
    private bool IsOfOne(int apposition)
    {
        int head = trees.HeadOf(apposition);
        if (head < 0 || (nameOf[apposition] >= 0 && nameOf[apposition] == nameOf[head])) return true;
        if (nameOf[apposition] is >= 0 and var second && nameOf[head] is >= 0 and var first && first != second)
        {
            NameType one = document.Names[first].Type, other = document.Names[second].Type;
            if ((one == NameType.Person || other == NameType.Person) && one != NameType.Miscellaneous && other != NameType.Miscellaneous) return false;
        }

        return !IsAcrossMark(Math.Min(head, apposition), Math.Max(head, apposition));
    }

    /// <summary>Whether a quotation ends between two tokens that did not begin between them, or begins and does not end.</summary>
    private bool IsAcrossMark(int first, int last)
    {
        if (last - first > FarthestApposition) return false;
        int open = 0;
        for (int t = first; t <= last; t++)
        {
            if (tokens.WordOf(t) is ['“' or '«', ..]) open++;
            else if (tokens.WordOf(t) is ['”' or '»', ..] && --open < 0) return true;
        }

        return open > 0;
    }

    private int StrayIn(int head, TokenRange all)
    {
        for (int t = head + 1; t < all.End && t < head + 20; t++)
        {
            if (trees.DeprelOf(t) == Deprel.Appos && IsStray(t)) return nameOf[t];
        }

        return -1;
    }

    private bool IsPersonNoun(int t)
        => tags.UposOf(t) is Upos.Noun or Upos.Propn && (words.Of(tokens.WordOf(t)) & (WordTraits.Person | WordTraits.Male | WordTraits.Female)) != 0;

    private Candidate Named(Candidate candidate, int number)
    {
        Name name = document.Names[number];
        candidate.Form = MentionForm.Name;
        candidate.Type = name.Type;
        candidate.Name = name.Tokens;
        candidate.IsDefinite = true;
        candidate.Features = name.Type switch
        {
            NameType.Person => SexOf(candidate) | Features.Singular | Features.Person,
            NameType.Organization => Features.Neuter | Features.AnyNumber | Features.Organization,
            NameType.Location => Features.Neuter | Features.Singular | Features.Place | Features.Organization,
            _ => Features.AnyGender | Features.AnyNumber | Features.AnyKind,
        };
        return candidate;
    }

    private Features SexOf(Candidate candidate)
    {
        TokenRange name = candidate.Name;
        WordTraits sex = words.SexOf(tokens.WordOf(name.First));
        if (sex == WordTraits.None && name.First > 0)
        {
            WordTraits title = words.Of(tokens.WordOf(name.First - 1)) & (WordTraits.MaleTitle | WordTraits.FemaleTitle);
            sex = title == WordTraits.MaleTitle ? WordTraits.Male : title == WordTraits.FemaleTitle ? WordTraits.Female : sex;
        }

        if (sex == WordTraits.None && words.Of(tokens.WordOf(name.First)) is var first && name.Count > 1)
            sex = (first & WordTraits.MaleTitle) != 0 ? WordTraits.Male : (first & WordTraits.FemaleTitle) != 0 ? WordTraits.Female : sex;
        if (candidate.Roles is null) return Sex(sex);
        foreach (int role in candidate.Roles)
        {
            WordTraits traits = words.Of(pool.Lemma(role, tokens.WordOf(role).Length)) & (WordTraits.Male | WordTraits.Female);
            if (sex == WordTraits.None && traits is WordTraits.Male or WordTraits.Female) sex = traits;
        }

        return Sex(sex);
    }

    private static Features Sex(WordTraits sex)
        => sex == WordTraits.Male ? Features.Male : sex == WordTraits.Female ? Features.Female : Features.Male | Features.Female;

    private Features FeaturesOfNoun(string lemma, ReadOnlySpan<char> word, bool plural)
    {
        WordTraits traits = words.Of(lemma);
        Features features = plural ? Features.Plural : Features.Singular;
        Features kinds = Features.None;
        if ((traits & (WordTraits.Person | WordTraits.Male | WordTraits.Female | WordTraits.People)) != 0) kinds |= Features.Person;
        if ((traits & WordTraits.Organization) != 0) kinds |= Features.Organization;
        if ((traits & WordTraits.Place) != 0) kinds |= Features.Place;
        if (kinds == Features.None && lexicon.TryFindAgent(lemma, out _, out ActorKind kind))
            kinds = kind == ActorKind.Organization ? Features.Organization : Features.Person;
        if (kinds == Features.None && LooksLikePerson(lemma)) kinds = Features.Person;
        if ((traits & WordTraits.People) != 0 || (words.Of(word) & WordTraits.People) != 0) features = Features.Plural;
        if ((kinds & Features.Organization) != 0) features = plural ? Features.Plural : Features.AnyNumber;
        Features gender = (traits & WordTraits.Male) != 0 && (traits & WordTraits.Female) == 0 ? Features.Male
            : (traits & WordTraits.Female) != 0 && (traits & WordTraits.Male) == 0 ? Features.Female
            : kinds == Features.Person ? Features.Male | Features.Female : Features.Neuter;
        return features | gender | (kinds == Features.None ? Features.Thing : kinds);
    }

    private static bool LooksLikePerson(string lemma)
        => lemma.Length > 5 && (lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("ician", StringComparison.Ordinal)
            || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("person", StringComparison.Ordinal)
            || lemma.EndsWith("eer", StringComparison.Ordinal) || lemma.EndsWith("ologist", StringComparison.Ordinal));

    private Candidate? PronounOf(int t, int sentence)
    {
        Span<char> lower = stackalloc char[12];
        ReadOnlySpan<char> word = tokens.WordOf(t);
        if (word.Length > lower.Length || trees.DeprelOf(t) == Deprel.Expl) return null;
        lower = lower[..word.ToLowerInvariant(lower)];
        Features people = Features.Male | Features.Female | Features.Person;
        (Pronoun Kind, Features Features)? of = lower switch
        {
            "i" or "me" or "my" or "mine" or "myself" => (Pronoun.I, people | Features.Singular),
            "we" or "us" or "our" or "ours" or "ourselves" or "'s" or "’s" => (Pronoun.We, Features.AnyGender | Features.Plural | Features.Person | Features.Organization),
            "you" or "your" or "yours" or "yourself" or "yourselves" => (Pronoun.You, people | Features.AnyNumber),
            "he" or "him" or "his" or "himself" => (Pronoun.Third, Features.Male | Features.Person | Features.Singular),
            "she" or "her" or "hers" or "herself" => (Pronoun.Third, Features.Female | Features.Person | Features.Singular),
            "it" or "its" or "itself" => (Pronoun.Third, Features.Neuter | Features.Singular | Features.Organization | Features.Place | Features.Thing),
            "they" or "them" or "their" or "theirs" or "themselves" or "'em" or "em" or "themself"
                => (Pronoun.Third, Features.AnyGender | Features.Plural | Features.Person | Features.Organization | Features.Thing),
            _ => null,
        };
        if (of is not { } known || (lower is "it" && IsEmpty(t))) return null;
        return new Candidate
        {
            Range = new(t, t + 1), Head = t, Sentence = sentence, Form = MentionForm.Pronoun, Pronoun = known.Kind, Features = known.Features,
            IsReflexive = lower.EndsWith("self", StringComparison.Ordinal) || lower.EndsWith("selves", StringComparison.Ordinal),
            IsSubject = trees.DeprelOf(t) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter,
        };
    }

    /// <summary>"It rains", "it is clear that", "it seems": nobody is meant.</summary>
    private bool IsEmpty(int t)
    {
        if (trees.DeprelOf(t) is not (Deprel.Nsubj or Deprel.NsubjPass)) return false;
        int verb = trees.HeadOf(t);
        if (verb < 0) return false;
        WordTraits traits = words.Of(pool.Lemma(verb, tokens.WordOf(verb).Length));
        if ((traits & (WordTraits.Rain | WordTraits.Time)) != 0) return true;
        bool clause = phrases.ChildBy(verb, Deprel.Csubj) >= 0 || phrases.ChildBy(verb, Deprel.CsubjPass) >= 0
            || (phrases.ChildBy(verb, Deprel.Ccomp) >= 0 && phrases.ChildBy(verb, Deprel.Cop) >= 0);
        return clause || ((traits & WordTraits.Seem) != 0 && (phrases.ChildBy(verb, Deprel.Ccomp) >= 0 || phrases.ChildBy(verb, Deprel.Advcl) >= 0));
    }

    /// <summary>The whole phrase around a head, without preposition, conjuncts, and what belongs to its clause.</summary>
    private TokenRange RangeOf(int head, TokenRange sentence)
    {
        int first = head, end = head + 1;
        for (int child = phrases.FirstChild(head); child >= 0; child = phrases.NextChild(child))
        {
            bool isPart = trees.DeprelOf(child) switch
            {
                Deprel.Det or Deprel.DetPredet or Deprel.Amod or Deprel.Compound or Deprel.Flat or Deprel.Fixed or Deprel.Goeswith
                    or Deprel.Nmod or Deprel.NmodDesc or Deprel.NmodPoss or Deprel.NmodUnmarked or Deprel.Nummod
                    or Deprel.Acl or Deprel.AclRelcl => true,
                Deprel.Appos => !IsStray(child) && IsOfOne(child),
                Deprel.Case => child > head,
                Deprel.Advmod => child < head && tags.UposOf(child) == Upos.Adv && phrases.ChildBy(head, Deprel.Cop) < 0 && first <= child,
                _ => false,
            };
            if (!isPart) continue;
            first = Math.Min(first, phrases.FirstOf(child));
            end = Math.Max(end, phrases.LastOf(child) + 1);
        }

        while (first < head && tags.UposOf(first) == Upos.Punct && tokens.WordOf(first) is not ['"' or '“' or '\'' or '‘']) first++;
        int open = 0;
        for (int t = first; t < end; t++)
        {
            ReadOnlySpan<char> word = tokens.WordOf(t);
            if (word is ['('] or ['[']) open++;
            else if (word is [')'] or [']']) open--;
        }

        if (open > 0 && end < sentence.End && tokens.WordOf(end) is [')'] or [']']) end++;
        int quoted = 0;
        for (int t = first; t < end; t++)
        {
            if (tokens.WordOf(t) is ['“' or '«', ..]) quoted++;
            else if (tokens.WordOf(t) is not ['”' or '»', ..]) continue;
            else if (quoted > 0) quoted--;
            else if (t > head) end = t;                         // the quotation that holds the phrase ends here
        }

        while (end - 1 > head && tokens.WordOf(end - 1) is [',' or ';' or ':' or '.' or '-' or '–' or '—']) end--;
        return new(first, end);
    }

    /// <summary>The token of a name on which its other tokens hang.</summary>
    private int HeadOf(TokenRange name)
    {
        for (int t = name.First; t < name.End; t++)
        {
            int head = trees.HeadOf(t);
            if (head < name.First || head >= name.End) return t;
        }

        return name.First;
    }

    private bool IsPredicate(int t)
        => (phrases.ChildBy(t, Deprel.Cop) >= 0 && (phrases.ChildBy(t, Deprel.Nsubj) >= 0 || phrases.ChildBy(t, Deprel.Expl) >= 0 || nameOf[t] < 0)
            && phrases.ChildBy(t, Deprel.Case) < 0) || trees.DeprelOf(t) == Deprel.Xcomp;

    private static bool IsInner(Deprel deprel)
        => deprel is Deprel.Compound or Deprel.Flat or Deprel.Fixed or Deprel.Goeswith or Deprel.NmodDesc or Deprel.Amod or Deprel.Nummod
            or Deprel.Advmod or Deprel.Case or Deprel.Cc or Deprel.Det or Deprel.Reparandum or Deprel.Punct;

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static void RemoveTwins(List<Candidate> found, int start)
    {
        int kept = start;
        for (int i = start; i < found.Count; i++)
        {
            if (kept > start && found[kept - 1].Range == found[i].Range) continue;
            found[kept++] = found[i];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private sealed class ByPlace : IComparer<Candidate>
    {
        public static ByPlace Instance { get; } = new();

        public int Compare(Candidate? x, Candidate? y)
        {
            int order = x!.Range.First.CompareTo(y!.Range.First);
            if (order == 0) order = y.Range.End.CompareTo(x.Range.End);
            return order != 0 ? order : x.Head.CompareTo(y.Head);
        }
    }
}
