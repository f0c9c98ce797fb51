// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Widens a time by the words that belong to it and leave its value: "early 2021", "at least two years", "two years or so".</summary>
internal sealed class TimeExtent(TimeLexicon lexicon, TokenTable tokens)
{
    /// <summary>The tokens of the time, from no earlier than <paramref name="from"/>.</summary>
    public TokenRange Widen(TimePhrase phrase, int from, TokenRange sentence)
    {
        int first = phrase.First, end = phrase.End;
        for (bool more = true; more;)
        {
            more = false;
            foreach (TimeModifier modifier in lexicon.Modifiers)
            {
                if (!StandsBefore(modifier, phrase) || !Precedes(modifier.Words, first, from)) continue;
                first -= modifier.Words.Length;
                more = true;
                break;
            }
        }

        // "the mid-1990s", whose first word holds the modifier
        if (first == phrase.First && first > from && phrase.Parts.Decade > 0 && tokens.WordOf(first).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && IsWord(first - 1, "the")) first--;
        if (end + 1 < sentence.End && IsWord(end, "or") && (IsWord(end + 1, "so") || IsWord(end + 1, "later"))) end += 2;
        return new(first, end);
    }

    private static bool StandsBefore(TimeModifier modifier, TimePhrase phrase) => modifier.Scope switch
    {
        ModifierScope.Length => phrase.Rule is TimeRule.Duration or TimeRule.Ago or TimeRule.Away && (phrase.Parts.Number is not null || phrase.Pattern.Text[0] == '(') && !phrase.Pattern.Text.StartsWith("the ", StringComparison.Ordinal) && phrase.Parts.Shift is null && phrase.Parts.Ordinal == 0,
        ModifierScope.Near => phrase.Rule is TimeRule.Shifted or TimeRule.Day or TimeRule.Same,
        ModifierScope.Clock => phrase.Rule == TimeRule.Clock,
        _ => phrase.Rule is TimeRule.Calendar or TimeRule.Shifted or TimeRule.Day or TimeRule.Current or TimeRule.Same or TimeRule.Neighbour,
    };

    private bool Precedes(string[] words, int at, int from)
    {
        if (at - words.Length < from) return false;
        for (int i = 0; i < words.Length; i++)
        {
            if (!IsWord(at - words.Length + i, words[i])) return false;
        }

        return true;
    }

    private bool IsWord(int token, string word) => tokens.WordOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
