// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Names;

/// <summary>What a word says of a name beside it.</summary>
[Flags]
internal enum NameWord : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Stays lower-case inside a title: "of".</summary>
    Title = 1,

    /// <summary>A thing that has a title: "song".</summary>
    Work = 2,

    /// <summary>A kind of place: "village".</summary>
    Location = 4,

    /// <summary>A kind of place whose name follows after "of": "the village of".</summary>
    Settlement = 8,

    /// <summary>A kind of organization: "bank".</summary>
    Organization = 16,

    /// <summary>Stands before what is no title: "nicknamed".</summary>
    Alias = 32,
}

/// <summary>The list <c>lexicons/en/names/words.tsv</c>.</summary>
internal sealed class NameWords
{
    private readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> uses;

    private NameWords(LexiconFile file) => uses = file.WordsBy<NameWord>("use", "words", static (one, other) => one | other, StringComparer.OrdinalIgnoreCase);

    /// <summary>The list that ships.</summary>
    public static NameWords Default { get; } = new(LexiconFile.Embedded("en/names/words.tsv", "use", "words", "example"));

    /// <summary>What a word or lemma says.</summary>
    public NameWord Of(ReadOnlySpan<char> word) => uses.TryGetValue(word, out NameWord use) ? use : NameWord.None;
}
