// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Tells in which statement's content some words stand.</summary>
internal sealed class SpeakerMap
{
    private readonly (TextSpan Content, int Statement)[] parts;
    private readonly int[] around;

    private SpeakerMap((TextSpan Content, int Statement)[] parts)
    {
        this.parts = parts;
        around = new int[parts.Length];
        Stack<int> open = [];
        for (int i = 0; i < parts.Length; i++)
        {
            while (open.TryPeek(out int top) && parts[top].Content.End <= parts[i].Content.Start) open.Pop();
            around[i] = open.TryPeek(out int outer) ? outer : -1;
            open.Push(i);
        }
    }

    /// <summary>The map of a document's statements.</summary>
    public static SpeakerMap Of(Document document)
    {
        List<(TextSpan Content, int Statement)> parts = [];
        for (int s = 0; s < document.Statements.Count; s++)
        {
            foreach (TextSpan part in document.Statements[s].Content) parts.Add((part, s));
        }

        (TextSpan Content, int Statement)[] sorted = [.. parts];
        Array.Sort(sorted, static (x, y) => x.Content.Start != y.Content.Start ? x.Content.Start.CompareTo(y.Content.Start)
            : x.Content.End != y.Content.End ? y.Content.End.CompareTo(x.Content.End) : x.Statement.CompareTo(y.Statement));
        return new(sorted);
    }

    /// <summary>The innermost statement whose content holds a span; null for none.</summary>
    public int? Around(TextSpan span)
    {
        int low = 0, high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (parts[middle].Content.Start <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (int i = low - 1; i >= 0; i = around[i])
        {
            if (parts[i].Content.Contains(span)) return parts[i].Statement;
        }

        return null;
    }
}
