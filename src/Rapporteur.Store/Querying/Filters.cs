// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Store.Querying;

/// <summary>Which reports to list. What is null asks nothing.</summary>
public record ReportFilter
{
    /// <summary>Words of the outlet's name; capitals and accents do not matter.</summary>
    public string? Outlet { get; init; }

    /// <summary>First date of publication: <c>2022</c>, <c>2022-02</c> or <c>2022-02-25</c>.</summary>
    public string? Since { get; init; }

    /// <summary>Last date of publication, all of the year, month or day that it names.</summary>
    public string? Until { get; init; }

    /// <summary>At most so many rows; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Another question about the same reports, for as many rows.</summary>
    internal T About<T>(T other)
        where T : ReportFilter
        => (T)(other with { Outlet = Outlet, Since = Since, Until = Until, Limit = Limit });
}

/// <summary>Which statements to list. What is null asks nothing.</summary>
public sealed record StatementFilter : ReportFilter
{
    /// <summary>The least confidence of statements that are shown unless another is asked for (docs/accuracy.md tells why this one).</summary>
    public const double UsualConfidence = 0.4;

    /// <summary>Words of the source; <c>"two words"</c> for a phrase, <c>lithi*</c> for a beginning.</summary>
    public string? Source { get; init; }

    /// <summary>Words of the content, in the same way.</summary>
    public string? About { get; init; }

    /// <summary>A name, all of it, of the actor whom the source names.</summary>
    public string? SourceActor { get; init; }

    /// <summary>A name, all of it, of an actor whom the content mentions.</summary>
    public string? AboutActor { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Acts, as the record names them: <c>accuse</c>; empty for all.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary><c>direct</c>, <c>indirect</c> or <c>mixed</c>.</summary>
    public string? Quotation { get; init; }

    /// <summary>Only statements that are told inside another one.</summary>
    public bool OnlyWithin { get; init; }

    /// <summary>Only statements without a source, or whose source is no actor that the report names; of a report read before actors were kept, those without a source.</summary>
    public bool OnlyUnnamed { get; init; }

    /// <summary>Country of the source's actor: <c>FRA</c>; capitals do not matter.</summary>
    public string? Country { get; init; }

    /// <summary>Sector of the source's actor: <c>GOV</c>; capitals do not matter.</summary>
    public string? Sector { get; init; }
}
