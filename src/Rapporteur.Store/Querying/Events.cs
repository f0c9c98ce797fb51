// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Store.Querying;

/// <summary>Which events to list. What is null or empty asks nothing; capitals do not matter.</summary>
/// <remarks><see cref="ReportFilter.Since"/> and <see cref="ReportFilter.Until"/> are dates of publication unless <see cref="ByEvent"/> is set.</remarks>
public sealed record EventFilter : ReportFilter
{
    /// <summary>PLOVER types: <c>SANCTION</c>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>PLOVER modes: <c>expel</c>.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Who did it: a country's code, or a name.</summary>
    public string? Actor { get; init; }

    /// <summary>To whom: a country's code, or a name.</summary>
    public string? Recipient { get; init; }

    /// <summary>Who took part, on either side: a country's code, or a name.</summary>
    public string? Party { get; init; }

    /// <summary>Whether they are told as facts: <c>asserted</c>, <c>planned</c>.</summary>
    public IReadOnlyList<string> Realities { get; init; } = [];

    /// <summary>Only what the reports tell on their own word.</summary>
    public bool OnlyReported { get; init; }

    /// <summary>Leaves out what is told as background from an earlier time.</summary>
    public bool WithoutHistory { get; init; }

    /// <summary>Whether since and until are dates of the event.</summary>
    public bool ByEvent { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }
}

/// <summary>An event with where it is told, as lists show it.</summary>
public sealed record EventRow : EntryRow
{
    /// <summary>Where its trigger begins, in Unicode code points of the report's text.</summary>
    public long Start { get; init; }

    /// <summary>Title of the report, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the report, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it happened, as exactly as the text tells, else the report's date; or null.</summary>
    public string? Day { get; init; }

    /// <summary>TIMEX3 value that the text gives, or null.</summary>
    public string? Time { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, parted by spaces.</summary>
    public required string Contexts { get; init; }

    /// <summary>The words that tell it.</summary>
    public required string Trigger { get; init; }

    /// <summary>In how many places the report tells it.</summary>
    public long Mentions { get; init; }

    /// <summary>Who did it, parted by semicolons; or null.</summary>
    public string? Actors { get; init; }

    /// <summary>Their countries, parted by semicolons, empty where unknown; or null.</summary>
    public string? ActorCountries { get; init; }

    /// <summary>Their sectors, in the same way.</summary>
    public string? ActorSectors { get; init; }

    /// <summary>To whom, parted by semicolons; or null.</summary>
    public string? Recipients { get; init; }

    /// <summary>Their countries, in the same way.</summary>
    public string? RecipientCountries { get; init; }

    /// <summary>Their sectors, in the same way.</summary>
    public string? RecipientSectors { get; init; }

    /// <summary>Where it happened, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What the place is, or null.</summary>
    public string? PlaceFeature { get; init; }

    /// <summary>Country of the place, or null.</summary>
    public string? PlaceCountry { get; init; }

    /// <summary>Degrees north of the place, or null.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of the place, or null.</summary>
    public double? Longitude { get; init; }

    /// <summary>Number of the place in GeoNames, or null.</summary>
    public long? GeoNames { get; init; }

    /// <summary>Whether it is told as a fact.</summary>
    public required string Reality { get; init; }

    /// <summary>1 if told as background from an earlier time, else 0.</summary>
    public long Historical { get; init; }

    /// <summary>Id of the statement that tells it; null where the report does on its own word.</summary>
    public string? Within { get; init; }

    /// <summary>Whose word it is: the statement's source, else the outlet; null where neither is known.</summary>
    public string? ToldBy { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public double Confidence { get; init; }
}
