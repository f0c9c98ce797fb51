// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;

namespace Rapporteur.Lexicons;

/// <summary>The lists that say where words are cut: <c>lexicons/en/tokens/</c>.</summary>
internal sealed class TokenLists
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> seams;
    private readonly int longestContraction;

    private TokenLists(LexiconFile prefixFile, LexiconFile contractionFile, LexiconFile domainFile)
    {
        prefixes = prefixFile.Rows.Select(static r => r["prefix"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        endings = domainFile.Rows.SelectMany(static r => r["endings"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<string, int> found = [];
        foreach (LexiconRow row in contractionFile.Rows)
        {
            int seam = row["word"].IndexOf('|', StringComparison.Ordinal);
            if (seam <= 0 || !found.TryAdd(row["word"].Remove(seam, 1), seam)) throw row.Error($"'{row["word"]}' has no seam or stands twice");
        }

        longestContraction = found.Keys.Max(static w => w.Length);
        seams = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that ship.</summary>
    public static TokenLists Default { get; } = new(
        LexiconFile.Embedded("en/tokens/prefixes.tsv", "prefix", "example"),
        LexiconFile.Embedded("en/tokens/contractions.tsv", "word", "example"),
        LexiconFile.Embedded("en/tokens/domains.tsv", "endings", "example"));

    /// <summary>Whether what stands before a hyphen stays with what stands behind it.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => prefixes.Contains(word);

    /// <summary>Whether an address or a file's name can end in these letters.</summary>
    public bool EndsAddress(ReadOnlySpan<char> ending) => endings.Contains(ending);

    /// <summary>Where a contraction without apostrophe is cut; 0 if the word is none.</summary>
    public int SeamOf(ReadOnlySpan<char> word) => word.Length <= longestContraction && seams.TryGetValue(word, out int seam) ? seam : 0;
}
