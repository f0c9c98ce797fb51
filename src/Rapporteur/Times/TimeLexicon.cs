// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Lexicons;

namespace Rapporteur.Times;

/// <summary>The lists of <c>lexicons/en/times/</c>.</summary>
internal sealed class TimeLexicon
{
    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly Dictionary<string, List<(string[] Name, Holiday Holiday)>> holidays = new(StringComparer.Ordinal);

    private TimeLexicon(LexiconFile wordFile, LexiconFile holidayFile, LexiconFile patternFile, LexiconFile modifierFile)
    {
        Dictionary<string, TimeWord> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (LexiconRow row in wordFile.Rows)
        {
            foreach (string word in row["words"].Split(' '))
            {
                if (!Word(known, word).TrySet(row.Label<Slot>("slot"), Value(row))) throw row.Error($"'{word}' stands twice");
            }
        }

        foreach (LexiconRow row in holidayFile.Rows)
        {
            string[] name = Split(row["name"], known);
            if (!holidays.TryGetValue(name[0], out List<(string[], Holiday)>? sameFirst)) holidays.Add(name[0], sameFirst = []);
            sameFirst.Add((name, HolidayOf(row)));
        }

        foreach (List<(string[] Name, Holiday)> sameFirst in holidays.Values) sameFirst.Sort(static (a, b) => b.Name.Length - a.Name.Length);
        foreach (LexiconRow row in patternFile.Rows)
        {
            var pattern = new TimePattern(row.Label<TimeRule>("rule"), row["pattern"], row["with"], row["if"].Length == 0 ? TimeCheck.None : row.Label<TimeCheck>("if"));
            foreach (string[] elements in pattern.Spellings())
            {
                foreach (string element in elements)
                {
                    if (element[0] != '{') Word(known, element);
                    else if (!Enum.TryParse(element.AsSpan(1, element.Length - 2), ignoreCase: true, out Slot _)) throw row.Error($"'{element}' is no slot");
                }

                Patterns.Add(elements, pattern);
            }
        }

        Modifiers = [.. modifierFile.Rows.Select(static r => new TimeModifier(r["words"].Split(' '), r.Label<ModifierScope>("before"))).OrderByDescending(static m => m.Words.Length)];
        words = known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that ship.</summary>
    public static TimeLexicon Default { get; } = new(
        LexiconFile.Embedded("en/times/words.tsv", "slot", "words", "value"),
        LexiconFile.Embedded("en/times/holidays.tsv", "name", "day", "example"),
        LexiconFile.Embedded("en/times/patterns.tsv", "rule", "pattern", "with", "if", "example", "value"),
        LexiconFile.Embedded("en/times/modifiers.tsv", "words", "before", "example"));

    /// <summary>The patterns.</summary>
    public PatternTree Patterns { get; } = new();

    /// <summary>Words that widen a time, longer ones first.</summary>
    public IReadOnlyList<TimeModifier> Modifiers { get; }

    /// <summary>What the lists tell of a token; null if it has no part in any time.</summary>
    public TimeWord? Of(ReadOnlySpan<char> token)
    {
        if (token.Length > 1 && token[^1] == '.') token = token[..^1];
        if (words.TryGetValue(token, out TimeWord? word)) return word;
        if (char.IsAsciiDigit(token[0])) return TimeWord.Digits;
        // "’s" as "'s", "mid-March" as "March": the words before the hyphen stand for themselves in no pattern
        if (token[0] == '’') return words.TryGetValue(token.Length == 1 ? "'" : "'s", out word) ? word : null;
        return token.Length > 4 && token.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? Of(token[4..]) : null;
    }

    /// <summary>The holiday whose name begins at a token, and the number of its tokens; 0 if there is none.</summary>
    public int HolidayAt(SlotReader reader, int at, out Holiday? holiday)
    {
        holiday = null;
        if (reader.WordAt(at) is not { } word || !holidays.TryGetValue(word.Key, out List<(string[] Name, Holiday Holiday)>? sameFirst)) return 0;
        foreach ((string[] name, Holiday found) in sameFirst)
        {
            int same = 1;
            while (same < name.Length && reader.WordAt(at + same)?.Key == name[same]) same++;
            if (same < name.Length) continue;
            holiday = found;
            return name.Length;
        }

        return 0;
    }

    private static TimeWord Word(Dictionary<string, TimeWord> known, string word)
    {
        string key = word.Length > 1 ? word.TrimEnd('.').ToLowerInvariant() : word;
        if (!known.TryGetValue(key, out TimeWord? found)) known.Add(key, found = new(key));
        return found;
    }

    private static string[] Split(string name, Dictionary<string, TimeWord> known)
        => [.. name.Replace("'s", " 's", StringComparison.Ordinal).Replace("s'", "s '", StringComparison.Ordinal).Split(' ').Select(w => Word(known, w).Key)];

    private static int Value(LexiconRow row) => row.Label<Slot>("slot") switch
    {
        Slot.Unit or Slot.Units => (int)row.Label<TimeUnit>("value"),
        Slot.Part or Slot.Parts => (int)row.Label<PartOfDay>("value"),
        _ => int.TryParse(row["value"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw row.Error($"'{row["value"]}' is no number"),
    };

    private static Holiday HolidayOf(LexiconRow row)
    {
        string[] words = row["day"].Split(' ');
        int[] numbers = new int[4];
        bool good = words.Length is >= 2 and <= 5 && Enum.TryParse(words[0], ignoreCase: true, out HolidayRule _);
        for (int i = 1; good && i < words.Length; i++) good = int.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i - 1]);
        if (!good) throw row.Error($"'{row["day"]}' is no day");
        return Enum.Parse<HolidayRule>(words[0], ignoreCase: true) switch
        {
            HolidayRule.Fixed => new(HolidayRule.Fixed, numbers[0], numbers[1], 0, 0),
            HolidayRule.Nth => new(HolidayRule.Nth, numbers[0], numbers[1], numbers[2], numbers[3]),
            var rule => new(rule, 0, 0, 0, numbers[0]),
        };
    }
}
