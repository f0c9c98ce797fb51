// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>How one actor stands to another.</summary>
public enum RelationKind : byte
{
    /// <summary>Holds an office or a role in it.</summary>
    HoldsRole,

    /// <summary>Is a member of it.</summary>
    MemberOf,

    /// <summary>Is a part of it.</summary>
    PartOf,

    /// <summary>Has its seat there.</summary>
    BasedIn,

    /// <summary>Speaks for it before another.</summary>
    RepresentsAt,

    /// <summary>Is at the head of it.</summary>
    Leads,

    /// <summary>Owns it.</summary>
    Owns,

    /// <summary>Controls it.</summary>
    Controls,

    /// <summary>Pays for it.</summary>
    Funds,

    /// <summary>Stands with it.</summary>
    AlliedWith,

    /// <summary>Stands against it.</summary>
    Opposes,

    /// <summary>Is of that kind.</summary>
    IsA,

    /// <summary>Was born there.</summary>
    BornIn,

    /// <summary>Has a border with it.</summary>
    Borders,

    /// <summary>Was called so before.</summary>
    FormerName,
}

/// <summary>How one actor stands to another, as the report says.</summary>
public sealed record Relation
{
    /// <summary>The words that say so, UTF-16.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Index of the actor that the relation is told of.</summary>
    public required int Subject { get; init; }

    /// <summary>How it stands.</summary>
    public required RelationKind Predicate { get; init; }

    /// <summary>Index of the actor it stands to, or null.</summary>
#pragma warning disable CA1720 // the record's word, and logic's
    public int? Object { get; init; }
#pragma warning restore CA1720

    /// <summary>The office or role in the report's words: <c>special assistant for Latin America</c>; or null.</summary>
    public string? Role { get; init; }

    /// <summary>TIMEX3 value of when it holds, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Whether the report says that it holds no more: "former", "ousted", "then".</summary>
    public bool HasEnded { get; init; }

    /// <summary>Index of the innermost statement whose content says so, or null.</summary>
    public int? Within { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public required double Confidence { get; init; }
}
