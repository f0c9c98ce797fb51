// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>The sixteen event types of PLOVER.</summary>
public enum EventType : byte
{
    /// <summary>Agrees, offers, promises to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, negotiates, mediates, telephones.</summary>
    Consult,

    /// <summary>Praises, endorses, recognises; opens ties; signs or ratifies.</summary>
    Support,

    /// <summary>Works together, exchanges, exercises together.</summary>
    Cooperate,

    /// <summary>Gives material help.</summary>
    Aid,

    /// <summary>Gives way in words or on paper.</summary>
    Concede,

    /// <summary>Gives way in deed.</summary>
    Retreat,

    /// <summary>Asks, appeals, demands, orders.</summary>
    Request,

    /// <summary>Criticises, condemns, accuses, charges, investigates.</summary>
    Accuse,

    /// <summary>Refuses, vetoes, cancels.</summary>
    Reject,

    /// <summary>Warns of harm that the speaker will do.</summary>
    Threaten,

    /// <summary>Civilians act together in public.</summary>
    Protest,

    /// <summary>Reduces or breaks relations.</summary>
    Sanction,

    /// <summary>Readies or shows armed power.</summary>
    Mobilize,

    /// <summary>Represses or compels short of violence.</summary>
    Coerce,

    /// <summary>Does substantial physical harm.</summary>
    Assault,
}

/// <summary>Whether an event is told as having happened.</summary>
public enum EventReality : byte
{
    /// <summary>Told as a fact.</summary>
    Asserted,

    /// <summary>Told as not happening.</summary>
    Negated,

    /// <summary>Told as possible: may, reportedly, feared.</summary>
    Possible,

    /// <summary>Told as to come.</summary>
    Planned,

    /// <summary>Told as depending on something: if, unless, would.</summary>
    Conditional,
}

/// <summary>Who takes part in an event.</summary>
/// <param name="Span">The words that name it, UTF-16.</param>
/// <param name="Actor">Index of the actor in the report, or null.</param>
/// <param name="Country">Its country as the event knows it, or null.</param>
/// <param name="Sector">Its sector as the event knows it, or null.</param>
public sealed record EventParty(TextSpan Span, int? Actor, string? Country, string? Sector);

/// <summary>The words that tell of an event.</summary>
/// <param name="Span">The words, UTF-16.</param>
/// <param name="Lemma">The dictionary form of their head: <c>impose</c>.</param>
public sealed record EventTrigger(TextSpan Span, string Lemma);

/// <summary>A political event: who did what to whom, as PLOVER codes it.</summary>
public sealed record PoliticalEvent
{
    /// <summary>What was done.</summary>
    public required EventType Type { get; init; }

    /// <summary>How, in PLOVER's words: <c>firearms</c>; null where the text does not tell or the type has none.</summary>
    public string? Mode { get; init; }

    /// <summary>What it is about, in PLOVER's words.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>The words that tell of it.</summary>
    public required EventTrigger Trigger { get; init; }

    /// <summary>Further words of the report that tell of the same event, in order of the text.</summary>
    public IReadOnlyList<EventTrigger> Mentions { get; init; } = [];

    /// <summary>Who did it.</summary>
    public required IReadOnlyList<EventParty> Actors { get; init; }

    /// <summary>To whom.</summary>
    public required IReadOnlyList<EventParty> Recipients { get; init; }

    /// <summary>Index of the time expression that tells when, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index of the place where it happened, or null.</summary>
    public int? Place { get; init; }

    /// <summary>Whether it is told as having happened.</summary>
    public EventReality Reality { get; init; }

    /// <summary>Whether it is told as background from an earlier time.</summary>
    public bool IsHistorical { get; init; }

    /// <summary>Index of the innermost statement whose content tells it, or null: then it is the report's own word.</summary>
    public int? Within { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public required double Confidence { get; init; }
}
