// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Store.Querying;

/// <summary>Which figures to list. What is null asks nothing.</summary>
public sealed record FigureFilter : ReportFilter
{
    /// <summary>Words of what is counted; <c>"two words"</c> for a phrase, <c>death*</c> for a beginning.</summary>
    public string? Of { get; init; }

    /// <summary>Words of the sentence, in the same way.</summary>
    public string? About { get; init; }

    /// <summary>Unit, as the record names it: <c>percent</c>.</summary>
    public string? Unit { get; init; }
}

/// <summary>A figure with where it stands, as lists show it.</summary>
public sealed record FigureRow : EntryRow
{
    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary>The number; the lower one of a range.</summary>
    public double Value { get; init; }

    /// <summary>The upper end of a range, or null.</summary>
    public double? Upper { get; init; }

    /// <summary>What it is measured in.</summary>
    public required string Unit { get; init; }

    /// <summary>Currency, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>What is counted, or null.</summary>
    public string? Counted { get; init; }

    /// <summary>How it bounds what is counted.</summary>
    public required string Qualifier { get; init; }

    /// <summary>The day it holds for, or null.</summary>
    public string? AsOf { get; init; }

    /// <summary>Whose word it is: the statement's source, else the outlet; null where neither is known.</summary>
    public string? ToldBy { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Sentence { get; init; }
}

/// <summary>Which relations to list. What is null asks nothing; capitals do not matter.</summary>
public sealed record RelationFilter : ReportFilter
{
    /// <summary>A name of either side.</summary>
    public string? Actor { get; init; }

    /// <summary>Predicate, as the record names it: <c>holdsRole</c>.</summary>
    public string? Predicate { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }
}

/// <summary>A relation with where it stands, as lists show it.</summary>
public sealed record RelationRow : EntryRow
{
    /// <summary>Whom it is told of.</summary>
    public required string Subject { get; init; }

    /// <summary>How it stands.</summary>
    public required string Predicate { get; init; }

    /// <summary>To whom, or null.</summary>
#pragma warning disable CA1720 // the record's word, and logic's
    public string? Object { get; init; }
#pragma warning restore CA1720

    /// <summary>Office or role, or null.</summary>
    public string? Role { get; init; }

    /// <summary>When, a TIMEX3 value, or null.</summary>
    public string? Time { get; init; }

    /// <summary>1 if the report says that it holds no more, else 0.</summary>
    public long Ended { get; init; }

    /// <summary>Whose word it is: the statement's source, else the outlet; null where neither is known.</summary>
    public string? ToldBy { get; init; }

    /// <summary>The words that say so.</summary>
    public required string Words { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public double Confidence { get; init; }
}

/// <summary>Which places to list. What is null asks nothing; capitals do not matter.</summary>
public sealed record PlaceFilter : ReportFilter
{
    /// <summary>Country: <c>FRA</c>.</summary>
    public string? Country { get; init; }

    /// <summary>What it is: <c>city</c>.</summary>
    public string? Feature { get; init; }
}

/// <summary>A place across reports.</summary>
public sealed record PlaceRow
{
    /// <summary>The gazetteer's name.</summary>
    public required string Name { get; init; }

    /// <summary>Country, or null.</summary>
    public string? Country { get; init; }

    /// <summary>What it is.</summary>
    public required string Feature { get; init; }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>Number in GeoNames, or null.</summary>
    public long? GeoNames { get; init; }

    /// <summary>Number of reports that name it.</summary>
    public long Reports { get; init; }

    /// <summary>How often it is named.</summary>
    public long Mentions { get; init; }

    /// <summary>Number of events that happened there.</summary>
    public long Events { get; init; }
}

/// <summary>How words reached a page.</summary>
public sealed record ProvenanceRow
{
    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Outlet of the report, or null.</summary>
    public string? ReportOutlet { get; init; }

    /// <summary>Date of publication, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Name of the input.</summary>
    public required string Input { get; init; }

    /// <summary>How they came: <c>republishedFrom</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The outlet they came from, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Whom they came from, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>The address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Id of the statement that came this way, or null.</summary>
    public string? Statement { get; init; }

    /// <summary>The words that say so.</summary>
    public required string Words { get; init; }
}

/// <summary>All that the record has on an actor.</summary>
/// <param name="Actors">The actors that bear the name, each kind, country and sector apart, those who say most first.</param>
/// <param name="Aliases">What they are called, most often first.</param>
/// <param name="Relations">Offices, memberships and the like.</param>
/// <param name="By">Statements of which they are the source.</param>
/// <param name="About">Statements of others that mention them.</param>
/// <param name="Events">Events in which they take part.</param>
/// <param name="Reports">Reports that mention them.</param>
public sealed record ActorDossier(
    IReadOnlyList<ActorRow> Actors, IReadOnlyList<AliasRow> Aliases, IReadOnlyList<RelationRow> Relations, IReadOnlyList<StatementRow> By,
    IReadOnlyList<StatementRow> About, IReadOnlyList<EventRow> Events, IReadOnlyList<ReportRow> Reports);

/// <summary>What an actor is called.</summary>
public sealed record AliasRow
{
    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary><c>name</c> or <c>noun</c>.</summary>
    public required string Form { get; init; }

    /// <summary>How often; 0 for a lexicon's name that no report uses.</summary>
    public long Mentions { get; init; }
}
