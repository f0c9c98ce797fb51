// SPDX-License-Identifier: Apache-2.0

using Dapper;

namespace Rapporteur.Store.Querying;

/// <summary>The conditions of a query, and their values.</summary>
internal sealed class Conditions
{
    private readonly List<string> conditions = [];

    public DynamicParameters Values { get; } = new();

    public void Add(bool asked, string condition, string name, object? value)
    {
        if (!asked) return;
        conditions.Add(condition);
        Values.Add(name, value);
    }

    public void AddReport(ReportFilter filter)
    {
        Add(filter.Outlet is not null, "instr(fold(report.outlet), @outlet) > 0", "outlet", filter.Outlet is null ? null : Folding.Fold(filter.Outlet));
        AddDates("report.published", filter);
    }

    /// <summary>From the beginning of one date to the end of another.</summary>
    public void AddDates(string column, ReportFilter filter)
    {
        Add(filter.Since is not null, $"{column} >= @since", "since", filter.Since);
        Add(filter.Until is not null, $"substr({column}, 1, length(@until)) <= @until", "until", filter.Until);
    }

    /// <summary>Events with such a party: by its country's code, or by one of its names.</summary>
    public void AddParty(string name, string role, string? asked)
    {
        if (asked is null) return;
        Values.Add(name + "Folded", Folding.Fold(asked));
        Add(
            true,
            $"""
            event.key IN (SELECT event FROM party WHERE {role}(party.country = @{name} OR party.actor IN (SELECT actor FROM alias WHERE folded = @{name}Folded)))
            """,
            name, asked.Length == 3 ? asked.ToUpperInvariant() : asked);
    }

    public void AddMatch(string key, string table, string? typed, string column)
    {
        if (typed is null) return;
        string? query = FullTextQuery.From(typed, column);
        Add(true, query is null ? "@" + column + " IS NOT NULL AND 0" : $"{key} IN (SELECT rowid FROM {table} WHERE {table} MATCH @{column})", column, query ?? typed);
    }

    public override string ToString() => conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
}
