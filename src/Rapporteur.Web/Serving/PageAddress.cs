// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Http;

namespace Rapporteur.Web.Serving;

/// <summary>The addresses of pages. They stay: a link that was shared opens the same.</summary>
public static class PageAddress
{
    private const int LongestName = 300;

    /// <summary>A report, at one of its entries.</summary>
    public static string Report(string id, string? entry = null) => entry is null ? $"/report/{id}" : $"/report/{id}#{entry}";

    /// <summary>Why an entry is there.</summary>
    public static string Why(string report, string entry) => $"/report/{report}/why/{entry}";

    /// <summary>An actor's dossier; null for a name that is too long for an address.</summary>
    public static string? Actor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > LongestName ? null : "/actor?name=" + Uri.EscapeDataString(Whole(name));
    }

    /// <summary>A page with a query; what is null or empty is left out, what is too long for an address is cut.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
        => path + QueryString.Create(query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, (string?)Whole(q.Value!.Length > LongestName ? q.Value[..LongestName] : q.Value)))).ToUriComponent();

    /// <summary>Without halves of characters, which no address can hold.</summary>
    private static string Whole(string text)
    {
        ReadOnlySpan<char> rest = text;
        foreach (System.Text.Rune rune in rest.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar) return string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
        }

        return text;
    }
}
