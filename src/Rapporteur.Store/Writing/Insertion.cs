// SPDX-License-Identifier: Apache-2.0

using Microsoft.Data.Sqlite;

namespace Rapporteur.Store.Writing;

/// <summary>An INSERT that is prepared once and run for every row.</summary>
internal sealed class Insertion : IDisposable
{
    private readonly SqliteCommand command;

    /// <summary>Prepares the command; the first of the columns takes the first of the values.</summary>
    public Insertion(SqliteConnection connection, string table, params string[] columns)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this folder.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(static c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(static c => "$" + c))})";
#pragma warning restore CA2100
        foreach (string column in columns) command.Parameters.Add(new SqliteParameter("$" + column, null));
    }

    /// <summary>Takes part in a transaction from now on.</summary>
    public void Enlist(SqliteTransaction transaction) => command.Transaction = transaction;

    /// <summary>Inserts a row.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    /// <summary>Inserts a row, and gives its key.</summary>
    public long RunForKey(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(command.Connection!.Handle);
    }

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();
}
