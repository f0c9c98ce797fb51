// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What an actor is. The names are the record's.</summary>
public enum ActorKind : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organization: company, party, ministry, alliance.</summary>
    Organization,

    /// <summary>A state or territory with a code of its own.</summary>
    State,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>People who are named together: "protesters", "Russian officials".</summary>
    Group,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>How a mention names its actor.</summary>
public enum MentionForm : byte
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By a description: "the minister".</summary>
    Noun,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>Words that name an actor.</summary>
/// <param name="Span">The words, UTF-16.</param>
/// <param name="Form">How they name it.</param>
/// <param name="NameType">What the name names; null where there is none.</param>
public readonly record struct Mention(TextSpan Span, MentionForm Form, NameType? NameType);

/// <summary>Somebody or something that acts, speaks or is acted on in a report, with all mentions of it.</summary>
public sealed record Actor
{
    /// <summary>What it is called: the lexicon's name where the lexicon knows it, else the fullest name in the text.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its country, ISO 3166-1 alpha-3, or another code of PLOVER or of the user's list; null where the text does not tell.</summary>
    public string? Country { get; init; }

    /// <summary>Its sector, a code of PLOVER such as GOV or MIL; null where none fits.</summary>
    public string? Sector { get; init; }

    /// <summary>Identifiers that a lexicon gives, by scheme: <c>iso3166</c>.</summary>
    public IReadOnlyDictionary<string, string> Identifiers { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The mentions, in order of the text; at least one.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }
}
