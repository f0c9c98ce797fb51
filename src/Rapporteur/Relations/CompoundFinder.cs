// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>"A Vienna-based institute", "the Russia-led alliance", "U.S.-backed Georgia": a name, a hyphen, a participle.</summary>
internal sealed class CompoundFinder(ReportView view, RelationWords words, RelationLedger ledger)
{
    private const int MostAfter = 10;

    /// <summary>Finds them in a sentence.</summary>
    /// <param name="sentence">Its tokens.</param>
    /// <param name="roles">The phrases for roles in it: "a Vienna-based writer" tells of whoever is the writer.</param>
    public void Find(TokenRange sentence, List<RolePhrase> roles)
    {
        for (int t = sentence.First + 2; t < sentence.End - 1; t++)
        {
            if (!words.Compounds.TryGetValue(view.Tokens.WordOf(t), out (RelationKind Predicate, bool IsReversed) says)) continue;
            if (!view.IsHyphen(t - 1) || view.Tokens.SpanOf(t - 1).End != view.Tokens.SpanOf(t).Start || view.NameAt(t - 2) is not (>= 0 and var name)) continue;
            int other = says.Predicate is RelationKind.BasedIn or RelationKind.BornIn ? view.ActorOfName(name) : view.GovernmentOfName(name);
            (int actor, int end) = Noun(t, sentence, roles);
            if (other < 0 || actor < 0) continue;
            TextSpan span = view.SpanOf(view.NameOf(name).Tokens.First, end);
            TextSpan role = view.SpanOf(view.NameOf(name).Tokens.First, t + 1);
            if (says.IsReversed) ledger.Add("compound", span, other, says.Predicate, actor, role);
            else ledger.Add("compound", span, actor, says.Predicate, other, role);
        }
    }

    /// <summary>Whoever the words behind the participle stand for, and where they end.</summary>
    private (int Actor, int End) Noun(int participle, TokenRange sentence, List<RolePhrase> roles)
    {
        int head = view.Trees.HeadOf(participle);
        for (int t = participle + 1; t < sentence.End && t < participle + MostAfter; t++)
        {
            if (view.NameAt(t) is >= 0 and var name)
            {
                int end = view.NameOf(name).Tokens.End;
                // "the U.S.-backed Syrian rebels": an adjective is not the one who is backed
                if (view.NameOf(name).Type != NameType.Miscellaneous || view.Tags.UposOf(end - 1) != Upos.Adj) return (view.ActorOfName(name), end);
                t = end - 1;
                continue;
            }

            foreach (RolePhrase role in roles)
            {
                if (role.Head == t && role.Holders.Count > 0) return (role.Holders[0], t + 1);
            }

            bool isLast = t == head || (view.Tags.UposOf(t) == Upos.Noun && (t + 1 >= sentence.End || view.Tags.UposOf(t + 1) is not (Upos.Noun or Upos.Propn)));
            if (isLast && view.IsNamed(view.ActorAt(t))) return (view.ActorAt(t), t + 1);
            if (view.Tags.UposOf(t) is not (Upos.Noun or Upos.Adj or Upos.Propn) && !view.IsHyphen(t) && view.Tokens.WordOf(t) is not ("“" or "\"")) break;
            if (isLast && t + 1 < sentence.End && view.NameAt(t + 1) < 0) break;
        }

        return (-1, participle);
    }
}
