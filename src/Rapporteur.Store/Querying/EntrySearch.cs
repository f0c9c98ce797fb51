// SPDX-License-Identifier: Apache-2.0

using Dapper;

namespace Rapporteur.Store.Querying;

/// <summary>A question about entries of one kind, answered newest first without sorting the whole record.</summary>
/// <remarks>
/// Where a condition leaves few entries, those are taken and sorted; else the reports are gone through by date and their
/// entries tested, which ends as soon as a page is full.
/// </remarks>
/// <param name="table">The entries' table.</param>
internal sealed class EntrySearch(string table)
{
    /// <summary>Entries that can be sorted in no time.</summary>
    private const int Few = 20_000;

    private readonly List<Condition> conditions = [];

    public DynamicParameters Values { get; } = new();

    /// <summary>Adds a test of one entry and its report.</summary>
    public void Test(bool asked, string test, string name, object? value)
    {
        if (!asked) return;
        conditions.Add(new(test, null));
        Values.Add(name, value);
    }

    /// <summary>Adds a query that gives the keys of all entries that pass, by an index; it may be what the answer is found by.</summary>
    /// <param name="asked">Whether it is asked for.</param>
    /// <param name="keys">The query, of one column named <c>key</c>.</param>
    /// <param name="test">The same as a test of one entry; null to look the entry up among the keys.</param>
    /// <param name="name">Name of the value.</param>
    /// <param name="value">The value.</param>
    public void Narrow(bool asked, string keys, string? test, string name, object? value)
    {
        if (!asked) return;
        conditions.Add(new(test ?? $"+{table}.key IN ({keys})", keys));         // the sign keeps the keys from being gone through for each report
        Values.Add(name, value);
    }

    /// <summary>Adds the conditions on reports.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="outlets">The outlets that the filter means.</param>
    public void Reports(ReportFilter filter, IReadOnlyList<string> outlets)
    {
        string keys = table == "report" ? "SELECT key FROM report" : $"SELECT {table}.key AS key FROM report CROSS JOIN {table} ON {table}.report = report.key";
        Narrow(filter.Outlet is not null, keys + " WHERE report.outlet COLLATE NOCASE IN @outlets", "+report.outlet IN @outlets", "outlets", outlets);
        Test(filter.Since is not null, "report.published >= @since", "since", filter.Since);
        Test(filter.Until is not null, "report.published < @until", "until", filter.Until + "~");
    }

    /// <summary>The tables and conditions of the answer.</summary>
    /// <param name="count">Counts the rows of a query.</param>
    /// <param name="joins">Further tables.</param>
    /// <param name="after">Where the page begins.</param>
    public string From(Func<string, DynamicParameters, long> count, string joins = "", PagePlace? after = null)
    {
        Condition? best = null;
        long fewest = Few + 1;
        foreach (Condition condition in conditions)
        {
            if (condition.Keys is null) continue;
            long found = count($"SELECT count(*) FROM (SELECT 1 FROM ({condition.Keys}) LIMIT {Few + 1})", Values);
            if (found < fewest) (best, fewest) = (condition, found);
        }

        List<string> tests = [.. conditions.Where(c => c != best).Select(static c => c.Test)];
        if (after is { } place)
        {
            tests.Add(place.Published is null
                ? $"report.published IS NULL AND (report.key < @afterReport OR (report.key = @afterReport AND {table}.key > @afterEntry))"
                : $"(report.published IS NULL OR report.published < @afterDate OR (report.published = @afterDate AND (report.key < @afterReport OR (report.key = @afterReport AND {table}.key > @afterEntry))))");
            Values.Add("afterDate", place.Published);
            Values.Add("afterReport", place.Report);
            Values.Add("afterEntry", place.Entry);
        }

        string entries = table == "report" ? "" : $"CROSS JOIN {table} ON {table}.report = report.key";
        string tables = best is null ? $"report {entries}"
            : table == "report" ? $"(SELECT DISTINCT key FROM ({best.Keys})) AS found CROSS JOIN report ON report.key = found.key"
            : $"(SELECT DISTINCT key FROM ({best.Keys})) AS found CROSS JOIN {table} ON {table}.key = found.key CROSS JOIN report ON report.key = {table}.report";
        return $"FROM {tables} {joins} {(tests.Count == 0 ? "" : "WHERE " + string.Join(" AND ", tests))}";
    }

    /// <summary>Newest reports first, within a report in order of the text.</summary>
    public string Order => $"ORDER BY report.published DESC, report.key DESC, {table}.key";

    private sealed record Condition(string Test, string? Keys);
}
