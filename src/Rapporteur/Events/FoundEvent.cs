// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>An event on its way into the record.</summary>
internal sealed class FoundEvent
{
    public required EventType Type { get; set; }

    public string? Mode { get; set; }

    /// <summary>The token that tells it.</summary>
    public required int Token { get; init; }

    /// <summary>What found it, for the trace and for confidence: <c>verb:impose {sanction}</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Further tokens of the sentence that tell it.</summary>
    public List<int> Retold { get; } = [];

    public List<EventParty> Actors { get; } = [];

    public List<EventParty> Recipients { get; } = [];

    public EventReality Reality { get; set; }

    public double Confidence { get; set; }
}
