// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Places;

/// <summary>What a word beside a place's name tells.</summary>
internal enum PlaceWord : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A place may follow.</summary>
    Before,

    /// <summary>An organization of the place.</summary>
    Body,

    /// <summary>The place is a town.</summary>
    City,

    /// <summary>The place is a mountain, an island, a desert.</summary>
    Landform,

    /// <summary>A politician's party, before where he was elected.</summary>
    Party,

    /// <summary>The place is a part of a country.</summary>
    Region,

    /// <summary>A road has the name.</summary>
    Road,

    /// <summary>A part of the place.</summary>
    Side,

    /// <summary>Something that is named after a place.</summary>
    Thing,

    /// <summary>The place is a river, a lake, a sea.</summary>
    Water,
}

/// <summary>The list <c>lexicons/en/places/words.tsv</c>.</summary>
internal sealed class PlaceWords
{
    private readonly FrozenDictionary<string, PlaceWord>.AlternateLookup<ReadOnlySpan<char>> words;

    private PlaceWords(LexiconFile file)
        // "state" and "port" tell what a place is, and so much more often than of a body
        => words = file.WordsBy<PlaceWord>("class", "words", static (one, other) => one == PlaceWord.Body ? other : one, StringComparer.OrdinalIgnoreCase);

    /// <summary>The list that ships.</summary>
    public static PlaceWords Default { get; } = new(LexiconFile.Embedded("en/places/words.tsv", "class", "words", "example"));

    /// <summary>What a word tells; letter case and a final full stop make no difference.</summary>
    public PlaceWord Of(ReadOnlySpan<char> word) => words.TryGetValue(word.TrimEnd('.'), out PlaceWord found) ? found : PlaceWord.None;

    /// <summary>Whether a word says what kind of place a name names.</summary>
    public static bool IsKind(PlaceWord word) => word is PlaceWord.City or PlaceWord.Region or PlaceWord.Water or PlaceWord.Landform;
}
