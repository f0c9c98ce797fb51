// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Ingest;

/// <summary>Tells a headline from a sentence, though a full stop may stand behind it.</summary>
/// <remarks>
/// A headline is short, and what it says is told again at greater length in the first sentences below it: many of its
/// longer words come back there. A sentence is gone on from, not told again. Headlines leave out articles and auxiliaries.
/// </remarks>
internal static class Headline
{
    private const int MostWords = 22;
    private const int FewestWords = 4;
    private const int FewestLongWords = 3;
    private const int FewestBack = 2;
    private const int StemLength = 5;
    private const int ShortestLongWord = 4;
    private const int CharactersBelow = 900;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeftOut =
        LexiconFile.Embedded("en/ingest/headlines.tsv", "class", "words", "example").Rows
            .SelectMany(row => row["words"].Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a line is written as headlines are: short, and with capitals or without a full stop.</summary>
    public static bool IsShaped(string text, TextSpan line, in LineShape shape)
        => shape.Words is > 1 and <= MostWords && shape.BeginsCapital && (!shape.EndsSentence || shape.IsTitleCase)
            && text[line.Start] is not ('"' or '“' or '”' or '«') && text[line.End - 1] is not (',' or ':' or '—' or '”' or '"');

    /// <summary>Whether a line has none of the words that headlines leave out, and no quotation marks; not for lines all in capitals.</summary>
    public static bool IsTerse(string text, TextSpan line)
    {
        ReadOnlySpan<char> words = line.In(text);
        if (!char.IsLetter(words[0]) || words.ContainsAny('"', '“', '”')) return false;
        bool small = false;
        for (int at = 0; at < words.Length; at++)
        {
            if (!char.IsLetter(words[at])) continue;
            int start = at;
            while (at < words.Length && char.IsLetter(words[at])) small |= char.IsLower(words[at++]);
            if (LeftOut.Contains(words[start..at])) return false;
        }

        return small;
    }

    /// <summary>The share, in percent, of a line's longer words that come back in the text below it; 0 where too few do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="above">Where the report that ends above the line begins; more must come back below than stands there.</param>
    public static int ToldAgain(string text, TextSpan line, in LineShape shape, int above)
    {
        if (shape.Words is < FewestWords or > MostWords || !shape.BeginsCapital) return 0;
        ReadOnlySpan<char> below = text.AsSpan(line.End, Math.Min(CharactersBelow, text.Length - line.End));
        (int words, int back) = Compare(line.In(text), below);
        if (words < FewestLongWords || back < FewestBack) return 0;
        int from = Math.Max(above, line.Start - CharactersBelow);
        return Compare(line.In(text), text.AsSpan(from, line.Start - from)).Back < back ? back * 100 / words : 0;
    }

    /// <summary>Whether more of a line's longer words stand in the text below it than in the text above it.</summary>
    public static bool LeansDown(string text, TextSpan line, int above)
    {
        int from = Math.Max(above, line.Start - CharactersBelow);
        int down = Compare(line.In(text), text.AsSpan(line.End, Math.Min(CharactersBelow, text.Length - line.End))).Back;
        return down > Compare(line.In(text), text.AsSpan(from, line.Start - from)).Back;
    }

    private static (int Words, int Back) Compare(ReadOnlySpan<char> line, ReadOnlySpan<char> other)
    {
        int words = 0, back = 0;
        for (int at = 0; at < line.Length; at++)
        {
            if (!char.IsLetter(line[at])) continue;
            int start = at;
            while (at < line.Length && char.IsLetter(line[at])) at++;
            if (at - start < ShortestLongWord) continue;
            words++;
            if (HasStem(other, line.Slice(start, Math.Min(StemLength, at - start)))) back++;
        }

        return (words, back);
    }

    private static bool HasStem(ReadOnlySpan<char> text, ReadOnlySpan<char> stem)
    {
        for (int from = 0; text[from..].IndexOf(stem, StringComparison.OrdinalIgnoreCase) is var found && found >= 0;)
        {
            int at = from + found;
            if (at == 0 || !char.IsLetter(text[at - 1])) return true;
            from = at + 1;
        }

        return false;
    }
}
