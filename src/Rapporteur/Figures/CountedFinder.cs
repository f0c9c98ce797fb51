// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>How it is known what an amount counts.</summary>
internal enum Ground
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>By the noun that the number stands before.</summary>
    Noun,

    /// <summary>By what follows "of" or, for money, "in" or "for".</summary>
    Complement,

    /// <summary>By the words that it is said of: "turnout was 61 percent".</summary>
    Clause,

    /// <summary>By the figure before it: "two were killed and three wounded".</summary>
    FigureBefore,
}

/// <summary>What an amount counts, and how that is known.</summary>
internal readonly record struct Counted(TokenRange Tokens, Ground Ground);

/// <summary>Finds what an amount counts, from the tree.</summary>
internal sealed class CountedFinder(Document document, FigureWords words, PhraseTree phrases)
{
    private const int MostSteps = 4;

    private readonly TokenTable tokens = document.Tokens;
    private readonly TagTable tags = document.Tags;
    private readonly TreeTable trees = document.Trees;
    private readonly CountedPhrase phrase = new(document, words, phrases);
    private Amount? previous;

    /// <summary>What an amount counts.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="before">The figure before it in the sentence, and what that counts.</param>
    public Counted Of(Amount amount, TokenRange sentence, (Amount Amount, Counted Counted)? before)
    {
        int root = RootOf(amount.Core);
        previous = before?.Amount;
        if (Complement(amount, sentence) is { IsEmpty: false } complement) return new(complement, Ground.Complement);
        if (Noun(amount, root, sentence) is { IsEmpty: false } noun) return new(noun, Ground.Noun);
        TokenRange clause = Clause(amount, root, sentence, out bool certain);
        bool isSubject = trees.DeprelOf(root) is Deprel.Nsubj or Deprel.NsubjPass;
        bool follows = before is { } b && b.Counted.Ground != Ground.None && b.Amount.Unit == amount.Unit && amount.Unit is FigureUnit.Count or FigureUnit.Percent or FigureUnit.Fraction or FigureUnit.Measure
            && (amount.Unit == FigureUnit.Count || !isSubject || b.Counted.Ground == Ground.Complement);
        if (follows && !certain && before!.Value.Counted.Ground is Ground.Noun or Ground.Complement or Ground.FigureBefore) return new(before!.Value.Counted.Tokens, Ground.FigureBefore);
        if (!clause.IsEmpty) return new(clause, Ground.Clause);
        return follows ? new(before!.Value.Counted.Tokens, Ground.FigureBefore) : default;
    }

    /// <summary>"34 percent of the votes", "$5 million in aid", "seven of them".</summary>
    private TokenRange Complement(Amount amount, TokenRange sentence)
    {
        int at = amount.Tokens.End;
        if (at + 1 >= sentence.End || amount.Unit == FigureUnit.Factor) return default;
        ReadOnlySpan<char> word = tokens.WordOf(at);
        if (word is "of")
        {
            int noun = HeadAfter(at, sentence);
            return noun < 0 ? default : phrase.From(noun, at + 1, sentence);
        }

        if (amount.Unit != FigureUnit.Money || !words.Is(word, WordRole.Money)) return default;
        if (word is "worth" && tokens.WordOf(at + 1) is "of") at++;
        int head = HeadAfter(at, sentence);
        if (head < 0 || (tags.UposOf(head) != Upos.Noun && word is not "for")) return default;
        return words.Is(tokens.WordOf(head), WordRole.Time) ? default : phrase.From(head, at + 1, sentence);
    }

    /// <summary>The noun that a preposition leads to; −1 if there is none.</summary>
    private int HeadAfter(int preposition, TokenRange sentence)
    {
        int head = trees.HeadOf(preposition);
        if (head > preposition && head < sentence.End && (trees.DeprelOf(preposition) is Deprel.Case or Deprel.Mark || tags.UposOf(head) is Upos.Noun or Upos.Propn or Upos.Pron)) return Nominal(head) ? head : -1;
        int at = preposition + 1;
        while (at < sentence.End && tags.UposOf(at) is Upos.Det or Upos.Adj or Upos.Num) at++;
        return at < sentence.End && Nominal(at) ? at : -1;
    }

    private bool Nominal(int token) => tags.UposOf(token) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Sym or Upos.Adj or Upos.X;

