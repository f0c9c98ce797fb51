// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Names;

/// <summary>What the words beside a name say it is: "the village of X", "X, a bank", "X is an album", "the song X". They vote with the encoder for its kind.</summary>
internal sealed class Descriptions(TokenTable tokens, TagTable tags, TreeTable trees, NameWords words)
{
    /// <summary>How much a description speaks for a kind, on the scale of the encoder's scores.</summary>
    private const float Weight = 6;

    /// <summary>Adds what descriptions say to the scores of the names they stand beside.</summary>
    public void Vote(NameList names)
    {
        ReadOnlySpan<Name> all = names.Names;
        Span<TypeScores> scores = names.Scores;
        for (int i = 0; i < all.Length; i++)
        {
            NameWord said = Of(all[i].Tokens);
            if (said.HasFlag(NameWord.Location)) scores[i] += new TypeScores(0, 0, Weight, 0);
            else if (said.HasFlag(NameWord.Organization)) scores[i] += new TypeScores(0, Weight, 0, 0);
            else if (said.HasFlag(NameWord.Work)) scores[i] += new TypeScores(0, 0, 0, Weight);
        }
    }

    private NameWord Of(TokenRange name)
    {
        NameWord said = Before(name);
        if (said != NameWord.None) return said;
        int head = HeadOf(name);
        // "X is a village"
        int above = trees.HeadOf(head);
        if (above >= name.End && trees.DeprelOf(head) is Deprel.Nsubj && HasCopula(above, name.End)) return Noun(above);
        // "X, a bank"
        for (int i = name.End; i < Math.Min(tokens.Count, name.End + 8); i++)
        {
            if (trees.HeadOf(i) == head && trees.DeprelOf(i) == Deprel.Appos && Noun(i) is var apposed and not NameWord.None) return apposed;
        }

        return NameWord.None;
    }

    /// <summary>"the village of X", "the song X", "the song “X”".</summary>
    private NameWord Before(TokenRange name)
    {
        int before = name.First - 1;
        if (before >= 0 && tokens.WordOf(before) is "\"" or "“") before--;
        if (before < 0) return NameWord.None;
        if (tokens.WordOf(before) is "of" && before >= 2) return Noun(before - 1).HasFlag(NameWord.Settlement) ? NameWord.Location : NameWord.None;
        return Noun(before);
    }

    private NameWord Noun(int token)
    {
        if (tags.UposOf(token) != Upos.Noun || !char.IsLower(tokens.WordOf(token)[0]) || tags.XposOf(token) != "NN") return NameWord.None;
        return words.Of(tokens.WordOf(token)) & (NameWord.Location | NameWord.Organization | NameWord.Work | NameWord.Settlement);
    }

    private bool HasCopula(int noun, int from)
    {
        for (int i = Math.Max(from, noun - 12); i < noun; i++)
        {
            if (trees.HeadOf(i) == noun && trees.DeprelOf(i) == Deprel.Cop) return true;
        }

        return false;
    }

    private int HeadOf(TokenRange name)
    {
        for (int i = name.First; i < name.End; i++)
        {
            int head = trees.HeadOf(i);
            if (head < name.First || head >= name.End) return i;
        }

        return name.First;
    }
}
