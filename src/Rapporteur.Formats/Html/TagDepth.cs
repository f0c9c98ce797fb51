// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;

namespace Rapporteur.Formats.Html;

/// <summary>How deep a page's tags are nested, by a scan that cannot itself overflow; asked before any parser sees the page.</summary>
internal static class TagDepth
{
    /// <summary>Tags that have no end, or whose end may be left out.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Open = new[]
    {
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "br", "img", "meta", "link", "input", "hr",
        "source", "col", "wbr", "area", "base", "embed", "track", "param", "path", "html", "head", "body",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether tags are nested deeper than <paramref name="limit"/>.</summary>
    public static bool Exceeds(string page, int limit)
    {
        int depth = 0;
        for (int at = page.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < page.Length; at = NextTag(page, at + 1))
        {
            bool closes = page[at + 1] == '/';
            int name = closes ? at + 2 : at + 1;
            int end = name;
            while (end < page.Length && end - name < 32 && char.IsAsciiLetterOrDigit(page[end])) end++;
            if (end == name || Open.Contains(page.AsSpan(name, end - name))) continue;
            if (closes) depth = Math.Max(0, depth - 1);
            else if (++depth > limit) return true;
        }

        return false;
    }

    private static int NextTag(string page, int from) => from < page.Length ? page.IndexOf('<', from) : -1;
}
