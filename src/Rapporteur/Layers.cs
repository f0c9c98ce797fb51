// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur;

/// <summary>The layers of a document. A stage names those that it reads and those that it writes.</summary>
[Flags]
public enum Layers
{
    /// <summary>No layer.</summary>
    None = 0,

    /// <summary>Passages with kind and language, and what is not read.</summary>
    Passages = 1 << 0,

    /// <summary>Title, outlet, author, first publisher, dates.</summary>
    Origin = 1 << 1,

    /// <summary>Sentences of the passages that are read.</summary>
    Sentences = 1 << 2,

    /// <summary>Tokens of the passages that are read.</summary>
    Tokens = 1 << 3,

    /// <summary>Statements.</summary>
    Statements = 1 << 4,

    /// <summary>Provenance.</summary>
    Provenance = 1 << 5,

    /// <summary>What the encoder's lower layers know of each token in its passage.</summary>
    Context = 1 << 6,

    /// <summary>The encoder's vectors of the tokens in their sentences.</summary>
    Encoding = 1 << 7,

    /// <summary>Parts of speech and lemmas.</summary>
    Tags = 1 << 8,

    /// <summary>Dependency trees.</summary>
    Trees = 1 << 9,

    /// <summary>Names.</summary>
    Names = 1 << 10,

    /// <summary>Actors, each with its mentions.</summary>
    Actors = 1 << 11,

    /// <summary>Times, with their values.</summary>
    Times = 1 << 12,

    /// <summary>Places, with where they are.</summary>
    Places = 1 << 13,

    /// <summary>Figures, with what they count.</summary>
    Figures = 1 << 14,

    /// <summary>Political events.</summary>
    Events = 1 << 15,

    /// <summary>Relations between actors.</summary>
    Relations = 1 << 16,
}
