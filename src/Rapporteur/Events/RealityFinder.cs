// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>How a clause is told: as a fact, as negated, possible, to come, or depending on something.</summary>
internal sealed class RealityFinder(Document document)
{
    private readonly PhraseTree phrases = document.Phrases;
    private readonly TreeTable trees = document.Trees;
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>The reality of what a verb or noun tells, from its own auxiliaries, negation and clause.</summary>
    public EventReality Of(int token)
    {
        EventReality reality = EventReality.Asserted;
        for (int child = phrases.FirstChild(token); child >= 0; child = phrases.NextChild(child))
        {
            ReadOnlySpan<char> word = tokens.WordOf(child);
            switch (trees.DeprelOf(child))
            {
                case Deprel.Advmod when word is "not" or "n't" or "n’t" or "never" or "Never" or "no" or "hardly":
                case Deprel.Det when word is "no" or "No" or "neither" or "Neither":
                case Deprel.Mark or Deprel.Case when word is "without" or "Without":
                    return EventReality.Negated;
                case Deprel.Nsubj or Deprel.NsubjPass when HasNo(child):
                    return EventReality.Negated;
                case Deprel.Aux when word is "will" or "shall" or "'ll" or "’ll" or "wo" or "'d":
                    reality = EventReality.Planned;
                    break;
                case Deprel.Aux when word is "may" or "might" or "could" or "can":
                    reality = EventReality.Possible;
                    break;
                case Deprel.Aux when word is "would" or "should" or "must":
                    reality = EventReality.Conditional;
                    break;
                case Deprel.Mark when word is "if" or "If" or "unless" or "Unless" or "whether":
                    return EventReality.Conditional;
                case Deprel.Advmod when word is "reportedly" or "allegedly" or "possibly" or "perhaps" or "apparently":
                    reality = EventReality.Possible;
                    break;
            }
        }

        return reality != EventReality.Asserted ? reality : OfClause(token);
    }

    /// <summary>Whether the auxiliary of obligation stands with a verb: "must leave".</summary>
    public bool IsObliged(int verb)
    {
        for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Aux && tokens.WordOf(child) is "must" or "should" or "ought") return true;
        }

        return false;
    }

    /// <summary>Whether "will", "would" or "is going to" stands with a verb.</summary>
    public bool IsFuture(int verb)
    {
        for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Aux && tokens.WordOf(child) is "will" or "shall" or "'ll" or "’ll" or "wo" or "would") return true;
        }

        return false;
    }

    /// <summary>What the clauses around tell: a condition, or a noun such as "threat" above.</summary>
    private EventReality OfClause(int token)
    {
        int at = token;
        for (int steps = 0; steps < 4; steps++)
        {
            int head = trees.HeadOf(at);
            if (head < 0) break;
            Deprel deprel = trees.DeprelOf(at);
            if (deprel == Deprel.Conj)
            {
                EventReality first = Of(head);
                return first == EventReality.Negated ? EventReality.Asserted : first;
            }

            if (deprel is not (Deprel.Advcl or Deprel.Xcomp or Deprel.Obj or Deprel.Nmod)) break;
            if (deprel == Deprel.Advcl)
            {
                for (int child = phrases.FirstChild(at); child >= 0; child = phrases.NextChild(child))
                {
                    if (trees.DeprelOf(child) != Deprel.Mark) continue;
                    if (tokens.WordOf(child) is "if" or "If" or "unless" or "Unless") return EventReality.Conditional;
                    if (tokens.WordOf(child) is "to" or "To") return EventReality.Planned;
                }

                break;
            }

            at = head;
        }

        return EventReality.Asserted;
    }

    private bool HasNo(int noun)
    {
        if (tokens.WordOf(noun) is "nobody" or "Nobody" or "none" or "None" or "nothing" or "neither" or "Neither") return true;
        for (int child = phrases.FirstChild(noun); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Det && tokens.WordOf(child) is "no" or "No" or "neither" or "Neither") return true;
        }

        return false;
    }
}