    /// <summary>"58 civilians", "a $20 million bill", "twice as many women".</summary>
    private TokenRange Noun(Amount amount, int root, TokenRange sentence)
    {
        int end = AfterRate(amount.Tokens.End, sentence), head = trees.HeadOf(root);
        for (int steps = 0; steps < MostSteps && head >= end && head < sentence.End && tags.UposOf(head) is Upos.Adj or Upos.Adv or Upos.Num or Upos.Sym && trees.DeprelOf(head) is Deprel.Amod or Deprel.Advmod or Deprel.Nummod or Deprel.Compound or Deprel.DetPredet; steps++) head = trees.HeadOf(head);
        bool inPhrase = trees.DeprelOf(root) is Deprel.Nummod or Deprel.Compound or Deprel.Amod or Deprel.Advmod or Deprel.Det or Deprel.DetPredet or Deprel.NmodUnmarked or Deprel.Nmod or Deprel.NmodPoss or Deprel.Obl or Deprel.OblUnmarked;
        if (inPhrase && head >= end && head < sentence.End && tags.UposOf(head) is Upos.Noun or Upos.Propn && Reaches(end, head) && !phrase.IsTime(head)) return phrase.From(head, end, sentence);
        if (amount.Unit is FigureUnit.Percent or FigureUnit.PercentagePoints && end < sentence.End && tokens.WordOf(end) is not "-" && tags.UposOf(end) is not (Upos.Noun or Upos.Propn or Upos.Adj)) return default;
        // where the tree does not say so: the nouns that follow at once
        int last = -1;
        for (int at = end; at < sentence.End && at < end + 8; at++)
        {
            Upos upos = tags.UposOf(at);
            if (phrase.IsTime(at)) return default;
            if (upos is Upos.Noun or Upos.Propn) last = at;
            else if (last >= 0 || !(upos == Upos.Adj || tokens.WordOf(at) is "-" || (amount.Unit is FigureUnit.Fraction or FigureUnit.Factor && upos is Upos.Det or Upos.Pron))) break;
        }

        return last < 0 ? default : phrase.From(last, end, sentence);
    }

    /// <summary>"A $5-a-barrel tax": behind the rate.</summary>
    private int AfterRate(int end, TokenRange sentence)
    {
        if (end + 3 >= sentence.End || tokens.WordOf(end) is not "-" || tokens.WordOf(end + 1) is not ("a" or "an" or "per")) return end;
        return tokens.WordOf(end + 2) is "-" && end + 4 < sentence.End ? end + 4 : end + 3;
    }

    /// <summary>Whether nothing stands between a number and a noun that parts them.</summary>
    private bool Reaches(int from, int noun)
    {
        for (int at = from; at < noun; at++)
        {
            if (tags.UposOf(at) is Upos.Adp || tokens.WordOf(at) is "," or ";" or ":") return false;
            if (tags.UposOf(at) is Upos.Verb or Upos.Aux or Upos.Sconj && trees.DeprelOf(at) is not (Deprel.Amod or Deprel.Compound)) return false;
        }

        return true;
    }

    /// <summary>What the clause says the amount of; certain where the tree leaves no choice.</summary>
    private TokenRange Clause(Amount amount, int root, TokenRange sentence, out bool certain)
    {
        certain = false;
        if (amount.Unit == FigureUnit.Factor && tags.UposOf(root) == Upos.Verb)
        {
            certain = true;
            int thing = Either(phrases.ChildBy(root, Deprel.Obj), SubjectOf(root));
            return thing < 0 ? default : Around(thing, amount, sentence);
        }

        int subject = Own(root);
        if (subject >= 0)
        {
            certain = true;
            return Around(subject, amount, sentence);
        }

        if (At(amount, sentence) is >= 0 and var noun)
        {
            certain = true;
            return Around(noun, amount, sentence);
        }

        int at = root;
        for (int steps = 0; steps < MostSteps && trees.DeprelOf(at) is Deprel.Conj or Deprel.Appos or Deprel.Parataxis or Deprel.Nummod or Deprel.Flat && trees.HeadOf(at) >= 0; steps++)
        {
            if (tags.UposOf(at) is Upos.Verb) break;
            at = trees.HeadOf(at);
        }

        int head = trees.HeadOf(at);
        if (head < sentence.First) return default;
        Deprel deprel = trees.DeprelOf(at);
        if (tags.UposOf(head) is Upos.Noun or Upos.Propn)
        {
            if (head >= amount.Core.First || (previous is { } last && head >= last.Core.First && head < last.Core.End)) return default;
            certain = deprel is Deprel.Nmod or Deprel.Obl;
            return Around(head, amount, sentence);
        }

        if (deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter or Deprel.Ccomp) return default;
        return OfVerb(amount, head, deprel, sentence, ref certain);
    }

