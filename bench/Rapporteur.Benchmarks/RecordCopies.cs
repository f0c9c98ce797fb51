// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Benchmarks;

/// <summary>Makes a record larger: adds copies of its reports with all their entries, under other ids and dates.</summary>
internal static class RecordCopies
{
    /// <summary>Copies of each report.</summary>
    public const int Each = 3;

    /// <summary>The tables that are copied, in order, and how their rows hang on a report.</summary>
    private static readonly (string Table, string Where)[] Tables =
    [
        ("report", "key <= @last"), ("actor", "report <= @last"), ("alias", "actor IN (SELECT key FROM actor WHERE report <= @last)"), ("passage", "report <= @last"), ("statement", "report <= @last"),
        ("about", "statement IN (SELECT key FROM statement WHERE report <= @last)"), ("place", "report <= @last"), ("event", "report <= @last"), ("party", "event IN (SELECT key FROM event WHERE report <= @last)"),
        ("figure", "report <= @last"), ("relation", "report <= @last"), ("provenance", "report <= @last"), ("appearance", "report <= @last"),
    ];

    /// <summary>Columns that hold keys of another table.</summary>
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["report"] = "report", ["actor"] = "actor", ["statement"] = "statement", ["place"] = "place", ["event"] = "event", ["subject"] = "actor", ["object"] = "actor",
    };

    public static void Add(string path)
    {
        using var connection = new SqliteConnection("Data Source=" + path);
        connection.Open();
        connection.Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000");
        long last = connection.ExecuteScalar<long>("SELECT max(key) FROM report");
        Dictionary<string, long> size = Tables.Where(t => Columns(connection, t.Table).Contains("key"))
            .ToDictionary(static t => t.Table, t => connection.ExecuteScalar<long>($"SELECT coalesce(max(key), 0) FROM {t.Table}"), StringComparer.Ordinal);
        for (int copy = 1; copy <= Each; copy++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            foreach ((string table, string where) in Tables)
            {
                List<string> columns = [.. Columns(connection, table)];
                string values = string.Join(", ", columns.Select(column => Value(table, column, copy, size)));
                connection.Execute($"INSERT INTO {table} ({string.Join(", ", columns.Select(static c => $"\"{c}\""))}) SELECT {values} FROM {table} WHERE {where}", new { last }, transaction);
            }

            transaction.Commit();
        }
    }

    private static IEnumerable<string> Columns(SqliteConnection connection, string table) => connection.Query<string>($"SELECT name FROM pragma_table_info('{table}')");

    private static string Value(string table, string column, int copy, Dictionary<string, long> size) => (table, column) switch
    {
        ("report", "id") => "lower(hex(randomblob(32)))",
        ("report", "published") => string.Create(CultureInfo.InvariantCulture, $"date(published, '+{copy * 97} days')"),
        (_, "input") => $"'copy{copy}/' || input",
        (_, "key") => string.Create(CultureInfo.InvariantCulture, $"key + {copy * size[table]}"),
        ("provenance", "statement") => "statement",                 // an id within the report
        _ when Keys.TryGetValue(column, out string? other) && size.TryGetValue(other, out long by) => string.Create(CultureInfo.InvariantCulture, $"\"{column}\" + {copy * by}"),
        _ => $"\"{column}\"",
    };
}
