// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;

namespace Rapporteur.Formats.Pdf;

/// <summary>Whether the hyphen at the end of a line is one of the word, by how the document writes the word elsewhere.</summary>
internal sealed partial class PdfHyphens
{
    /// <summary>First parts that are set off by a hyphen in nearly any word.</summary>
    private static readonly HashSet<string> SetOff = new(["self", "ex", "vice", "well", "half", "so", "quasi", "then", "high", "low", "long", "short"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the words inside a line; the first and the last may be halves.</summary>
    public void Take(string line)
    {
        foreach (ValueMatch word in Word().EnumerateMatches(line))
        {
            if (word.Index > 0 && word.Index + word.Length < line.Length) words.Add(line.Substring(word.Index, word.Length));
        }
    }

    /// <summary>Whether a line is broken inside a word: it ends with a hyphen after a letter, and the next one begins with a letter or a number.</summary>
    public static bool Breaks(string line, string next)
        => line.Length >= 2 && line[^1] is '-' or '\u00ad' or '\u2010' && char.IsLetterOrDigit(line[^2]) && next.Length > 0 && char.IsLetterOrDigit(next[0]);

    /// <summary>Whether the hyphen between two such lines is one of the word.</summary>
    public bool Keeps(string line, string next)
    {
        if (line[^1] == '\u00ad') return false;
        if (!char.IsLower(next[0]) || char.IsDigit(line[^2])) return true;
        string left = Last().Match(line[..^1]).Value, right = First().Match(next).Value;
        if (words.Contains(left + right)) return false;
        return left.Contains('-', StringComparison.Ordinal) || SetOff.Contains(left) || words.Contains($"{left}-{right}");
    }

    [GeneratedRegex(@"[\p{L}’']+(?:-[\p{L}’']+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}-]*$")]
    private static partial Regex Last();

    [GeneratedRegex(@"^\p{L}*")]
    private static partial Regex First();
}