    /// <summary>"Puts the party at 31 percent": the noun right before "at"; −1 if there is none.</summary>
    private int At(Amount amount, TokenRange sentence)
    {
        int at = amount.Tokens.First - 2;
        if (at < sentence.First || tokens.WordOf(at + 1) is not "at" || tags.UposOf(at) is not (Upos.Noun or Upos.Propn)) return -1;
        for (int steps = 0; steps < MostSteps && trees.DeprelOf(at) is Deprel.Nmod or Deprel.Compound or Deprel.Flat && trees.HeadOf(at) is >= 0 and var head && head < amount.Tokens.First; steps++) at = head;
        return tags.UposOf(at) is Upos.Noun or Upos.Propn ? at : -1;
    }

    private TokenRange Around(int noun, Amount amount, TokenRange sentence)
        => phrase.Around(noun, amount.Core, previous is { } last && noun < last.Tokens.First ? last.Tokens.First : amount.Tokens.First, sentence);

    /// <summary>Of an amount that hangs on a verb: the verb's object, or its subject where the amount measures that.</summary>
    private TokenRange OfVerb(Amount amount, int verb, Deprel deprel, TokenRange sentence, ref bool certain)
    {
        int thing = -1;
        bool measures = words.Is(tags.LemmaOf(verb), WordRole.Measuring) || tags.UposOf(verb) == Upos.Adj || amount.Unit == FigureUnit.Factor;
        if (deprel != Deprel.Obj)
        {
            thing = phrases.ChildBy(verb, Deprel.Obj);
            if (thing >= amount.Core.First || (previous is { } other && thing >= other.Core.First && thing < other.Core.End)) thing = -1;
            if (amount.Unit == FigureUnit.Money && thing < 0 && tokens.WordOf(Math.Max(0, amount.Tokens.First - 1)) is not ("for" or "at" or "to" or "by" or "from") && !measures) return default;
        }
        else if (!measures && amount.Unit is not (FigureUnit.Percent or FigureUnit.PercentagePoints)) return default;

        if (thing < 0 && amount.Unit is FigureUnit.Count && !measures && deprel is Deprel.Obl or Deprel.Advmod) return default;
        if (thing < 0) thing = SubjectOf(verb);
        if (thing < 0 || thing == verb || (previous is { } last && thing >= last.Core.First && thing < last.Core.End)) return default;
        if (!measures && tokens.WordOf(thing) is "he" or "He" or "she" or "She" or "I" or "we" or "We" or "you" or "You" or "they" or "They" or "who") return default;
        certain = measures && deprel != Deprel.Conj;
        return Around(thing, amount, sentence);
    }

    /// <summary>The subject of a predicate, or of the one that it goes on; of a participle the noun that it describes.</summary>
    private int SubjectOf(int verb)
    {
        int at = verb;
        for (int steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            int subject = Own(at);
            if (subject >= 0) return tags.UposOf(subject) == Upos.Pron && trees.DeprelOf(at) == Deprel.AclRelcl && tokens.WordOf(subject) is "that" or "which" or "who" ? trees.HeadOf(at) : subject;
            int head = trees.HeadOf(at);
            switch (trees.DeprelOf(at))
            {
                case Deprel.Acl or Deprel.AclRelcl:
                    return head;
                case Deprel.Xcomp:
                    int obj = head < 0 ? -1 : phrases.ChildBy(head, Deprel.Obj);
                    if (obj >= 0) return obj;
                    break;
                case Deprel.Conj or Deprel.Advcl or Deprel.Parataxis:
                    break;
                default:
                    return -1;
            }

            at = head;
        }

        return -1;
    }

    private int Own(int token) => Either(phrases.ChildBy(token, Deprel.Nsubj), Either(phrases.ChildBy(token, Deprel.NsubjPass), phrases.ChildBy(token, Deprel.NsubjOuter)));

    private static int Either(int one, int other) => one >= 0 ? one : other;

    private int RootOf(TokenRange range)
    {
        for (int t = range.First; t < range.End; t++)
        {
            int head = trees.HeadOf(t);
            if ((head < range.First || head >= range.End) && trees.DeprelOf(t) != Deprel.Punct) return t;
        }

        return range.End - 1;
    }
}
