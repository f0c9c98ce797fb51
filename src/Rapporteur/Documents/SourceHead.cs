// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Finds the word that stands for whoever the words of a statement's source name.</summary>
internal static class SourceHead
{
    /// <summary>
    /// "London School of Economics geographer Ana Ruiz", "Journalist and historian Ana Ruiz", "The head of the delegation to Lima, Ana Ruiz": the person whom
    /// titles lead up to, however the tree joins them. Else the word on which the others hang; −1 if there is no token.
    /// </summary>
    public static int Of(Document document, TextSpan source)
    {
        TokenRange range = document.Tokens.RangeOf(source);
        int end = range.End;
        while (end > range.First && document.Tags.UposOf(end - 1) == Upos.Punct) end--;
        if (end == range.First || document.NamesByToken.NameAt(end - 1) is not (>= 0 and var last) || document.Names[last] is not { Type: NameType.Person } person
            || person.Tokens.First <= range.First || person.Tokens.End != end || !AreTitles(document, new(range.First, person.Tokens.First))) return MentionIndex.HeadOf(document, source);
        return MentionIndex.HeadOf(document, person.Span);
    }

    /// <summary>Whether words before a name only say what the person is: nouns, adjectives, names of bodies; two nouns joined by "and" where neither can be another person's.</summary>
    private static bool AreTitles(Document document, TokenRange words)
    {
        bool isDescribed = document.Tokens.WordOf(words.End - 1) is "," && document.Tags.UposOf(words.First) == Upos.Det;
        if (!isDescribed && document.Tags.UposOf(words.End - 1) is not (Upos.Noun or Upos.Propn or Upos.Adj)) return false;
        for (int t = words.First; t < words.End; t++)
        {
            if (document.NamesByToken.NameAt(t) is >= 0 and var name)
            {
                if (document.Names[name].Type == NameType.Person && !(document.Names[name].Tokens.End < words.End && document.Tokens.WordOf(document.Names[name].Tokens.End) is "'s" or "’s")) return false;
                continue;
            }

            switch (document.Tags.UposOf(t))
            {
                case Upos.Cconj when t == words.First || document.Tags.XposOf(t - 1) is not ("NN" or "NNP") || document.Tags.UposOf(words.First) == Upos.Det:
                    return false;
                case Upos.Punct when isDescribed && t == words.End - 1:
                case Upos.Adp when isDescribed:
                    break;
                case Upos.Punct when document.Tokens.WordOf(t) is not ("-" or "–" or "." or "“" or "”" or "\""):
                    return false;
                case Upos.Adp or Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Pron when document.Trees.DeprelOf(t) is not Deprel.NmodPoss:
                    return false;
            }
        }

        return true;
    }
}
