// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>Who stands where around a verb: subjects and objects through passives, control, relative clauses and coordination.</summary>
/// <remarks>The relations are those of Universal Dependencies v2. Nothing walks further than a few steps.</remarks>
internal sealed class Clause(Document document)
{
    private const int Deepest = 6;
    private const int Farthest = 30;
    private readonly PhraseTree phrases = document.Phrases;
    private readonly MentionIndex mentions = document.Mentions;
    private readonly TreeTable trees = document.Trees;
    private readonly TagTable tags = document.Tags;
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>Whether a verb is in the passive, or a participle that says what was done to a noun.</summary>
    public bool IsPassive(int verb)
    {
        if (phrases.ChildBy(verb, Deprel.AuxPass) >= 0 || phrases.ChildBy(verb, Deprel.NsubjPass) >= 0) return true;
        if (tags.XposOf(verb) != "VBN" || phrases.ChildBy(verb, Deprel.Aux) >= 0) return false;
        return trees.DeprelOf(verb) switch
        {
            Deprel.Acl or Deprel.Amod => true,
            Deprel.Conj => phrases.ChildBy(verb, Deprel.Nsubj) < 0 && trees.HeadOf(verb) is >= 0 and var first && tags.UposOf(first) == Upos.Verb && IsPassive(first),
            Deprel.Advcl or Deprel.Xcomp => phrases.ChildBy(verb, Deprel.Obj) < 0 && phrases.ChildBy(verb, Deprel.Nsubj) < 0,
            _ => false,
        };
    }

    /// <summary>Adds the heads of whoever does what the verb says.</summary>
    public void AddDoers(int verb, List<int> into) => AddDoers(verb, into, 0);

    /// <summary>Adds the heads of what the verb is done to.</summary>
    public void AddObjects(int verb, List<int> into) => AddObjects(verb, into, 0);

