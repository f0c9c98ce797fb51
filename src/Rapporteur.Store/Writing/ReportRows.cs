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
    private readonly SqliteCommand addPassage;
    private readonly SqliteCommand addStatement;
    private readonly SqliteCommand addActor;
    private readonly SqliteCommand addMention;
    private SqliteTransaction? transaction;

    public ReportRows(SqliteConnection connection)
    {
        this.connection = connection;
        addPassage = Prepare(
            """
            INSERT INTO passage (report, "start", "end", kind, language, unread, text)
            VALUES ($report, $start, $end, $kind, $language, $unread, $text)
            """,
            "$report", "$start", "$end", "$kind", "$language", "$unread", "$text");
        addStatement = Prepare(
            """
            INSERT INTO statement (report, id, "start", source, cue, cueLemma, content, quotation, act, negated, within, confidence, actor)
            VALUES ($report, $id, $start, $source, $cue, $cueLemma, $content, $quotation, $act, $negated, $within, $confidence, $actor)
            """,
            "$report", "$id", "$start", "$source", "$cue", "$cueLemma", "$content", "$quotation", "$act", "$negated", "$within", "$confidence", "$actor");
        addActor = Prepare(
            "INSERT INTO actor (report, number, name, kind, country, sector) VALUES ($report, $number, $name, $kind, $country, $sector) RETURNING key",
            "$report", "$number", "$name", "$kind", "$country", "$sector");
        addMention = Prepare(
            """INSERT INTO mention (actor, "start", "end", form) VALUES ($actor, $start, $end, $form)""", "$actor", "$start", "$end", "$form");
    }

    public void Enlist(SqliteTransaction current)
    {
        transaction = current;
        addPassage.Transaction = current;
        addStatement.Transaction = current;
        addActor.Transaction = current;
        addMention.Transaction = current;
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
        "SELECT key, iif(hasActors, version, ''), input, inputIndex FROM report WHERE id = @id", new { id }, transaction);

    public string? OptionsOf(long report, InputReference input) => connection.QueryFirstOrDefault<string>(
        "SELECT optionsId FROM appearance WHERE report = @report AND input = @Name AND inputIndex = @Index",
        new { report, input.Name, input.Index }, transaction);

    public long AddReport(PreparedReport prepared) => connection.ExecuteScalar<long>(
        """
        INSERT INTO report (id, title, outlet, author, firstPublishedBy, published, anchorDate, url, language, input, inputIndex, words, options, version, record, hasActors)
        VALUES (@Id, @Title, @Outlet, @Author, @FirstPublishedBy, @Published, @AnchorDate, @Url, @Language, @Input, @InputIndex, @Words, @Options, @Version, @Record, 1)
        RETURNING key
        """,
        ReportValues(prepared), transaction);

    public void Replace(long key, PreparedReport prepared)
    {
        connection.Execute("DELETE FROM passage WHERE report = @key; DELETE FROM statement WHERE report = @key; DELETE FROM actor WHERE report = @key;", new { key }, transaction);
        DynamicParameters values = ReportValues(prepared);
        values.Add("Key", key);
        connection.Execute(
            """
            UPDATE report SET title = @Title, outlet = @Outlet, author = @Author, firstPublishedBy = @FirstPublishedBy, published = @Published,
                anchorDate = @AnchorDate, url = @Url, language = @Language, input = @Input, inputIndex = @InputIndex, words = @Words,
                options = @Options, version = @Version, record = @Record, hasActors = 1
            WHERE key = @Key
            """,
            values, transaction);
        Add(key, prepared);
    }

    /// <summary>Adds what hangs on a report: where it appeared, its passages, its actors, its entries.</summary>
    public void Add(long report, PreparedReport prepared)
    {
        AddAppearance(report, prepared);
        AddPassages(report, prepared);
        AddStatements(report, prepared, AddActors(report, prepared));
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
        addStatement.Dispose();
        addActor.Dispose();
        addMention.Dispose();
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
            Run(addPassage, report, place.Start, place.End, RecordWord.Of(passage.Kind), passage.Language, why, passage.Span.In(read.Text).ToString());
        }
    }

    /// <summary>Adds the actors, and gives their keys in the same order.</summary>
    private long[] AddActors(long report, PreparedReport prepared)
    {
        Report read = prepared.Report;
        long[] keys = new long[read.Actors.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            Actor actor = read.Actors[i];
            Bind(addActor, report, i, actor.Name, RecordWord.Of(actor.Kind), actor.Country, actor.Sector);
            keys[i] = (long)addActor.ExecuteScalar()!;
            foreach (Mention mention in actor.Mentions)
            {
                TextSpan place = prepared.Places.ToCodePoints(mention.Span);
                Run(addMention, keys[i], place.Start, place.End, RecordWord.Of(mention.Form));
            }
        }

        return keys;
    }

    private void AddStatements(long report, PreparedReport prepared, long[] actors)
    {
        Report read = prepared.Report;
        var sources = new SourceActors(read);
        for (int i = 0; i < read.Statements.Count; i++)
        {
            Statement statement = read.Statements[i];
            Run(
                addStatement, report, Report.StatementId(i), prepared.Places.ToCodePoints(statement.Start),
                statement.Source?.In(read.Text).ToString(), statement.Cue?.Span.In(read.Text).ToString(), statement.Cue?.Lemma,
                prepared.WordsOf(statement.Content), RecordWord.Of(statement.Quotation), RecordWord.Of(statement.Act),
                statement.IsNegated ? 1 : 0, statement.Within is { } outer ? Report.StatementId(outer) : null, Math.Round(statement.Confidence, 3),
                statement.Source is { } source && sources.Of(source) is { } actor ? actors[actor] : null);
        }
    }

    private static DynamicParameters ReportValues(PreparedReport prepared)
    {
        Report report = prepared.Report;
        return new(new
        {
            report.Id, report.Origin.Title, report.Origin.Outlet, report.Origin.Author, report.Origin.FirstPublishedBy, report.Origin.Published,
            report.Origin.AnchorDate, report.Options.Url, report.Language, Input = report.Input.Name, InputIndex = report.Input.Index,
            prepared.Words, prepared.Options, Version = ReaderVersion.Fingerprint, prepared.Record,
        });
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string parameter in parameters) command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
