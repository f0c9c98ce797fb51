// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;

namespace Rapporteur.Web.Serving;

/// <summary>Makes words from outside fit to be shown: nothing in them turns the direction of what follows, nothing is hidden or endless.</summary>
/// <remarks>Encoding for HTML is done where they are written.</remarks>
public static class ShownText
{
    /// <summary>The text, each control character and mark of direction in it a visible sign of the same length.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = 0;
        while (at < text.Length && !IsUnsafe(text[at])) at++;
        if (at == text.Length) return text;
        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++) clean.Append(!IsUnsafe(text[at]) ? text[at] : text[at] is '\u2028' or '\u2029' ? '\n' : '\ufffd');
        return clean.ToString();
    }

    /// <summary>The text on one line, cut where it is too long for a list.</summary>
    public static string Brief(string? text, int most = 300)
    {
        if (text is null) return "";
        string clean = Clean(text.Length > most ? text[..most] : text).Replace('\n', ' ');
        return text.Length > most ? clean.TrimEnd('\ud800', '\udbff') + "…" : clean;
    }

    /// <summary>The last part of a path: folders of the machine are nobody's business. An address on the web stays.</summary>
    public static string FileName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith("http://", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal)) return path;
        string trimmed = path.TrimEnd('/', '\\');
        int slash = trimmed.LastIndexOfAny(['/', '\\']);
        return slash < 0 ? trimmed : trimmed[(slash + 1)..];
    }

    /// <summary>A date of the record for a person: <c>2024-05-02</c> is 2 May 2024, <c>2024-05</c> is May 2024.</summary>
    public static string Date(string? iso)
    {
        if (iso is null) return "";
        string day = iso.Length > 10 ? iso[..10] : iso;
        if (DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)) return date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (DateTime.TryParseExact(day, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return date.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return Brief(day, 20);
    }

    /// <summary>A word of the record as a person writes it: <c>alliedWith</c> is allied with.</summary>
    public static string Spaced(string? word) => word is null ? "" : string.Concat(word.Select(static c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The words that name somebody, without the comma that the sentence sets after them.</summary>
    public static string Who(string? words, int most = 140) => Brief(words?.TrimEnd(',', ' ', '—'), most);

    /// <summary>A number with its thousands set apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what it counts, in the singular or plural.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A probability in hundredths.</summary>
    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "\u00a0%";

    private static bool IsUnsafe(char c)
        => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\u2028' or '\u2029' or '\ufeff' or '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
