// SPDX-License-Identifier: Apache-2.0

using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Store.Writing;

/// <summary>The rows of a report: the SQL of the writer, with its commands prepared once.</summary>
internal sealed class ReportRows : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Insertion addPassage;
    private readonly EntryRows entries;
    private SqliteTransaction? transaction;

    public ReportRows(SqliteConnection connection)
    {
        this.connection = connection;
        addPassage = new(connection, "passage", "report", "start", "end", "kind", "language", "unread", "text");
        entries = new(connection);
    }

    public void Enlist(SqliteTransaction current)
    {
        transaction = current;
        addPassage.Enlist(current);
        entries.Enlist(current);
    }

    public long BeginRun(string started, string options) => connection.ExecuteScalar<long>(
        """
        INSERT INTO run (started, options, program, format, models, lexicons)
        VALUES (@started, @options, @Program, @Format, @Models, @Lexicons) RETURNING key
        """,
        new { started, options, ReaderVersion.Program, ReaderVersion.Format, ReaderVersion.Models, ReaderVersion.Lexicons });

    public int CountRun(long run, long added, long replaced, long unchanged, long failed) => connection.Execute(
        "UPDATE run SET added = @added, replaced = @replaced, unchanged = @unchanged, failed = @failed WHERE key = @run",
        new { run, added, replaced, unchanged, failed }, transaction?.Connection is null ? null : transaction);

    public int EndRun(long run, string finished)
        => connection.Execute("UPDATE run SET finished = @finished WHERE key = @run", new { run, finished });

    public int AddFailure(long run, string input, string? place, string reason) => connection.Execute(
        "INSERT INTO failure (run, input, place, reason) VALUES (@run, @input, @place, @reason)", new { run, input, place, reason }, transaction);

    public (long Key, string Version, string Input, long Index)? Find(string id) => connection.QueryFirstOrDefault<(long, string, string, long)?>(
        "SELECT key, iif(layout >= @Layout, version, ''), input, inputIndex FROM report WHERE id = @id", new { id, EntryRows.Layout }, transaction);

    public string? OptionsOf(long report, InputReference input) => connection.QueryFirstOrDefault<string>(
        "SELECT optionsId FROM appearance WHERE report = @report AND input = @Name AND inputIndex = @Index",
        new { report, input.Name, input.Index }, transaction);

    public long AddReport(PreparedReport prepared, string version) => connection.ExecuteScalar<long>(
        """
        INSERT INTO report (id, title, outlet, author, firstPublishedBy, published, anchorDate, url, language, input, inputIndex, words, options, version, record, layout)
        VALUES (@Id, @Title, @Outlet, @Author, @FirstPublishedBy, @Published, @AnchorDate, @Url, @Language, @Input, @InputIndex, @Words, @Options, @Version, @Record, @Layout)
        RETURNING key
        """,
        ReportValues(prepared, version), transaction);

    public void Replace(long key, PreparedReport prepared, string version)
    {
        connection.Execute(
            """
            DELETE FROM passage WHERE report = @key; DELETE FROM statement WHERE report = @key; DELETE FROM event WHERE report = @key;
            DELETE FROM figure WHERE report = @key; DELETE FROM relation WHERE report = @key; DELETE FROM place WHERE report = @key;
            DELETE FROM provenance WHERE report = @key; DELETE FROM actor WHERE report = @key;
            """,
            new { key }, transaction);
        DynamicParameters values = ReportValues(prepared, version);
        values.Add("Key", key);
        connection.Execute(
            """
            UPDATE report SET title = @Title, outlet = @Outlet, author = @Author, firstPublishedBy = @FirstPublishedBy, published = @Published,
                anchorDate = @AnchorDate, url = @Url, language = @Language, input = @Input, inputIndex = @InputIndex, words = @Words,
                options = @Options, version = @Version, record = @Record, layout = @Layout
            WHERE key = @Key
            """,
            values, transaction);
        Add(key, prepared);
    }

    /// <summary>Adds what hangs on a report: where it appeared, its passages, its actors and entries.</summary>
    public void Add(long report, PreparedReport prepared)
    {
        AddAppearance(report, prepared);
        AddPassages(report, prepared);
        entries.Add(report, prepared);
    }

    public void AddAppearance(long report, PreparedReport prepared) => connection.Execute(
        """
        INSERT INTO appearance (report, input, inputIndex, optionsId, outlet, published, url)
        VALUES (@report, @Name, @Index, @OptionsId, @Outlet, @Published, @Url)
        ON CONFLICT DO UPDATE SET optionsId = excluded.optionsId, outlet = excluded.outlet, published = excluded.published, url = excluded.url
        """,
        new
        {
            report, prepared.Report.Input.Name, prepared.Report.Input.Index, prepared.OptionsId,
            prepared.Report.Origin.Outlet, prepared.Report.Origin.Published, prepared.Report.Options.Url,
        },
        transaction);

    public void Dispose()
    {
        addPassage.Dispose();
        entries.Dispose();
    }

    private void AddPassages(long report, PreparedReport prepared)
    {
        Report read = prepared.Report;
        int unread = 0;
        foreach (Passage passage in read.Passages)
        {
            TextSpan place = prepared.Places.ToCodePoints(passage.Span);
            while (unread < read.Unread.Count && read.Unread[unread].Span.End <= passage.Span.Start) unread++;
            string? why = unread < read.Unread.Count && read.Unread[unread].Span.Overlaps(passage.Span) ? read.Unread[unread].Why : null;
            addPassage.Run(report, place.Start, place.End, RecordWord.Of(passage.Kind), passage.Language, why, passage.Span.In(read.Text).ToString());
        }
    }

    private static DynamicParameters ReportValues(PreparedReport prepared, string version)
    {
        Report report = prepared.Report;
        return new(new
        {
            report.Id, report.Origin.Title, report.Origin.Outlet, report.Origin.Author, report.Origin.FirstPublishedBy, report.Origin.Published,
            report.Origin.AnchorDate, report.Options.Url, report.Language, Input = report.Input.Name, InputIndex = report.Input.Index,
            prepared.Words, prepared.Options, Version = version, EntryRows.Layout, prepared.Record,
        });
    }
}
