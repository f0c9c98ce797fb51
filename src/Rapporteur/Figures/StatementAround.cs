// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>Tells in which statement's content words stand: the innermost one.</summary>
internal sealed class StatementAround
{
    private readonly List<(TextSpan Span, int Statement)> parts = [];
    private readonly List<(TextSpan Span, int Statement)> open = [];
    private int next;

    /// <summary>Orders the contents of a document's statements.</summary>
    public StatementAround(Document document)
    {
        for (int s = 0; s < document.Statements.Count; s++)
        {
            foreach (TextSpan part in document.Statements[s].Content) parts.Add((part, s));
        }

        parts.Sort(static (a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Statement.CompareTo(b.Statement));
    }

    /// <summary>Index of the statement; null where there is none. Asked in order of the text.</summary>
    public int? Of(TextSpan span)
    {
        for (; next < parts.Count && parts[next].Span.Start <= span.Start; next++) open.Add(parts[next]);
        open.RemoveAll(p => p.Span.End <= span.Start);
        (TextSpan Span, int Statement)? inner = null;
        foreach (var part in open)
        {
            if (part.Span.Contains(span) && (inner is null || part.Span.Length <= inner.Value.Span.Length)) inner = part;
        }

        return inner?.Statement;
    }
}
