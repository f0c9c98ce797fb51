// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>For each token the innermost statement whose content holds it; linear in the contents.</summary>
internal sealed class WithinMap
{
    private readonly Document document;

    /// <summary>By token: number of the statement plus one; 0 where there is none.</summary>
    private readonly int[] innermost;

    public WithinMap(Document document)
    {
        this.document = document;
        innermost = new int[document.Tokens.Count];
        List<(int Length, int Statement, TokenRange Tokens)> parts = [];
        for (int s = 0; s < document.Statements.Count; s++)
        {
            foreach (TextSpan part in document.Statements[s].Content) parts.Add((part.Length, s, document.Tokens.RangeOf(part)));
        }

        // the longest first, so that what lies inside is written over it
        parts.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : b.Statement.CompareTo(a.Statement));
        foreach ((_, int statement, TokenRange tokens) in parts) innermost.AsSpan(tokens.First, tokens.Count).Fill(statement + 1);
    }

    /// <summary>The innermost statement whose content holds a word; null if there is none.</summary>
    public int? Of(TextSpan word)
    {
        TokenRange range = document.Tokens.RangeOf(word);
        return range.Count > 0 && innermost[range.First] is > 0 and var statement && document.Statements[statement - 1].Content.Any(part => part.Contains(word)) ? statement - 1 : null;
    }
}
