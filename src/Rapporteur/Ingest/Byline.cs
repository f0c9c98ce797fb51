// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Tells lines that say who wrote a report, where and when: "By Ana Ruiz", "Updated: May 3, 2023", "Reporting by …".</summary>
internal static class Byline
{
    private const int MostWords = 22;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",|;\n\r•·(—–");

    /// <summary>The sign by which a passage is a byline, or null.</summary>
    public static string? Sign(string text, TextSpan passage, in LineShape shape)
    {
        ReadOnlySpan<char> words = passage.In(text);
        if (shape.Words < 45 && words.TrimStart('(').StartsWith("Reporting by ", StringComparison.Ordinal)) return "reporting by";
        if (shape.Words < 45 && words.TrimEnd(" .)").EndsWith("contributed to this report", StringComparison.OrdinalIgnoreCase)) return "contributed";
        if (shape.Words < 45 && StartsWithAny(words, "Contributing: ", "Contributing writers: ", "Translated by ")) return "contributed";
        if (shape.Words > MostWords) return null;
        if (words.StartsWith("©", StringComparison.Ordinal) || words.StartsWith("Copyright ", StringComparison.Ordinal)) return "copyright";
        if (!AuthorIn(text, passage).IsEmpty && (!shape.EndsSentence || shape.Words <= 8)) return "by";
        if (shape.Words <= 12 && StartsWithAny(words, "Updated", "Published", "Posted", "Last updated", "Last modified", "Date:") && words.ContainsAnyInRange('0', '9')) return "stamp";
        if (DateText.At(words, 0, out int end) is not null && shape.Words <= 8 && end >= words.Length - 18) return "date";
        return IsBareDateline(text, passage, shape) ? "dateline" : null;
    }

    /// <summary>The names after "By" or "Reporting by"; empty if the passage gives none.</summary>
    public static TextSpan AuthorIn(string text, TextSpan passage)
    {
        ReadOnlySpan<char> words = passage.In(text);
        int start = words.StartsWith("By ", StringComparison.Ordinal) || words.StartsWith("BY ", StringComparison.Ordinal) || words.StartsWith("by ", StringComparison.Ordinal) ? 3
            : words.StartsWith("By: ", StringComparison.Ordinal) ? 4
            : words.StartsWith("Written by ", StringComparison.Ordinal) ? 11
            : -1;
        if (start < 0) return default;
        int length = words[start..].IndexOfAny(NameEnds);
        TextSpan names = PassageFinder.Trim(text, new(passage.Start + start, length < 0 ? passage.End : passage.Start + start + length));
        if (names.End > names.Start && text[names.End - 1] == '.' && !text.AsSpan(names.Start, names.Length - 1).Contains('.')) names = new(names.Start, names.End - 1);
        return IsName(names.In(text)) ? names : default;
    }

    /// <summary>The outlet after the names: "By Ana Ruiz, The Ledger", "By Ana Ruiz | Delta Watch"; empty if there is none.</summary>
    public static TextSpan OutletAfter(string text, TextSpan passage, TextSpan author)
    {
        int at = author.End;
        while (at < passage.End && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '|' or '•' or '·' or '—' or '–')) at++;
        int length = text.AsSpan(at, passage.End - at).IndexOfAny(NameEnds);
        TextSpan outlet = PassageFinder.Trim(text, new(at, length < 0 ? passage.End : at + length));
        if (outlet.IsEmpty || !char.IsUpper(text[outlet.Start]) || DateText.First(outlet.In(text), out _, out _) is not null) return default;
        ReadOnlySpan<char> words = outlet.In(text);
        bool isRole = words.Contains("Correspondent", StringComparison.OrdinalIgnoreCase) || words.Contains("Writer", StringComparison.OrdinalIgnoreCase)
            || words.Contains("Editor", StringComparison.OrdinalIgnoreCase) || words.Contains("Reporter", StringComparison.OrdinalIgnoreCase) || words.ContainsAnyInRange('0', '9');
        return isRole || words.Count(' ') > 4 ? default : outlet;
    }

    /// <summary>Two to ten words, each with a capital but for "and" and the small words inside names.</summary>
    private static bool IsName(ReadOnlySpan<char> names)
    {
        int words = 0, capitals = 0;
        foreach (Range part in names.Split(' '))
        {
            ReadOnlySpan<char> word = names[part];
            if (word.IsEmpty) continue;
            words++;
            if (char.IsUpper(word[0])) capitals++;
            else if (word is not ("and" or "de" or "da" or "do" or "dos" or "del" or "van" or "von" or "der" or "la" or "el" or "al" or "bin" or "ben" or "y" or "for" or "&")) return false;
        }

        return words is >= 1 and <= 10 && capitals >= 1;
    }

    private static bool IsBareDateline(string text, TextSpan passage, in LineShape shape)
        => shape.Words <= 8 && text[passage.End - 1] is '_' or '—' or '–' or '-' && char.IsUpper(text[passage.Start])
            && char.IsUpper(text[Math.Min(passage.Start + 1, passage.End - 1)]);

    private static bool StartsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> beginnings)
    {
        foreach (string beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
