// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Tells from the verb that a time hangs on whether it is past or yet to come.</summary>
internal sealed class TenseFinder(Document document, TimeLexicon lexicon)
{
    /// <summary>So many heads are looked at, and so many words around a verb for its auxiliaries.</summary>
    private const int Steps = 12, Reach = 8;

    /// <summary>The direction of a time.</summary>
    public Tense Of(TimePhrase phrase, TokenRange sentence)
    {
        Tense tense = OfHeads(phrase, sentence);
        bool ends = phrase.First > sentence.First && document.Tokens.WordOf(phrase.First - 1) is "until" or "till" or "by";
        return ends && !tense.IsSure ? new(Direction.Future, IsSure: false) : tense;
    }

    private Tense OfHeads(TimePhrase phrase, TokenRange sentence)
    {
        int at = phrase.First;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            int head = document.Trees.HeadOf(i);
            if (head < phrase.First || head >= phrase.End) at = i;
        }

        for (int step = 0; step < Steps; step++)
        {
            at = document.Trees.HeadOf(at);
            if (at < sentence.First || at >= sentence.End) return default;
            if (lexicon.Of(document.Tokens.WordOf(at))?.Fills(Slot.Forward, out _) == true) return new(Direction.Future, IsSure: false);
            if (OfVerb(at, sentence) is var direction and not Direction.Unknown) return new(direction, IsSure: step == 0);
            if (document.Tags.XposOf(at) is "VBZ" or "VBP") return new(Direction.Present, IsSure: false);
        }

        return default;
    }

    private Direction OfVerb(int verb, TokenRange sentence)
    {
        string tag = document.Tags.XposOf(verb);
        if (tag is "VBD") return Direction.Past;
        bool isVerb = tag is "VB" or "VBN" or "VBG" or "MD";
        Direction found = tag is "VBN" ? Direction.Past : Direction.Unknown;
        for (int i = Math.Max(sentence.First, verb - Reach); i < Math.Min(sentence.End, verb + 4); i++)
        {
            if (document.Trees.HeadOf(i) != verb) continue;
            Deprel deprel = document.Trees.DeprelOf(i);
            if (deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop)
            {
                switch (document.Tags.XposOf(i))
                {
                    case "MD": return Direction.Future;
                    case "VBD": return Direction.Past;
                    case "VBZ" or "VBP" when tag is "VBG": return Direction.Future;
                    case "VBZ" or "VBP" when tag is "VBN" && deprel == Deprel.AuxPass: found = Direction.Unknown; break;
                    default: break;
                }
            }
            else if (isVerb && deprel == Deprel.Mark && document.Tokens.WordOf(i) is "to" && (tag is "VB" || (tag is "VBN" && document.Tokens.WordOf(i + 1) is "be")))
            {
                return Direction.Future;
            }
        }

        return found;
    }
}
