// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>Tells which pattern of the lists a verb or a noun fits, and which words it takes with it.</summary>
internal sealed class TriggerMatcher(Document document, Clause clause, EventLexicon lexicon)
{
    private const int Reach = 16;
    private readonly PhraseTree phrases = document.Phrases;
    private readonly TreeTable trees = document.Trees;
    private readonly TagTable tags = document.Tags;
    private readonly TokenTable tokens = document.Tokens;
    private readonly List<int> nominals = [];

    /// <summary>The longest pattern that fits; null if none does.</summary>
    /// <param name="token">A verb or a noun.</param>
    /// <param name="end">End of its sentence.</param>
    /// <param name="taken">The word that the pattern takes as object or after its preposition; −1 if it takes none.</param>
    public TriggerPattern? Match(int token, int end, out int taken)
    {
        taken = -1;
        ReadOnlySpan<char> lemma = tags.Lemma(token, stackalloc char[TagTable.UsualLemma]);
        bool isNoun = tags.UposOf(token) == Upos.Noun;
        ReadOnlySpan<TriggerPattern> patterns = isNoun ? lexicon.OfNoun(Hyphenated(token, lemma, stackalloc char[2 * TagTable.UsualLemma])) : lexicon.OfVerb(lemma);
        if (patterns.IsEmpty && isNoun) patterns = lexicon.OfNoun(lemma);
        // the lemmatizer keeps a doubled letter of "expelled" now and then
        if (patterns.IsEmpty && !isNoun && lemma.Length > 4 && lemma[^1] == lemma[^2]) patterns = lexicon.OfVerb(lemma[..^1]);
        foreach (TriggerPattern pattern in patterns)
        {
            if (Fits(pattern, token, end, ref taken)) return pattern;
        }

        return null;
    }

    private bool Fits(TriggerPattern pattern, int token, int end, ref int taken)
    {
        foreach (string word in pattern.Words)
        {
            if (!Follows(token, word, end)) return false;
        }

        if (pattern.Taken is not { } group) return true;
        nominals.Clear();
        if (pattern.Preposition is { } preposition) clause.AddBy(token, preposition, nominals);
        else clause.AddObjects(token, nominals);
        foreach (int nominal in nominals)
        {
            if (Belongs(nominal, group, out taken)) return true;
        }

        return false;
    }

    /// <summary>"cease-fire" is three tokens: the noun with what the hyphen ties to it; else the lemma alone.</summary>
    private ReadOnlySpan<char> Hyphenated(int token, ReadOnlySpan<char> lemma, Span<char> buffer)
    {
        if (token < 2 || tokens.WordOf(token - 1) is not "-" || tokens.SpanOf(token - 2).End != tokens.SpanOf(token - 1).Start || tokens.SpanOf(token - 1).End != tokens.SpanOf(token).Start) return lemma;
        ReadOnlySpan<char> before = tokens.WordOf(token - 2);
        if (before.Length + 1 + lemma.Length > buffer.Length) return lemma;
        int length = before.ToLowerInvariant(buffer);
        buffer[length++] = '-';
        lemma.CopyTo(buffer[length..]);
        return buffer[..(length + lemma.Length)];
    }

    /// <summary>Whether a noun is of a group, or what it is a part of is: "a series of sanctions".</summary>
    private bool Belongs(int noun, FrozenSet<string> group, out int member)
    {
        var words = group.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[TagTable.UsualLemma];
        Span<char> joined = stackalloc char[2 * TagTable.UsualLemma];
        member = noun;
        if (group.Count == 0) return tags.UposOf(noun) is Upos.Noun or Upos.Propn;
        for (int steps = 0; steps < 2 && member >= 0; steps++)
        {
            ReadOnlySpan<char> lemma = tags.Lemma(member, buffer);
            if (words.Contains(lemma) || words.Contains(Hyphenated(member, lemma, joined))) return true;
            for (int child = phrases.FirstChild(member); child >= 0; child = phrases.NextChild(child))
            {
                // "mediation mission", "peace talks", "ambassador Silva"
                if (trees.DeprelOf(child) is Deprel.Compound or Deprel.NmodDesc && words.Contains(tags.Lemma(child, buffer))) return true;
            }

            int inner = -1;
            for (int child = phrases.FirstChild(member); child >= 0; child = phrases.NextChild(child))
            {
                if (trees.DeprelOf(child) == Deprel.Nmod && (clause.HasCase(child, "of") || (IsAmount(member) && clause.HasCase(child, "in")))) inner = child;
            }

            member = inner;
        }

        member = -1;
        return false;
    }

    /// <summary>"$2 million in aid", "tons of grain": a number or a sum.</summary>
    private bool IsAmount(int noun) => tags.UposOf(noun) is Upos.Num or Upos.Sym || phrases.ChildBy(noun, Deprel.Nummod) >= 0;

    /// <summary>Whether a word stands after a verb and hangs on it.</summary>
    private bool Follows(int token, string word, int end)
    {
        for (int t = token + 1; t < end && t <= token + Reach; t++)
        {
            // "called the premier on Friday" is no "call on"
            if (!tokens.WordOf(t).Equals(word, StringComparison.OrdinalIgnoreCase) || (trees.DeprelOf(t) == Deprel.Case && clause.IsTime(trees.HeadOf(t)))) continue;
            int at = t;
            for (int steps = 0; steps < 3 && at >= 0; steps++)
            {
                at = trees.HeadOf(at);
                if (at == token) return true;
                // "gave money to help in Peru" is no "give in"
                if (at >= 0 && trees.DeprelOf(t) == Deprel.Case && tags.UposOf(at) == Upos.Verb) break;
            }
        }

        return false;
    }
}
