// SPDX-License-Identifier: Apache-2.0

using Microsoft.Data.Sqlite;
using Rapporteur.Records;
using Rapporteur.Store;
using Rapporteur.Store.Querying;
using Rapporteur.Store.Writing;

namespace Rapporteur.Tests.Store;

public sealed class RecordFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_that_is_not_there_is_named_with_what_to_do()
        => Assert.Equal(
            $"There is no record {folder.Path("none.db")} yet. Make one with: rapporteur read PATH",
            Assert.Throws<RecordException>(() => RecordFile.OpenExisting(folder.Path("none.db"))).Message);

    [Fact]
    public void A_file_that_is_no_database_is_named_as_such()
    {
        string path = folder.Write("text.db", new string('x', 4096));
        Assert.Contains("is not a record of Rapporteur, or is damaged", Assert.Throws<RecordException>(() => RecordFile.OpenOrCreate(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        string path = folder.Path("other.db");
        Execute(path, "CREATE TABLE theirs (x)");
        Assert.Contains("database of another program", Assert.Throws<RecordException>(() => RecordFile.OpenOrCreate(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_newer_version_is_refused()
    {
        string path = folder.Path("new.db");
        RecordFile.OpenOrCreate(path);
        Execute(path, "PRAGMA user_version = 99");
        Assert.Contains("newer version of Rapporteur (record version 99", Assert.Throws<RecordException>(() => RecordFile.OpenOrCreate(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_record_is_named_as_such()
    {
        string path = folder.Path("bad.db");
        using (var writer = new ReportWriter(RecordFile.OpenOrCreate(path), "", TimeProvider.System))
        {
            for (int i = 0; i < 300; i++) writer.Write(PreparedReport.From(new RapporteurReader().Read($"“No,” he said. {i}", new ReadOptions { InputName = $"{i}" })));
            writer.Complete();
        }

        byte[] bytes = File.ReadAllBytes(path);
        new Random(1).NextBytes(bytes.AsSpan(8192, bytes.Length - 16384));
        File.WriteAllBytes(path, bytes);
        Assert.Contains("damaged", Assert.Throws<RecordException>(() =>
        {
            using var queries = new RecordQueries(RecordFile.OpenExisting(path));
            queries.Statements(new StatementFilter { About = "no" });
            queries.Reports(new ReportFilter());
        }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_locked_by_another_process_is_named_as_such()
    {
        string path = folder.Path("locked.db");
        RecordFile file = RecordFile.OpenOrCreate(path);
        using var other = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
        other.Open();
        using SqliteTransaction hold = other.BeginTransaction(deferred: false);
        Assert.Contains("is locked by another process", Assert.Throws<RecordException>(() => new ReportWriter(file, "", TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_says_so()
        => Assert.Contains("can't be opened", Assert.Throws<RecordException>(() => RecordFile.OpenOrCreate(folder.Path("no/such/record.db"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_record_without_actors_is_migrated_whole_and_reading_again_fills_them()
    {
        string path = folder.Path("old.db");
        Report report = new RapporteurReader().Read("“The budget will hold,” Emmanuel Macron said.", new ReadOptions { InputName = "m", Published = "2022-02-25" });
        Write(WriteOutcome.Added);
        Execute(path, """
            DROP INDEX statement_actor; ALTER TABLE statement DROP COLUMN actor; ALTER TABLE report DROP COLUMN layout;
            DROP TABLE figureText; DROP TABLE provenance; DROP TABLE relation; DROP TABLE figure; DROP TABLE party; DROP TABLE event; DROP TABLE place; DROP TABLE about;
            DROP TABLE alias; DROP TABLE actor; DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0002%'; PRAGMA user_version = 1
            """);
        Assert.Equal((1, 0, 0), Counts());
        Write(WriteOutcome.Replaced);
        Assert.Equal((1, 1, 0), Counts());
        Write(WriteOutcome.Unchanged);

        void Write(WriteOutcome expected)
        {
            using var writer = new ReportWriter(RecordFile.OpenOrCreate(path), "", TimeProvider.System);
            Assert.Equal(expected, writer.Write(PreparedReport.From(report)));
            writer.Complete();
        }

        (int All, int French, int Unnamed) Counts()
        {
            using var queries = new RecordQueries(RecordFile.OpenExisting(path));
            return (queries.Statements(new()).Count, queries.Statements(new() { Country = "FRA" }).Count, queries.Statements(new() { OnlyUnnamed = true }).Count);
        }
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
