// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>What the encoder sees of a word: rows of one embedding table, added up.</summary>
/// <remarks>
/// Word (lower case, digits as 0), exact form where it differs, prefixes of 1–4 and suffixes of 1–5 letters, shape,
/// and "no space before". <c>training/language/features.py</c> computes the same rows: change both or neither;
/// a test compares the two. Of words longer than 48 code units the first 48 count.
/// </remarks>
internal sealed unsafe class WordFeatures
{
    /// <summary>Most rows that a word can have.</summary>
    public const int MostRows = 13;

    private const int Longest = 48, ExactRows = 16_384, AffixRows = 40_960, ShapeRows = 4_096;
    private readonly Tensor<ulong> prints;
    private readonly Tensor<int> rows;
    private readonly int exact, affix, shape;

    public WordFeatures(ModelFile model)
    {
        int words = model.Whole("words");
        int slots = model.CountOf("vocabulary.prints");
        if (slots == 0 || (slots & (slots - 1)) != 0) throw new ModelException($"{model.Path}: the vocabulary's size is no power of two.");
        prints = model.Get<ulong>("vocabulary.prints", slots);
        rows = model.Get<int>("vocabulary.rows", slots);
        exact = words + 1;
        affix = exact + ExactRows;
        shape = affix + AffixRows;
        NoSpaceRow = shape + ShapeRows;
        TableRows = NoSpaceRow + 2;
    }

    /// <summary>The row of words with no space before them.</summary>
    public int NoSpaceRow { get; }

    /// <summary>Number of rows of the table.</summary>
    public int TableRows { get; }

    /// <summary>Writes a word's rows.</summary>
    /// <param name="word">The word as it stands.</param>
    /// <param name="noSpace">Whether no space stands before it.</param>
    /// <param name="into">At least <see cref="MostRows"/> places.</param>
    /// <returns>Number of rows written.</returns>
    public int Write(ReadOnlySpan<char> word, bool noSpace, Span<int> into)
    {
        if (word.Length > Longest) word = word[..Longest];
        Span<char> normal = stackalloc char[Longest];
        bool same = true;
        for (int i = 0; i < word.Length; i++)
        {
            normal[i] = Normal(word[i]);
            same &= normal[i] == word[i];
        }

        normal = normal[..word.Length];
        int count = 0;
        into[count++] = RowOf(normal);
        if (!same) into[count++] = exact + (int)(Hash(1, word) % ExactRows);
        for (int k = 1; k <= 4 && normal.Length > k; k++) into[count++] = affix + (int)(Hash(16 + k, normal[..k]) % AffixRows);
        for (int k = 1; k <= 5 && normal.Length > k; k++) into[count++] = affix + (int)(Hash(32 + k, normal[^k..]) % AffixRows);
        Span<char> outline = stackalloc char[16];
        into[count++] = shape + (int)(Hash(2, Shape(word, outline)) % ShapeRows);
        if (noSpace) into[count++] = NoSpaceRow;
        return count;
    }

    private int RowOf(ReadOnlySpan<char> normal)
    {
        uint high = Hash(64, normal);
        ulong print = ((ulong)high << 32) | Hash(65, normal);
        if (print == 0) print = 1;
        int mask = prints.Count - 1;
        for (int slot = (int)(high & (uint)mask); prints.Pointer[slot] != 0; slot = (slot + 1) & mask)
        {
            if (prints.Pointer[slot] == print) return rows.Pointer[slot];
        }

        return 0;
    }

    private static char Normal(char c) => c switch
    {
        >= '1' and <= '9' => '0',
        < '\u0080' => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' => '\'',
        '–' or '—' => '-',
        '\u0130' => c,
        _ => char.ToLowerInvariant(c),
    };

    private static ReadOnlySpan<char> Shape(ReadOnlySpan<char> word, Span<char> into)
    {
        int count = 0, run = 0;
        char last = '\0';
        foreach (char c in word)
        {
            char s = ShapeOf(c);
            run = s == last && run > 0 ? run + 1 : 1;
            last = s;
            if (run <= 3 && count < into.Length) into[count++] = s;
        }

        return into[..count];
    }

    private static char ShapeOf(char c)
    {
        if (c < '\u0080') return char.IsAsciiLetterUpper(c) ? 'X' : char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiDigit(c) ? 'd' : c;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter => 'X',
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => 'x',
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol
                or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned => '.',
            _ => c,
        };
    }

    /// <summary>FNV-1a over 16-bit units, with MurmurHash3's last mix.</summary>
    private static uint Hash(int kind, ReadOnlySpan<char> units)
    {
        uint h = (2166136261u ^ (uint)kind) * 16777619u;
        foreach (char u in units) h = (h ^ u) * 16777619u;
        h ^= h >> 16;
        h *= 0x85EBCA6B;
        h ^= h >> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
