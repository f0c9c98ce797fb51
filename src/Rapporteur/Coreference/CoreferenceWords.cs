// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Coreference;

/// <summary>What a noun, a title or a verb tells of who is meant.</summary>
[Flags]
internal enum WordTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A man.</summary>
    Male = 1 << 0,

    /// <summary>A woman.</summary>
    Female = 1 << 1,

    /// <summary>A person.</summary>
    Person = 1 << 2,

    /// <summary>Several people, without the ending of a plural.</summary>
    People = 1 << 3,

    /// <summary>An organization.</summary>
    Organization = 1 << 4,

    /// <summary>A place.</summary>
    Place = 1 << 5,

    /// <summary>A time.</summary>
    Time = 1 << 6,

    /// <summary>Takes up any organization.</summary>
    Company = 1 << 7,

    /// <summary>Takes up any state.</summary>
    Country = 1 << 8,

    /// <summary>Takes up any place that is no state.</summary>
    City = 1 << 9,

    /// <summary>Takes up any person.</summary>
    Human = 1 << 10,

    /// <summary>Stands before a name.</summary>
    Title = 1 << 11,

    /// <summary>Stands before a man's name.</summary>
    MaleTitle = 1 << 12,

    /// <summary>Stands before a woman's name.</summary>
    FemaleTitle = 1 << 13,

    /// <summary>Weather: its "it" means nothing.</summary>
    Rain = 1 << 14,

    /// <summary>With a clause, its "it" means nothing.</summary>
    Seem = 1 << 15,

    /// <summary>Says of a noun that another one is meant than before.</summary>
    Other = 1 << 16,
}

/// <summary>The lists of <c>lexicons/en/coreference/</c>.</summary>
internal sealed class CoreferenceWords
{
    private readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> firstNames;

    private CoreferenceWords(LexiconFile wordFile, LexiconFile nameFile)
    {
        words = wordFile.WordsBy<WordTraits>("class", "words", Join, StringComparer.OrdinalIgnoreCase);
        firstNames = nameFile.WordsBy<WordTraits>("sex", "names", Join, StringComparer.Ordinal);
    }

    /// <summary>The lists that ship.</summary>
    public static CoreferenceWords Default { get; } = new(
        LexiconFile.Embedded("en/coreference/words.tsv", "class", "words", "example"),
        LexiconFile.Embedded("en/coreference/first-names.tsv", "sex", "names", "example"));

    /// <summary>What a word tells; letter case and a final full stop make no difference.</summary>
    public WordTraits Of(ReadOnlySpan<char> word)
        => words.TryGetValue(word.TrimEnd('.'), out WordTraits traits) ? traits : WordTraits.None;

    /// <summary>Whose first name it is: of men, of women, or nothing.</summary>
    public WordTraits SexOf(ReadOnlySpan<char> firstName)
        => firstNames.TryGetValue(firstName, out WordTraits traits) && traits is WordTraits.Male or WordTraits.Female ? traits : WordTraits.None;

    private static WordTraits Join(WordTraits one, WordTraits other) => one | other;
}
