// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;

namespace Rapporteur.Lexicons;

/// <summary>What may follow an abbreviation.</summary>
internal enum AbbreviationKind
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>A name, so that no sentence ends there.</summary>
    BeforeName,

    /// <summary>As a rule a number.</summary>
    BeforeNumber,

    /// <summary>Anything, the end of a sentence too.</summary>
    Any,
}

/// <summary>The abbreviations of <c>lexicons/en/abbreviations.tsv</c>.</summary>
internal sealed class Abbreviations
{
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> kinds;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters;

    private Abbreviations(LexiconFile file)
    {
        Dictionary<string, AbbreviationKind> found = [];
        HashSet<string> begin = [];
        foreach (LexiconRow row in file.Rows)
        {
            foreach (string word in row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                bool isNew = row["kind"] switch
                {
                    "name" => found.TryAdd(word, AbbreviationKind.BeforeName),
                    "number" => found.TryAdd(word, AbbreviationKind.BeforeNumber),
                    "any" => found.TryAdd(word, AbbreviationKind.Any),
                    "starter" => begin.Add(word),
                    _ => throw row.Error($"the kind is '{row["kind"]}', not name, number, any or starter"),
                };
                if (!isNew) throw row.Error($"'{word}' stands twice");
            }
        }

        kinds = found.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        starters = begin.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The abbreviations that ship.</summary>
    public static Abbreviations Default { get; } = new(LexiconFile.Embedded("en/abbreviations.tsv", "kind", "words", "example"));

    /// <summary>What kind of abbreviation a word is, given without its last full stop.</summary>
    public AbbreviationKind KindOf(ReadOnlySpan<char> word) => kinds.TryGetValue(word, out AbbreviationKind kind) ? kind : AbbreviationKind.None;

    /// <summary>Whether a word after an abbreviation shows that a sentence begins with it.</summary>
    public bool BeginsSentence(ReadOnlySpan<char> word) => starters.Contains(word);
}
