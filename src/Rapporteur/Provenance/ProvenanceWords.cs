// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Provenance;

/// <summary>What a word tells of how words reached the page.</summary>
[Flags]
internal enum ProvenanceUse
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Whom one tells something is its object: "told Reuters".</summary>
    Tell = 1 << 0,

    /// <summary>Whom one tells something stands behind "to" or "with": "explained to Reuters".</summary>
    SayTo = 1 << 1,

    /// <summary>"Interview".</summary>
    Interview = 1 << 2,

    /// <summary>Outlets do so with what others said: "was reported by".</summary>
    Report = 1 << 3,

    /// <summary>Last word of outlets' names: "Times".</summary>
    OutletName = 1 << 4,

    /// <summary>A noun for an outlet: "newspaper".</summary>
    OutletNoun = 1 << 5,

    /// <summary>"Poll".</summary>
    Poll = 1 << 6,

    /// <summary>Whoever makes polls: "pollster".</summary>
    Pollster = 1 << 7,

    /// <summary>A noun for a document: "letter".</summary>
    Document = 1 << 8,

    /// <summary>Documents are made known so: "issue".</summary>
    Publish = 1 << 9,

    /// <summary>A post, or to post, on Twitter: "tweet".</summary>
    Tweet = 1 << 10,

    /// <summary>A post, wherever.</summary>
    Post = 1 << 11,

    /// <summary>A place to post: "Twitter".</summary>
    Platform = 1 << 12,
}

/// <summary>The list <c>lexicons/en/provenance/words.tsv</c>.</summary>
internal sealed class ProvenanceWords
{
    private readonly FrozenDictionary<string, ProvenanceUse>.AlternateLookup<ReadOnlySpan<char>> uses;

    private ProvenanceWords(LexiconFile file) => uses = file.WordsBy<ProvenanceUse>("use", "words", static (one, other) => one | other, StringComparer.OrdinalIgnoreCase);

    /// <summary>The list that ships.</summary>
    public static ProvenanceWords Default { get; } = new(LexiconFile.Embedded("en/provenance/words.tsv", "use", "words", "example"));

    /// <summary>What a word tells, by itself or by its dictionary form; letter case makes no difference.</summary>
    public ProvenanceUse Of(ReadOnlySpan<char> word) => uses.TryGetValue(word, out ProvenanceUse use) ? use : ProvenanceUse.None;
}