    /// <summary>Adds the heads that depend on a word by a preposition, directly or below its objects.</summary>
    public void AddBy(int word, ReadOnlySpan<char> preposition, List<int> into)
    {
        for (int child = phrases.FirstChild(word); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is Deprel.Obl or Deprel.Nmod or Deprel.OblAgent or Deprel.Advcl or Deprel.Acl && HasCase(child, preposition)) AddNominal(child, into);
        }
    }

    /// <summary>Adds the heads that stand by a preposition anywhere below a word: "filed a suit in a court against the bank".</summary>
    public void AddBelow(int word, ReadOnlySpan<char> preposition, List<int> into)
    {
        int last = Math.Min(phrases.LastOf(word), word + Farthest);
        for (int t = word + 1; t <= last; t++)
        {
            if (trees.DeprelOf(t) != Deprel.Case || !tokens.WordOf(t).Equals(preposition, StringComparison.OrdinalIgnoreCase)) continue;
            AddNominal(trees.HeadOf(t), into);
            return;
        }
    }

    /// <summary>Adds the indirect objects.</summary>
    public void AddIndirect(int verb, List<int> into)
    {
        if (phrases.ChildBy(verb, Deprel.Iobj) is >= 0 and var child) AddNominal(child, into);
    }

    /// <summary>Whether a word has a preposition of its own.</summary>
    public bool HasCase(int word, ReadOnlySpan<char> preposition)
    {
        for (int child = phrases.FirstChild(word); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is Deprel.Case or Deprel.Mark && tokens.WordOf(child).Equals(preposition, StringComparison.OrdinalIgnoreCase)) return true;
        }

        // "with the premier Leo Varadkar": the tree hangs the preposition on the name
        int first = phrases.FirstOf(word);
        return first < word && trees.DeprelOf(first) == Deprel.Case && trees.HeadOf(first) is var held && trees.HeadOf(held) == word && trees.DeprelOf(held) is Deprel.Appos or Deprel.Flat or Deprel.Compound
            && tokens.WordOf(first).Equals(preposition, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Adds a noun and those that are coordinated with it.</summary>
    public void AddNominal(int head, List<int> into)
    {
        into.Add(head);
        for (int child = phrases.FirstChild(head); child >= 0 && into.Count < 32; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Conj && tags.UposOf(child) is Upos.Noun or Upos.Propn or Upos.Pron) into.Add(child);
        }
    }

    /// <summary>The doers in what must come first, "until the ministry pays", "unless the rebels leave": from whom it is wanted.</summary>
    public void AddConditional(int verb, List<int> into)
    {
        for (int child = phrases.FirstChild(verb); child >= 0 && into.Count == 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Advcl && (HasCase(child, "until") || HasCase(child, "unless") || HasCase(child, "till") || HasCase(child, "if"))) AddDoers(child, into);
        }
    }

    /// <summary>The next noun, name or adjective behind a word that has a part in what it tells; −1 if there is none.</summary>
    /// <param name="word">Verb or noun that tells the event.</param>
    /// <param name="from">The last that was looked at; first the word itself.</param>
    /// <param name="isBeside">Whether a preposition takes what follows it out of the event: "after".</param>
    public int NextPart(int word, int from, Func<int, bool> isBeside)
    {
        int last = Math.Min(phrases.LastOf(word), word + Farthest);
        for (int t = from + 1; t <= last; t++)
        {
            if (tags.UposOf(t) is Upos.Noun or Upos.Propn or Upos.Adj && !IsTime(t) && IsPart(t, word, isBeside)) return t;
        }

        return -1;
    }

    /// <summary>Whether what depends on a word at some remove is no clause of its own, and no subject.</summary>
    public bool IsPart(int token, int word, Func<int, bool> isBeside)
    {
        for (int at = token, steps = 0; at != word; at = trees.HeadOf(at), steps++)
        {
            if (at < 0 || steps > 2 * Deepest) return false;
            bool isPurpose = HasCase(at, "to") || HasCase(at, "for");
            switch (trees.DeprelOf(at))
            {
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.AclRelcl or Deprel.Parataxis or Deprel.Appos:
                case Deprel.OblAgent when trees.HeadOf(at) == word:
                case Deprel.Advcl or Deprel.Acl or Deprel.Xcomp when !isPurpose && tags.XposOf(at) != "VBN":
                case Deprel.Conj or Deprel.Ccomp when tags.UposOf(at) == Upos.Verb:
                    return false;
            }

            if (phrases.ChildBy(at, Deprel.Case) is >= 0 and var by && isBeside(by)) return false;
        }

        return true;
    }

    /// <summary>The subject of a clause as it stands; −1 if it has none.</summary>
    public int SubjectOf(int verb)
    {
        int subject = phrases.ChildBy(verb, Deprel.Nsubj);
        return subject >= 0 ? subject : phrases.ChildBy(verb, Deprel.NsubjPass);
    }

    private void AddDoers(int verb, List<int> into, int depth)
    {
        if (depth > Deepest) return;
        if (IsPassive(verb))
        {
            int agent = phrases.ChildBy(verb, Deprel.OblAgent);
            if (agent >= 0) AddNominal(agent, into);
            else AddBy(verb, "by", into);
            if (into.Count == 0) AddBelow(verb, "by", into);
            return;
        }

        int subject = phrases.ChildBy(verb, Deprel.Nsubj);
        if (subject >= 0)
        {
            AddResolved(PastDateline(verb, subject), into);
            if (IsSpeaker(verb, subject)) AddDoers(trees.HeadOf(verb), into, depth + 1);
            return;
        }

        int head = trees.HeadOf(verb);
        if (head < 0) return;
        switch (trees.DeprelOf(verb))
        {
            case Deprel.Ccomp when tags.UposOf(head) == Upos.Verb && (phrases.ChildBy(verb, Deprel.Expl) >= 0 || StrayBefore(head, verb) >= 0):
                // "the state says it is willing to"; "the ministers signed it, the agency reported", where the tree hangs the ministers on "reported"
                if (StrayBefore(head, verb) is >= 0 and var stray) AddResolved(stray, into);
                else AddDoers(head, into, depth + 1);
                break;
            case Deprel.Xcomp:
                // "asked the court to decide": the object decides; "promised the court to decide" is rarer
                if (tags.UposOf(head) == Upos.Verb && phrases.ChildBy(head, Deprel.Obj) is >= 0 and var controlled && tags.XposOf(verb) != "VBG" && !IsContact(head)) AddResolved(controlled, into);
                else if (IsPassive(head)) AddObjects(head, into, depth + 1);
                else AddDoers(head, into, depth + 1);
                break;
            case Deprel.Conj when tags.UposOf(head) is Upos.Verb or Upos.Adj:
                if (tags.UposOf(head) == Upos.Verb && IsPassive(head)) AddObjects(head, into, depth + 1);
                else AddDoers(head, into, depth + 1);
                break;
            case Deprel.Advcl or Deprel.Parataxis when tags.UposOf(head) is Upos.Verb or Upos.Adj || phrases.ChildBy(head, Deprel.Cop) >= 0:
                if (tags.UposOf(head) == Upos.Verb && IsPassive(head)) AddObjects(head, into, depth + 1);
                else AddDoers(head, into, depth + 1);
                break;
            case Deprel.Acl when tags.XposOf(verb) == "VBG" && !(mentions.ActorAt(head) < 0 && trees.DeprelOf(head) is Deprel.Obj or Deprel.Obl):
                AddNominal(head, into);
                break;
            case Deprel.Acl when trees.HeadOf(head) is >= 0 and var outer && trees.DeprelOf(head) is Deprel.Obj or Deprel.Obl && tags.UposOf(outer) == Upos.Verb:
                // "announced a plan to attack", "published a report accusing the army"
                AddDoers(outer, into, depth + 1);
                break;
            case Deprel.AclRelcl:
                AddNominal(head, into);
                break;
        }
    }

    /// <summary>"The army says it has left": whether a pronoun that stands for nobody known stands for whoever speaks.</summary>
    private bool IsSpeaker(int verb, int subject)
    {
        if (tags.UposOf(subject) != Upos.Pron || mentions.ActorAt(subject) >= 0 || trees.DeprelOf(verb) != Deprel.Ccomp) return false;
        if (trees.HeadOf(verb) is not (>= 0 and var saying) || tags.UposOf(saying) != Upos.Verb || phrases.ChildBy(saying, Deprel.Nsubj) is not (>= 0 and var speaker)) return false;
        bool isMany = tags.XposOf(speaker) is "NNS" or "NNPS" || phrases.ChildBy(speaker, Deprel.Conj) >= 0;
        return isMany ? tokens.WordOf(subject) is "they" or "we" : tokens.WordOf(subject) is "it" or "he" or "she" or "I";
    }

    /// <summary>"QUITO - The court ruled": where the tree takes the dateline for the subject, the noun behind the dash.</summary>
    private int PastDateline(int verb, int subject)
    {
        // "Hours earlier the army attacked"
        if ((IsTime(subject) || tags.LemmaOf(subject) is "minute" or "hour" or "day" or "week" or "month" or "year") && Sibling(subject, verb) is >= 0 and var behind) return behind;
        int end = DatelineEnd(subject);
        if (end > subject && Sibling(end - 1, verb) is >= 0 and var second) return second;
        for (int t = end; t < verb && t > subject; t++)
        {
            if (tags.UposOf(t) is not (Upos.Noun or Upos.Propn)) continue;
            int head = trees.HeadOf(t);
            if (head < end || trees.DeprelOf(t) == Deprel.Nsubj) return t;
        }

        return subject;
    }

    /// <summary>A verb's next subject behind a token, before the verb; −1 if there is none.</summary>
    private int Sibling(int token, int verb)
    {
        for (int child = phrases.FirstChild(verb); child >= 0 && child < verb; child = phrases.NextChild(child))
        {
            if (child > token && trees.DeprelOf(child) is Deprel.Nsubj or Deprel.NsubjPass) return child;
        }

        return -1;
    }

    /// <summary>The token behind "QUITO, May 3 (Reuters) -" at the start of the sentence; −1 if it starts otherwise.</summary>
    private int DatelineEnd(int token)
    {
        TokenRange sentence = tokens.RangeOf(document.Sentences[document.SentenceAt(tokens.SpanOf(token).Start)].Span);
        if (token > sentence.First + 3) return -1;
        bool isDated = false;
        for (int t = sentence.First; t < sentence.End - 1 && t < sentence.First + 14; t++)
        {
            ReadOnlySpan<char> word = tokens.WordOf(t);
            if (word is "--" or "–" or "—" || (word is "-" && IsApart(t)) || (word is ":" && IsCapitals(sentence.First))) return t > sentence.First ? t + 1 : -1;
            if (word is ")" && isDated && char.IsUpper(tokens.WordOf(t + 1)[0]) && tokens.WordOf(t + 1) is not "(") return IsApart(t + 1) ? -1 : t + 1;
            isDated |= char.IsAsciiDigit(word[0]);
            if (!char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]) && word is not ("," or "(" or ")" or "/" or ".")) return -1;
        }

        return -1;
    }

    /// <summary>Whether a dash stands between blanks, so that it ties no words.</summary>
    private bool IsApart(int token) => tokens.WordOf(token)[0] == '-' && token > 0 && tokens.SpanOf(token - 1).End < tokens.SpanOf(token).Start;

    private bool IsCapitals(int token) => token >= 0 && tokens.WordOf(token) is { Length: > 1 } word && !word.ContainsAnyInRange('a', 'z');

    /// <summary>The first of two subjects of a verb, where a clause inside stands between them; −1 if there is none.</summary>
    private int StrayBefore(int verb, int inner)
    {
        int first = -1, count = 0;
        for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) != Deprel.Nsubj) continue;
            if (first < 0) first = child;
            count++;
        }

        return count > 1 && first < inner && inner < verb ? first : -1;
    }

    /// <summary>"visited the premier to thank him": the visitor thanks.</summary>
    private bool IsContact(int verb) => tags.Lemma(verb, stackalloc char[TagTable.UsualLemma]) is "call" or "phone" or "telephone" or "visit" or "meet" or "summon";

    private void AddObjects(int verb, List<int> into, int depth)
    {
        if (depth > Deepest) return;
        if (!IsPassive(verb))
        {
            int start = into.Count;
            for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
            {
                if (trees.DeprelOf(child) == Deprel.Obj || IsObjectByForm(verb, child)) AddResolved(child, into);
            }

            if (into.Count == start && trees.DeprelOf(verb) == Deprel.Conj && trees.HeadOf(verb) is >= 0 and var first && SharesObject(first, verb)) AddObjects(first, into, depth + 1);
            return;
        }

        int subject = phrases.ChildBy(verb, Deprel.NsubjPass);
        if (subject < 0) subject = phrases.ChildBy(verb, Deprel.Nsubj);
        int head = trees.HeadOf(verb);
        if (subject >= 0) AddResolved(PastDateline(verb, subject), into);
        else if (head >= 0 && trees.DeprelOf(verb) is Deprel.Acl or Deprel.Amod or Deprel.AclRelcl) AddNominal(head, into);
        else if (head >= 0 && trees.DeprelOf(verb) is Deprel.Conj) AddObjects(head, into, depth + 1);
        else if (head >= 0 && trees.DeprelOf(verb) is Deprel.Xcomp or Deprel.Advcl) AddDoers(head, into, depth + 1);
    }

    /// <summary>What the tree misses of objects: "called off the strike", "freed on bail two men", "released at least 19 men".</summary>
    private bool IsObjectByForm(int verb, int noun)
        => trees.DeprelOf(noun) == Deprel.Obl && (IsCounted(noun) || IsRounded(verb, noun) || (noun > verb && phrases.ChildBy(noun, Deprel.Case) < 0 && phrases.ChildBy(verb, Deprel.Obj) < 0 && !IsTime(noun)));

    /// <summary>Whether a noun is a time: "Friday".</summary>
    public bool IsTime(int noun)
    {
        ReadOnlySpan<TimeExpression> times = document.Times.AsSpan();
        TextSpan span = tokens.SpanOf(noun);
        int next = times.FirstEndingAfter(span.Start);
        return next < times.Length && times[next].Span.Overlaps(span);
    }

    private bool IsCounted(int noun)
        => phrases.ChildBy(noun, Deprel.Nummod) is >= 0 and var number && number >= 2
            && tokens.WordOf(number - 1) is "least" or "most" && tokens.WordOf(number - 2) is "at";

    /// <summary>"held around 20 nurses": a preposition that rounds a number.</summary>
    private bool IsRounded(int verb, int noun)
        => phrases.ChildBy(verb, Deprel.Obj) < 0 && phrases.ChildBy(noun, Deprel.Nummod) is >= 1 and var number
            && tokens.WordOf(number - 1) is "around" or "about" or "over" or "under" or "nearly" or "almost" or "some" && !IsTime(noun);

    /// <summary>"condemned and sanctioned the bank": the object stands after both verbs.</summary>
    private bool SharesObject(int first, int second)
        => tags.UposOf(first) == Upos.Verb && phrases.ChildBy(first, Deprel.Obj) is >= 0 and var shared && shared > second;

    /// <summary>A noun; for "who", "which" and "that" whom they refer to.</summary>
    private void AddResolved(int noun, List<int> into)
    {
        if (tags.XposOf(noun) is "WDT" or "WP" or "WP$")
        {
            int at = trees.HeadOf(noun);
            for (int steps = 0; at >= 0 && steps < Deepest; steps++)
            {
                if (trees.DeprelOf(at) == Deprel.AclRelcl && trees.HeadOf(at) is >= 0 and var antecedent)
                {
                    AddNominal(antecedent, into);
                    return;
                }

                at = trees.HeadOf(at);
            }

            return;
        }

        AddNominal(noun, into);
    }
}
