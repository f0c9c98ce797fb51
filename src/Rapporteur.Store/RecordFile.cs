// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Store;

/// <summary>One record on disk: a SQLite database in WAL mode.</summary>
/// <remarks>Opening checks that the file is a record and of a version that this program knows, and brings an older one up to date.</remarks>
public sealed class RecordFile
{
    /// <summary>Number of migrations: the version of a record.</summary>
    private static readonly int SchemaVersion = Assembly.GetExecutingAssembly().GetManifestResourceNames().Count(static name => name.EndsWith(".sql", StringComparison.Ordinal));

    /// <summary>"Rpp1" in SQLite's application id, so that another program's database is not taken for a record.</summary>
    private const int ApplicationId = 0x52707031;

    /// <summary>How long to wait for another process that writes.</summary>
    private const int BusySeconds = 5;

    private RecordFile(string path) => Path = path;

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>Opens a record; makes it if there is none.</summary>
    /// <exception cref="RecordException">The file is no record, is newer than this program, damaged, locked, or can't be made.</exception>
    public static RecordFile OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Open(path, create: true);
    }

    /// <summary>Opens a record for asking.</summary>
    /// <exception cref="RecordException">There is none, or it is no record, newer than this program, damaged or locked.</exception>
    public static RecordFile OpenExisting(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new RecordException($"There is no record {path} yet. Make one with: rapporteur read PATH");
        return Open(path, create: false);
    }

    /// <summary>A new connection.</summary>
    /// <param name="mapped">Bytes of the file that are mapped into memory.</param>
    /// <exception cref="RecordException">The file can't be opened.</exception>
    internal SqliteConnection Connect(long mapped = 0)
    {
        var connection = new SqliteConnection(ConnectionString(Path, SqliteOpenMode.ReadWrite));
        try
        {
            connection.Open();
            Execute(connection, FormattableString.Invariant($"PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = {mapped};"));
            return connection;
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw RecordException.From(Path, problem);
        }
    }

    /// <summary>Runs something against SQLite, and says what its errors mean for the record.</summary>
    internal T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException problem)
        {
            throw RecordException.From(Path, problem);
        }
    }

    private static RecordFile Open(string path, bool create)
    {
        var file = new RecordFile(path);
        return file.Guard(() =>
        {
            using var connection = new SqliteConnection(ConnectionString(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite));
            connection.Open();
            long version = Number(connection, "PRAGMA user_version");
            long application = Number(connection, "PRAGMA application_id");
            bool isEmpty = Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
            if (!isEmpty && application != ApplicationId)
                throw new RecordException($"{path} is a database of another program, not a record of Rapporteur; name another file with --record FILE.");
            if (version > SchemaVersion)
                throw new RecordException($"{path} was made by a newer version of Rapporteur (record version {version}; this program knows {SchemaVersion}). Update the program, or use another record.");
            if (version < SchemaVersion) Migrate(path, connection);
            return file;
        });
    }

    private static void Migrate(string path, SqliteConnection connection)
    {
        Execute(connection, $"PRAGMA journal_mode = WAL; PRAGMA application_id = {ApplicationId};");
        DatabaseUpgradeResult result = DeployChanges.To.SqliteDatabase(ConnectionString(path, SqliteOpenMode.ReadWrite))
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error is SqliteException problem
                ? RecordException.From(path, problem)
                : new RecordException($"{path} can't be brought up to date: {result.Error?.Message}", result.Error);
        }

        Execute(connection, $"PRAGMA user_version = {SchemaVersion};");
    }

    private static string ConnectionString(string path, SqliteOpenMode mode)
        => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds }.ToString();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
