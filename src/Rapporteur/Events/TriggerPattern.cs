// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Events;

/// <summary>One pattern of <c>triggers.tsv</c>: which words tell of which event, and where its parties stand.</summary>
internal sealed class TriggerPattern
{
    private TriggerPattern(string text, string lemma, bool isNoun, string[] words, FrozenSet<string>? taken, string? preposition, EventType type, string? mode, PartyFrame frame)
    {
        Text = text;
        Lemma = lemma;
        IsNoun = isNoun;
        Words = words;
        Taken = taken;
        Preposition = preposition;
        Type = type;
        Mode = mode;
        Frame = frame;
    }

    /// <summary>The pattern as the list has it.</summary>
    public string Text { get; }

    /// <summary>The lemma that it begins with.</summary>
    public string Lemma { get; }

    /// <summary>Whether that is a noun.</summary>
    public bool IsNoun { get; }

    /// <summary>Particles, prepositions and other words that must follow.</summary>
    public string[] Words { get; }

    /// <summary>What the object, or what depends by <see cref="Preposition"/>, must be; empty for whatever it is, null if there need be none.</summary>
    public FrozenSet<string>? Taken { get; }

    /// <summary>The preposition before <see cref="Taken"/>; null for the object.</summary>
    public string? Preposition { get; }

    /// <summary>PLOVER type.</summary>
    public EventType Type { get; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; }

    /// <summary>Where the parties stand.</summary>
    public PartyFrame Frame { get; }

    /// <summary>How much it asks for: the longest pattern that fits counts.</summary>
    public int Length => (2 * Words.Length) + (Taken is null ? 0 : Taken.Count == 0 ? 1 : 3);

    /// <summary>Reads a row.</summary>
    public static TriggerPattern Read(LexiconRow row, IReadOnlyDictionary<string, FrozenSet<string>> classes)
    {
        string text = row["pattern"];
        string[] parts = text.Split(' ');
        string lemma = parts[0];
        bool isNoun = lemma.EndsWith("/n", StringComparison.Ordinal);
        if (isNoun || lemma.EndsWith("/v", StringComparison.Ordinal)) lemma = lemma[..^2];
        List<string> words = [];
        FrozenSet<string>? taken = null;
        string? preposition = null;
        foreach (string part in parts.AsSpan(1))
        {
            if (part is not ['{', .., '}'])
            {
                words.Add(part);
                continue;
            }

            if (taken is not null) throw row.Error($"'{text}' has two groups");
            string name = part[1..^1];
            taken = name == "*" ? FrozenSet<string>.Empty
                : name.StartsWith('=') ? name[1..].Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase)
                : classes.TryGetValue(name, out FrozenSet<string>? known) ? known : throw row.Error($"there is no group '{name}' in classes.tsv");
            if (words.Count > 0 && Prepositions.Contains(words[^1])) preposition = words[^1];
        }

        return new(text, lemma, isNoun, [.. words], taken, preposition, row.Label<EventType>("type"), row["mode"] is { Length: > 0 } mode ? mode : null, PartyFrame.Read(row["frame"], row));
    }

    private static readonly FrozenSet<string> Prepositions =
        FrozenSet.Create(StringComparer.Ordinal, "to", "in", "with", "from", "of", "at", "by", "for", "on", "upon", "into", "against", "about", "over", "after", "under", "as");
}

/// <summary>Where the parties of an event stand.</summary>
/// <param name="Actors">Places of whoever does it; the first that names somebody counts.</param>
/// <param name="Recipients">Places of whoever it is done to.</param>
/// <param name="IsReciprocal">Whether both sides do it to each other.</param>
internal sealed record PartyFrame(string[] Actors, string[] Recipients, bool IsReciprocal)
{
    /// <summary>Reads "S&gt;O,to" or "S&amp;with".</summary>
    public static PartyFrame Read(string text, LexiconRow row)
    {
        int at = text.AsSpan().IndexOfAny('>', '&');
        if (at < 0) throw row.Error($"'{text}' is no frame; write S>O or S&with");
        return new(Split(text[..at]), Split(text[(at + 1)..]), text[at] == '&');
    }

    private static string[] Split(string places) => places.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
