// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Finds the phrases for offices and roles in a sentence, and who holds each: title, apposition, predicate, "as", description.</summary>
internal sealed class RoleFinder(ReportView view, RelationWords words)
{
    private static readonly RoleNoun Described = new(RelationKind.HoldsRole, RoleHolder.Person, false);
    private readonly RolePhraseReader reader = new(view, words);
    private readonly HolderFinder holders = new(view, words);

    /// <summary>The phrases of a sentence, in order, with whoever holds them.</summary>
    public List<RolePhrase> Find(TokenRange sentence)
    {
        List<RolePhrase> found = [];
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (!TryFindNoun(t, sentence, out int end, out RoleNoun noun)) continue;
            // "State Department spokesman Omar Haddad": the last noun before the name or mark is the head of them all
            while (end < sentence.End && view.NameAt(end) < 0 && view.Tags.UposOf(end) is Upos.Noun or Upos.Propn && TryFindNoun(end, sentence, out int later, out RoleNoun last)) (t, end, noun) = (end, later, last);
            RolePhrase phrase = reader.Read(noun, HeadOf(t, end), end, sentence);
            phrase.RoleFirst = Math.Min(phrase.RoleFirst, t);
            phrase.HasEnded |= IsFormer(view.Tokens.WordOf(t));
            holders.Find(phrase, found.Count > 0 ? found[^1] : null, sentence);
            found.Add(phrase);
            t = end - 1;
        }

        return found;
    }

    private int HeadOf(int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            int head = view.Trees.HeadOf(t);
            if (head < first || head >= end) return t;
        }

        return first;
    }

    private bool TryFindNoun(int t, TokenRange sentence, out int end, out RoleNoun noun)
    {
        (end, noun) = (t + 1, Described);
        Upos upos = view.Tags.UposOf(t);
        bool found = words.Roles.TryFind(view.Tokens, t, sentence.End, out int listedEnd, out RoleNoun listed);
        if (!found && IsFormer(view.Tokens.WordOf(t)) && words.Roles.TryFind(view.Tokens.WordOf(t)[3..], out listed)) (found, listedEnd) = (true, t + 1);
        if (found)
        {
            (end, noun) = (listedEnd, listed);
            if (upos is not (Upos.Noun or Upos.Propn or Upos.Adj) && listedEnd == t + 1) return false;
            // in a name it is the name's, except before a person's: "National Security Advisor John Bolton"
            int name = view.NameAt(listedEnd - 1);
            return name < 0 || view.NameOf(name).Tokens.End == listedEnd && IsPersonAt(listedEnd, sentence);
        }

        if (upos != Upos.Noun || view.NameAt(t) >= 0 || view.Tags.XposOf(t) != "NN" || !char.IsLower(view.Tokens.WordOf(t)[0])) return false;
        if ((words.UseOf(view.Tokens.WordOf(t)) & (WordUse.NoRole | WordUse.Stop)) != 0) return false;
        if (!IsOccupation(view.Tokens.WordOf(t))) return false;
        if (IsPersonAt(t + 1, sentence)) return view.Trees.HeadOf(t) is var head && (IsIn(head, view.NameAt(t + 1)) || (IsIn(t + 1, view.NameAt(t + 1)) && view.Trees.HeadOf(t + 1) == t));
        return view.Trees.DeprelOf(t) is Deprel.Appos && view.IsAgent(view.Tokens.WordOf(t));
    }

    /// <summary>"Ex-director" is one token.</summary>
    private static bool IsFormer(ReadOnlySpan<char> word) => word.Length > 5 && word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase);

    /// <summary>By its ending, or by the list of agents: "geographer", "theorist".</summary>
    private bool IsOccupation(ReadOnlySpan<char> word)
        => word.EndsWith("ist", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal)
            || word.EndsWith("ian", StringComparison.Ordinal) || word.EndsWith("eer", StringComparison.Ordinal) || view.IsAgent(word);

    private bool IsPersonAt(int t, TokenRange sentence)
        => t < sentence.End && view.NameAt(t) is >= 0 and var name && view.NameOf(name).Type == NameType.Person && view.NameOf(name).Tokens.First == t;

    private bool IsIn(int token, int name) => token >= 0 && name >= 0 && view.NameAt(token) == name;
}
