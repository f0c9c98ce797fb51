// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Tells in which statement's content some words stand: on whose word they are.</summary>
internal sealed class StatementContents
{
    private readonly (TextSpan Content, int Statement)[] parts;
    private readonly int[] around;

    /// <summary>Orders the contents of a document's statements.</summary>
    public StatementContents(Document document)
    {
        List<(TextSpan Content, int Statement)> found = [];
        for (int s = 0; s < document.Statements.Count; s++)
        {
            foreach (TextSpan part in document.Statements[s].Content) found.Add((part, s));
        }

        found.Sort(static (x, y) => x.Content.Start != y.Content.Start ? x.Content.Start.CompareTo(y.Content.Start)
            : x.Content.End != y.Content.End ? y.Content.End.CompareTo(x.Content.End) : x.Statement.CompareTo(y.Statement));
        parts = [.. found];
        around = new int[parts.Length];
        Stack<int> open = [];
        for (int i = 0; i < parts.Length; i++)
        {
            while (open.TryPeek(out int top) && parts[top].Content.End <= parts[i].Content.Start) open.Pop();
            around[i] = open.TryPeek(out int outer) ? outer : -1;
            open.Push(i);
        }
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

        // contents may cross, so the innermost is the shortest of all that are open there
        int inner = -1;
        for (int i = low - 1; i >= 0; i = around[i])
        {
            if (parts[i].Content.Contains(span) && (inner < 0 || parts[i].Content.Length < parts[inner].Content.Length)) inner = i;
        }

        return inner < 0 ? null : parts[inner].Statement;
    }
}
