// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Relations;

/// <summary>Of whom a noun of <c>roles.tsv</c> is said.</summary>
internal enum RoleHolder
{
    /// <summary>Of persons.</summary>
    Person,

    /// <summary>Of organizations.</summary>
    Organization,

    /// <summary>Of places.</summary>
    Place,

    /// <summary>Of whoever it may be.</summary>
    Any,
}

/// <summary>A noun that says how somebody stands to somebody.</summary>
/// <param name="Predicate">How.</param>
/// <param name="Holder">Of whom it is said.</param>
/// <param name="IsPlural">Whether it is said of several.</param>
internal sealed record RoleNoun(RelationKind Predicate, RoleHolder Holder, bool IsPlural);

/// <summary>A verb that says how somebody stands to somebody.</summary>
/// <param name="Preposition">Before the object; empty for a direct object.</param>
/// <param name="IsPassive">Whether the verb stands in the passive.</param>
/// <param name="Predicate">How.</param>
/// <param name="IsReversed">Whether the relation is told of the object.</param>
internal sealed record RelationVerb(string Preposition, bool IsPassive, RelationKind Predicate, bool IsReversed);

/// <summary>What else a word means to the finders.</summary>
[Flags]
internal enum WordUse
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What is said holds no more: "former".</summary>
    Ended = 1 << 0,

    /// <summary>No part of a title: "Monday".</summary>
    Stop = 1 << 1,

    /// <summary>Stands before a name, and is no role: "wife", "yacht".</summary>
    NoRole = 1 << 2,

    /// <summary>Stands with a state for its authorities: "government".</summary>
    Authority = 1 << 3,

    /// <summary>Last word of the names of bodies that states have: "Ministry".</summary>
    Body = 1 << 4,

    /// <summary>Begins a list of examples: "including".</summary>
    Listing = 1 << 5,

    /// <summary>Comes to hold an office: "become".</summary>
    Become = 1 << 6,

    /// <summary>Is made to hold an office by others: "appoint".</summary>
    Appoint = 1 << 7,

    /// <summary>Holds an office, with "as": "serve".</summary>
    Serve = 1 << 8,

    /// <summary>Last word of a party's name: "Party".</summary>
    Party = 1 << 9,
}

/// <summary>The lists of <c>lexicons/en/relations/</c>.</summary>
internal sealed class RelationWords
{
    private readonly FrozenDictionary<string, WordUse>.AlternateLookup<ReadOnlySpan<char>> uses;
    private readonly FrozenDictionary<string, RelationVerb[]>.AlternateLookup<ReadOnlySpan<char>> verbs;

    private RelationWords(LexiconFile roleFile, LexiconFile verbFile, LexiconFile compoundFile, LexiconFile wordFile)
    {
        Roles = new(Nouns(roleFile));
        Compounds = compoundFile.Rows.ToFrozenDictionary(
            static r => r["participle"],
            static r => (r.Label<RelationKind>("predicate"), r["order"] == "reverse"),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        verbs = verbFile.Rows.GroupBy(static r => r["verb"], StringComparer.Ordinal).ToFrozenDictionary(
            static g => g.Key,
            static g => g.Select(static r => new RelationVerb(r["preposition"], r["voice"] == "passive", r.Label<RelationKind>("predicate"), r["order"] == "reverse")).ToArray(),
            StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        uses = wordFile.WordsBy<WordUse>("use", "words", static (one, other) => one | other, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The lists that ship.</summary>
    public static RelationWords Default { get; } = new(
        LexiconFile.Embedded("en/relations/roles.tsv", "noun", "plural", "holder", "predicate", "example"),
        LexiconFile.Embedded("en/relations/verbs.tsv", "verb", "preposition", "voice", "predicate", "order", "example"),
        LexiconFile.Embedded("en/relations/compounds.tsv", "participle", "predicate", "order", "example"),
        LexiconFile.Embedded("en/relations/words.tsv", "use", "words", "example"));

    /// <summary>Nouns for offices and other ways to stand to somebody.</summary>
    public PhraseTable<RoleNoun> Roles { get; }

    /// <summary>Participles behind a hyphen, "Vienna-based": how the noun stands to the name, or, reversed, the name to the noun.</summary>
    public FrozenDictionary<string, (RelationKind Predicate, bool IsReversed)>.AlternateLookup<ReadOnlySpan<char>> Compounds { get; }

    /// <summary>What a word means besides.</summary>
    public WordUse UseOf(ReadOnlySpan<char> word) => uses.TryGetValue(word, out WordUse use) ? use : WordUse.None;

    /// <summary>What a verb says; empty where it is not listed.</summary>
    public RelationVerb[] VerbsOf(ReadOnlySpan<char> lemma) => verbs.TryGetValue(lemma, out RelationVerb[]? found) ? found : [];

    private static IEnumerable<(string Phrase, RoleNoun Noun)> Nouns(LexiconFile file)
    {
        foreach (LexiconRow row in file.Rows)
        {
            var noun = new RoleNoun(row.Label<RelationKind>("predicate"), row.Label<RoleHolder>("holder"), false);
            if (row["noun"].Length > 0) yield return (row["noun"], noun);
            if (row["plural"].Length > 0) yield return (row["plural"], noun with { IsPlural = true });
        }
    }
}
