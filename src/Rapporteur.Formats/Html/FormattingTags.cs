// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats.Html;

/// <summary>The elements that only say how words look, and that a parser therefore opens anew in every block until their end tag is met.</summary>
internal static class FormattingTags
{
    private static readonly HashSet<string> Names = new(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.Ordinal);

    /// <summary>Whether an element is one of them.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>The page without them, its words unchanged. Links stay: one ends the other, and they tell a list of links from an article.</summary>
    public static string Without(string page)
    {
        var left = new StringBuilder(page.Length);
        var tags = new TagScanner(page);
        int from = 0;
        while (tags.Next())
        {
            if (tags.Name == "a" || !Contains(tags.Name)) continue;
            left.Append(page, from, tags.Start - from);
            from = tags.End;
        }

        return left.Append(page, from, page.Length - from).ToString();
    }
}
