// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>The patterns as one tree, so that a word is looked at once for all of them.</summary>
internal sealed class PatternTree
{
    private readonly Dictionary<string, PatternTree> words = new(StringComparer.Ordinal);
    private readonly List<(Slot Slot, PatternTree Next)> slots = [];

    /// <summary>The pattern that ends here, or null.</summary>
    public TimePattern? Ends { get; private set; }

    /// <summary>Adds a row of elements; of two patterns for the same the first counts.</summary>
    public void Add(ReadOnlySpan<string> elements, TimePattern pattern)
    {
        PatternTree at = this;
        foreach (string element in elements)
            at = element[0] == '{' ? at.Below(Enum.Parse<Slot>(element.AsSpan(1, element.Length - 2), ignoreCase: true)) : at.Below(element);
        at.Ends ??= pattern;
    }

    /// <summary>The longest pattern from a token on; null if there is none.</summary>
    public TimePhrase? Longest(SlotReader reader, int first)
    {
        TimePhrase? best = null;
        Walk(reader, first, first, default, ref best);
        return best;
    }

    private void Walk(SlotReader reader, int first, int at, TimeParts parts, ref TimePhrase? best)
    {
        if (Ends is not null && (Ends.Check != TimeCheck.Closed || reader.IsClosed(at, Ends.Rule == TimeRule.Neighbour)) && (best is null || at > best.End)) best = new(first, at, Ends, parts);
        if (reader.WordAt(at) is not { } word) return;
        if (words.Count > 0 && words.TryGetValue(word.Key, out PatternTree? next)) next.Walk(reader, first, at + 1, parts, ref best);
        foreach ((Slot slot, PatternTree below) in slots)
        {
            TimeParts told = parts;
            int read = reader.Read(slot, at, ref told);
            if (read > 0) below.Walk(reader, first, at + read, told, ref best);
        }
    }

    private PatternTree Below(string word)
    {
        if (!words.TryGetValue(word, out PatternTree? next)) words.Add(word, next = new());
        return next;
    }

    private PatternTree Below(Slot slot)
    {
        foreach ((Slot known, PatternTree below) in slots)
        {
            if (known == slot) return below;
        }

        var next = new PatternTree();
        slots.Add((slot, next));
        return next;
    }
}
