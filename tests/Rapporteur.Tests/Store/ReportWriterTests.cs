// SPDX-License-Identifier: Apache-2.0

using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store;
using Rapporteur.Store.Querying;
using Rapporteur.Store.Writing;

namespace Rapporteur.Tests.Store;

public sealed class ReportWriterTests : IDisposable
{
    private static readonly RapporteurReader Reader = new();

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reading_the_same_again_changes_nothing()
    {
        RecordFile file = NewRecord();
        PreparedReport report = Prepare("“We will not sign,” the minister said.", "a.txt");
        Assert.Equal([WriteOutcome.Added], Write(file, report));
        string before = Dump(file);
        Assert.Equal([WriteOutcome.Unchanged], Write(file, report));
        Assert.Equal(before, Dump(file));
    }

    [Fact]
    public void The_same_text_from_another_place_is_one_report_that_appears_twice()
    {
        RecordFile file = NewRecord();
        Assert.Equal([WriteOutcome.Added, WriteOutcome.Appeared], Write(file, Prepare("“No,” he said.", "a.txt"), Prepare("“No,” he said.", "b.txt")));
        using var queries = new RecordQueries(file);
        Assert.Equal(2, Assert.Single(queries.Reports(new ReportFilter())).Appearances);
        Assert.Single(queries.Statements(new StatementFilter()));
    }

    [Fact]
    public void Other_options_for_the_same_place_replace_the_report()
    {
        RecordFile file = NewRecord();
        Assert.Equal(
            [WriteOutcome.Added, WriteOutcome.Replaced],
            Write(file, Prepare("“No,” he said.", "a.txt"), Prepare("“No,” he said.", "a.txt", published: "2024-05-02")));
        using var queries = new RecordQueries(file);
        Assert.Equal("2024-05-02", Assert.Single(queries.Reports(new ReportFilter())).Published);
        Assert.Single(queries.Statements(new StatementFilter()));
    }

    [Fact]
    public void Entries_of_another_version_are_replaced_as_a_whole()
    {
        RecordFile file = NewRecord();
        PreparedReport report = Prepare("“No,” he said. “Yes,” she said.", "a.txt");
        Write(file, report);
        using (SqliteConnection connection = file.Connect())
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE report SET version = '0.0.1'; UPDATE statement SET source = 'old' WHERE id = 's1'; DELETE FROM statement WHERE id = 's2';";
            command.ExecuteNonQuery();
        }

        Assert.Equal([WriteOutcome.Replaced], Write(file, report));
        using var queries = new RecordQueries(file);
        Assert.Equal(["he", "she"], queries.Statements(new StatementFilter()).Select(s => s.Source));
    }

    [Fact]
    public void What_was_not_committed_is_not_there()
    {
        RecordFile file = NewRecord();
        using (var writer = new ReportWriter(file, "", TimeProvider.System)) writer.Write(Prepare("“No,” he said.", "a.txt"));
        using var queries = new RecordQueries(file);
        Assert.Equal(0, queries.Totals().Reports);
    }

    [Fact]
    public void Known_reports_are_told_by_text_place_options_and_version()
    {
        RecordFile file = NewRecord();
        Write(file, Prepare("“No,” he said.", "a.txt"));
        using var known = new KnownReports(file);
        Document Of(string text, string name, string? published = null)
            => new(text, new ReadOptions { InputName = name, Published = published }, new InputReference(name, 0, null));
        Assert.True(known.Contains(Of("“No,” he said.", "a.txt")));
        Assert.False(known.Contains(Of("“No,” she said.", "a.txt")));
        Assert.False(known.Contains(Of("“No,” he said.", "b.txt")));
        Assert.False(known.Contains(Of("“No,” he said.", "a.txt", "2024-05-02")));
    }

    [Fact]
    public void Any_order_of_writing_keeps_one_report_a_text_and_every_place()
        => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 25].Sample(
            writes =>
            {
                using var own = new TestFolder();
                RecordFile file = RecordFile.OpenOrCreate(own.Path("r.db"));
                Write(file, [.. writes.Select(w => Prepare($"“No {w.Item1},” he said.", $"{w.Item2}.txt"))]);
                using var queries = new RecordQueries(file);
                Assert.Equal(writes.Select(w => w.Item1).Distinct().Count(), queries.Totals().Reports);
                Assert.Equal(queries.Totals().Reports, queries.Totals().Statements);
                Assert.Equal(writes.Distinct().Count(), queries.Reports(new ReportFilter()).Sum(r => r.Appearances));
                Assert.Equal(queries.Totals().Reports, queries.Statements(new StatementFilter { About = "no" }).Count);
            },
            iter: 20, threads: 1);

    [Fact]
    public void Export_gives_what_extract_writes()
    {
        RecordFile file = NewRecord();
        Report report = Reader.Read("“Nein 🎉,” sagte sie — she said no.", new ReadOptions { InputName = "a.txt" });
        Write(file, PreparedReport.From(report));
        using var queries = new RecordQueries(file);
        Assert.Equal(Encoding.UTF8.GetString(report.ToJson()), Encoding.UTF8.GetString(Assert.Single(queries.Export())));
    }

    internal static string Dump(RecordFile file)
    {
        using SqliteConnection connection = file.Connect();
        var dump = new StringBuilder();
        foreach (string sql in new[]
        {
            "SELECT id, title, outlet, author, firstPublishedBy, published, anchorDate, url, language, input, inputIndex, words, options, version, hex(record) FROM report ORDER BY id",
            "SELECT id, a.input, a.inputIndex, optionsId FROM appearance a JOIN report r ON r.key = a.report ORDER BY 1, 2, 3",
            "SELECT id, \"start\", \"end\", kind, p.language, unread, text FROM passage p JOIN report r ON r.key = p.report ORDER BY 1, 2",
            "SELECT r.id, s.id, source, cue, cueLemma, content, quotation, act, negated, within, confidence FROM statement s JOIN report r ON r.key = s.report ORDER BY 1, s.key",
            "SELECT count(*) FROM passageText", "SELECT count(*) FROM statementText",
        })
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (int i = 0; i < rows.FieldCount; i++) dump.Append(rows.GetValue(i)).Append('|');
                dump.Append('\n');
            }
        }

        return dump.ToString();
    }

    private static PreparedReport Prepare(string text, string name, string? published = null)
        => PreparedReport.From(Reader.Read(text, new ReadOptions { InputName = name, Published = published }));

    private static WriteOutcome[] Write(RecordFile file, params PreparedReport[] reports)
    {
        using var writer = new ReportWriter(file, "test", TimeProvider.System);
        WriteOutcome[] outcomes = [.. reports.Select(writer.Write)];
        writer.Complete();
        return outcomes;
    }

    private RecordFile NewRecord() => RecordFile.OpenOrCreate(folder.Path("record.db"));
}
