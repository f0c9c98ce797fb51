// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Coreference;

/// <summary>What a mention can stand for, as sets: two mentions agree where each pair of sets has something in common.</summary>
[Flags]
internal enum Features : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A man.</summary>
    Male = 1 << 0,

    /// <summary>A woman.</summary>
    Female = 1 << 1,

    /// <summary>Neither.</summary>
    Neuter = 1 << 2,

    /// <summary>Any gender.</summary>
    AnyGender = Male | Female | Neuter,

    /// <summary>One.</summary>
    Singular = 1 << 3,

    /// <summary>Several.</summary>
    Plural = 1 << 4,

    /// <summary>Any number.</summary>
    AnyNumber = Singular | Plural,

    /// <summary>A person, or persons.</summary>
    Person = 1 << 5,

    /// <summary>An organization.</summary>
    Organization = 1 << 6,

    /// <summary>A place.</summary>
    Place = 1 << 7,

    /// <summary>Something else.</summary>
    Thing = 1 << 8,

    /// <summary>Any kind.</summary>
    AnyKind = Person | Organization | Place | Thing,
}

/// <summary>The person of a pronoun.</summary>
internal enum Pronoun : byte
{
    /// <summary>No pronoun.</summary>
    None,

    /// <summary>"I".</summary>
    I,

    /// <summary>"We".</summary>
    We,

    /// <summary>"You".</summary>
    You,

    /// <summary>"He", "she", "it", "they".</summary>
    Third,
}

/// <summary>A mention before it belongs to somebody.</summary>
internal sealed class Candidate
{
    /// <summary>All its tokens.</summary>
    public required TokenRange Range { get; init; }

    /// <summary>The token that everything else in it hangs on.</summary>
    public required int Head { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>How it names.</summary>
    public required MentionForm Form { get; set; }

    /// <summary>What a name in it names.</summary>
    public NameType? Type { get; set; }

    /// <summary>The tokens of the name itself.</summary>
    public TokenRange Name { get; set; }

    /// <summary>Which pronoun it is.</summary>
    public Pronoun Pronoun { get; init; }

    /// <summary>Whether it is "himself" or the like.</summary>
    public bool IsReflexive { get; init; }

    /// <summary>What it can stand for.</summary>
    public Features Features { get; set; }

    /// <summary>Lower-case lemma of a noun's head.</summary>
    public string Lemma { get; init; } = "";

    /// <summary>Whether it may take up what was named before: "the", "this", a possessor, or a name.</summary>
    public bool IsDefinite { get; set; }

    /// <summary>Other nouns that the same phrase calls it: apposition, title, predicate.</summary>
    public List<int>? Roles { get; set; }

    /// <summary>Whether it is a subject.</summary>
    public bool IsSubject { get; init; }

    /// <summary>Index of the quotation that it stands in; −1 outside.</summary>
    public int Quotation { get; set; } = -1;

    /// <summary>Whom it stands for.</summary>
    public Entity? Entity { get; set; }
}

/// <summary>Everything that is taken for one and the same.</summary>
internal sealed class Entity
{
    /// <summary>Counted from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The mentions, in order of being found.</summary>
    public List<Candidate> Mentions { get; } = new(1);

    /// <summary>What it can be: what all mentions agree on.</summary>
    public Features Features { get; set; } = Features.AnyGender | Features.AnyNumber | Features.AnyKind;

    /// <summary>The fullest name.</summary>
    public TokenRange FullName { get; set; }

    /// <summary>Type of the name.</summary>
    public NameType? Type { get; set; }

    /// <summary>What the lexicon calls it.</summary>
    public Lexicons.KnownActor? Known { get; set; }

    /// <summary>Names of it that stand inside other mentions.</summary>
    public List<Documents.Mention> OtherNames { get; } = [];

    /// <summary>The latest mention.</summary>
    public Candidate Latest { get; set; } = null!;

    /// <summary>Whether a statement is attributed to it.</summary>
    public bool IsSource { get; set; }
}
