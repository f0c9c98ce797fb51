// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Store.Querying;

/// <summary>Turns what a person types into a query of FTS5: words, "phrases", and beginnings*; all must be there.</summary>
/// <remarks>Every part is quoted, so that nothing typed is taken for an operator of the query language.</remarks>
public static class FullTextQuery
{
    /// <summary>The query, or null where nothing that can be searched for was typed.</summary>
    /// <param name="typed">What a person typed.</param>
    /// <param name="column">Name of the only column to look in, or null for all.</param>
    public static string? From(string typed, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var query = new StringBuilder();
        for (int at = 0; at < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            bool phrase = typed[at] is '"' or '“' or '”';
            int start = phrase ? at + 1 : at;
            int end = start;
            while (end < typed.Length && (phrase ? typed[end] is not ('"' or '“' or '”') : !char.IsWhiteSpace(typed[end]) && typed[end] is not ('"' or '“'))) end++;
            ReadOnlySpan<char> part = typed.AsSpan(start, end - start);
            at = phrase ? end + 1 : end;
            bool prefix = !phrase && part is [.., '*'] || (phrase && at < typed.Length && typed[at] == '*');
            if (phrase && prefix) at++;
            part = part.TrimEnd('*');
            if (!HasWord(part)) continue;
            if (query.Length > 0) query.Append(" AND ");
            if (column is not null) query.Append(column).Append(" : ");
            query.Append('"').Append(part.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            if (prefix) query.Append(" *");
        }

        return query.Length == 0 ? null : query.ToString();
    }

    private static bool HasWord(ReadOnlySpan<char> part)
    {
        foreach (Rune rune in part.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) return true;
        }

        return false;
    }
}
