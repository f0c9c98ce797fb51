// SPDX-License-Identifier: Apache-2.0

using Dapper;

namespace Rapporteur.Store.Querying;

/// <summary>A question about entries of one kind, answered newest first without sorting the whole record.</summary>
/// <remarks>
/// A page of what is frequent is found among the newest. Else, where a condition leaves few entries, those are taken and sorted;
/// where none does, all are gone through by date and tested, which ends as soon as a page is full.
/// </remarks>
/// <param name="table">The entries' table.</param>
/// <param name="few">Entries that can be sorted in no time.</param>
/// <param name="ownDate">A date that the entries have themselves, and that tells which are the newest; null for their reports'.</param>
internal sealed class EntrySearch(string table, int few, string? ownDate = null)
{
    /// <summary>Going through a report, or an entry with a date of its own, takes as long as sorting so many entries.</summary>
    private const int Recent = 10;

    private readonly List<Condition> conditions = [];

    /// <summary>The entries' table.</summary>
    public string Table => table;

    public DynamicParameters Values { get; } = new();

    /// <summary>The date that tells which entries are the newest.</summary>
    public string Date => ownDate is null ? "report.published" : $"{table}.{ownDate}";

    /// <summary>Newest first, within a report in order of the text.</summary>
    public string Order => $"ORDER BY {Date} DESC, {Report} DESC, {table}.key";

    private string Report => ownDate is null ? "report.key" : $"{table}.report";

    /// <summary>Adds a test of one entry and its report.</summary>
    public void Test(bool asked, string test, string name, object? value)
    {
        if (!asked) return;
        conditions.Add(new(test, null));
        Values.Add(name, value);
    }

    /// <summary>Adds a query that gives the keys of all entries that pass, by an index; it may be what the answer is found by.</summary>
    /// <param name="asked">Whether it is asked for.</param>
    /// <param name="keys">The query, of one column named <c>key</c>; a key may come more than once.</param>
    /// <param name="test">The same as a test of one entry; null to look the entry up among the keys.</param>
    /// <param name="name">Name of the value.</param>
    /// <param name="value">The value.</param>
    public void Narrow(bool asked, string keys, string? test, string name, object? value)
    {
        if (!asked) return;
        // the sign keeps the keys from being gone through for each report
        conditions.Add(new(test ?? $"+{table}.key IN ({keys})", keys) { IsLookedUp = test is null });
        Values.Add(name, value);
    }

    /// <summary>Adds the conditions on reports.</summary>
    /// <param name="filter">The conditions.</param>
    /// <param name="outlets">The outlets that the filter means.</param>
    public void Reports(ReportFilter filter, IReadOnlyList<string> outlets)
    {
        string keys = table == "report" ? "SELECT key FROM report" : $"SELECT {table}.key AS key FROM report CROSS JOIN {table} ON {table}.report = report.key";
        Narrow(filter.Outlet is not null, keys + " WHERE report.outlet COLLATE NOCASE IN @outlets", "+report.outlet IN @outlets", "outlets", outlets);
        Test(filter.Since is not null, Date + " >= @since", "since", filter.Since);
        Test(filter.Until is not null, Date + " < @until", "until", filter.Until + "~");
    }

    /// <summary>The tables and conditions of the answer.</summary>
    /// <param name="count">Counts the rows of a query.</param>
    /// <param name="joins">Further tables.</param>
    /// <param name="after">Where the page begins.</param>
    public string From(Func<string, DynamicParameters, long> count, string joins = "", PagePlace? after = null)
    {
        Condition? best = null;
        long fewest = few + 1L;
        foreach (Condition condition in conditions)
        {
            if (condition.Keys is null) continue;
            long found = count($"SELECT count(*) FROM (SELECT 1 FROM ({condition.Keys}) LIMIT {few + 1})", Values);
            if (found < fewest) (best, fewest) = (condition, found);
        }

        return From(best, joins, after, null);
    }

    /// <summary>The tables and conditions of the newest of the answer; null where going through them would be no gain.</summary>
    /// <param name="date">Asks for a date.</param>
    /// <param name="joins">Further tables.</param>
    /// <param name="after">Where the page begins.</param>
    public string? FromNewest(Func<string, DynamicParameters, string?> date, string joins, PagePlace? after)
    {
        if (conditions.All(static c => c.Keys is null) || conditions.Any(static c => c.IsLookedUp) || after is { Date: null }) return null;
        string latest = after is not null ? $"WHERE {Date} <= @afterDate" : Values.ParameterNames.Contains("until") ? $"WHERE {Date} < @until" : "";
        if (after is not null) Values.Add("afterDate", after.Value.Date);
        if (date($"SELECT {Date} FROM {(ownDate is null ? "report" : table)} {latest} ORDER BY 1 DESC LIMIT 1 OFFSET {few / Recent}", Values) is not { } earliest) return null;
        Values.Add("earliest", earliest);
        return From(null, joins, after, Date + " >= @earliest");
    }

    private string From(Condition? best, string joins, PagePlace? after, string? within)
    {
        List<string> tests = [.. conditions.Where(c => c != best).Select(static c => c.Test)];
        if (within is not null) tests.Add(within);
        if (after is { } place)
        {
            string later = $"({Report} < @afterReport OR ({Report} = @afterReport AND {table}.key > @afterEntry))";
            tests.Add(place.Date is null ? $"{Date} IS NULL AND {later}" : $"({Date} IS NULL OR {Date} < @afterDate OR ({Date} = @afterDate AND {later}))");
            Values.Add("afterDate", place.Date);
            Values.Add("afterReport", place.Report);
            Values.Add("afterEntry", place.Entry);
        }

        string tables = best is null
            ? table == "report" ? table : ownDate is null ? $"report CROSS JOIN {table} ON {table}.report = report.key" : $"{table} CROSS JOIN report ON report.key = {table}.report"
            : table == "report" ? $"(SELECT DISTINCT key FROM ({best.Keys})) AS found CROSS JOIN report ON report.key = found.key"
            : $"(SELECT DISTINCT key FROM ({best.Keys})) AS found CROSS JOIN {table} ON {table}.key = found.key CROSS JOIN report ON report.key = {table}.report";
        return $"FROM {tables} {joins} {(tests.Count == 0 ? "" : "WHERE " + string.Join(" AND ", tests))}";
    }

    private sealed record Condition(string Test, string? Keys)
    {
        /// <summary>Whether the test looks an entry up among all keys, which are listed for it.</summary>
        public bool IsLookedUp { get; init; }
    }
}
