// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Store.Querying;

/// <summary>Which actors to list. What is null asks nothing; capitals do not matter.</summary>
public sealed record ActorFilter : ReportFilter
{
    /// <summary>Any of its names or short descriptions in the reports, all of it; accents do not matter.</summary>
    public string? Name { get; init; }

    /// <summary>Kind, as the record names it: <c>person</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Country: <c>FRA</c>.</summary>
    public string? Country { get; init; }

    /// <summary>Sector: <c>GOV</c>.</summary>
    public string? Sector { get; init; }
}

/// <summary>An actor across reports: all of one name, kind, country and sector.</summary>
public sealed record ActorRow
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Country, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Sector, or null.</summary>
    public string? Sector { get; init; }

    /// <summary>Number of reports that mention it.</summary>
    public long Reports { get; init; }

    /// <summary>Number of statements of which it is the source.</summary>
    public long Statements { get; init; }
}
