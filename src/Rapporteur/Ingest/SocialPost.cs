// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Tells a post of a social network that is shown whole, by its links, marks and signature.</summary>
internal static class SocialPost
{
    private const int MostWords = 100;

    /// <summary>The sign by which a passage is a post, or null.</summary>
    public static string? Sign(string text, TextSpan passage, in LineShape shape)
    {
        if (shape.Words >= MostWords) return null;
        ReadOnlySpan<char> words = passage.In(text);
        if (words.Contains("pic.twitter.com/", StringComparison.OrdinalIgnoreCase) || words.Contains("https://t.co/", StringComparison.OrdinalIgnoreCase)) return "link";
        if (IsSigned(words)) return "signature";
        if (shape.Words >= 6 && HasThreadMark(words)) return "thread";
        if (shape.Hashtags >= 2 && shape.Hashtags * 20 >= shape.Words) return "hashtags";
        return words[0] == '@' && shape.Words <= 60 && shape.Handles > 0 ? "handle" : null;
    }

    /// <summary>"— Name (@handle) May 3, 2023" at the end.</summary>
    private static bool IsSigned(ReadOnlySpan<char> words)
    {
        int open = words.LastIndexOf("(@", StringComparison.Ordinal);
        return open >= 0 && words[..open].LastIndexOfAny('—', '–') is var dash && dash >= 0 && open - dash < 80 && words.Length - open < 60;
    }

    /// <summary>"1/5" or "(2/3)" at the end, or "1/" at the end.</summary>
    private static bool HasThreadMark(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(')').TrimEnd();
        int digits = words.Length;
        while (digits > 0 && char.IsAsciiDigit(words[digits - 1])) digits--;
        if (digits == 0 || words[digits - 1] != '/' || words.Length - digits > 2) return false;
        int first = digits - 1;
        while (first > 0 && char.IsAsciiDigit(words[first - 1])) first--;
        if (digits - 1 - first is < 1 or > 2 || (first > 0 && words[first - 1] is not (' ' or '('))) return false;
        ReadOnlySpan<char> before = words[..first].TrimEnd(" (");
        return before.Length > 0 && before[^1] is '.' or '!' or '?' or '…' or '”' or '"';
    }
}
