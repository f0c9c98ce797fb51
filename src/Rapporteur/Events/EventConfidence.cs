// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>How sure events are, by how they were found.</summary>
/// <remarks>
/// Counted on 1,200 sentences that people coded (docs/accuracy.md tells which): how many events of a kind have the type of the
/// sentence's event. Each sentence has one, so that a second event that is right counts as wrong: the numbers are a floor.
/// </remarks>
internal static class EventConfidence
{
    /// <summary>"agreed to withdraw".</summary>
    public const double Governed = 0.82;

    /// <summary>The same, where what was agreed tells nothing known and nobody is named.</summary>
    public const double GovernedUnknown = 0.7;

    /// <summary>"said that the army must leave".</summary>
    public const double Obliged = 0.72;

    /// <summary>A statement whose cue tells the act.</summary>
    public const double OfStatement = 0.4;

    /// <summary>At a verb; at a participle in passing, "the editor arrested in May", only with whoever did it.</summary>
    public static double OfVerb(FoundEvent found, bool inPassing)
        => found.Actors.Count > 0 ? found.Recipients.Count > 0 ? 0.72 : 0.56 : IsSomebody(found) && !inPassing ? 0.42 : 0.31;

    /// <summary>At a noun.</summary>
    public static double OfNoun(FoundEvent found, bool both, bool governed)
        => both ? 0.67 : IsSomebody(found) && !governed ? 0.42 : 0.3;

    /// <summary>Whether it was done to somebody whom the report names, with a country.</summary>
    private static bool IsSomebody(FoundEvent found) => found.Recipients.Exists(static (EventParty r) => r is { Actor: not null, Country: not null });
}
