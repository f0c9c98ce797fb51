// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Store.Writing;

namespace Rapporteur.Store.Querying;

/// <summary>Asks a record. Every row tells which report it stands in.</summary>
/// <remarks>Not thread-safe; a record may be asked by many at once, each with one of these.</remarks>
public sealed partial class RecordQueries : IDisposable
{
    /// <summary>Bytes of a record that are mapped: the most that SQLite maps.</summary>
    private const long MostMapped = 0x7fff0000;

    private readonly RecordFile file;
    private readonly SqliteConnection connection;

    /// <summary>Opens a connection to a record.</summary>
    /// <exception cref="RecordException">The record can't be opened.</exception>
    public RecordQueries(RecordFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
        connection = file.Connect(MostMapped);         // mapped, pages need no copies: what is looked up here and there in a large record takes half the time
        connection.CreateFunction("fold", static (string? text) => text is null ? null : Folding.Fold(text), isDeterministic: true);
    }

    /// <summary>How much is in the record.</summary>
    public RecordTotals Totals() => file.Guard(() => connection.QuerySingle<RecordTotals>(
        """
        SELECT count(*) AS Reports, (SELECT count(*) FROM statement) AS Statements, (SELECT count(*) FROM event) AS Events,
            (SELECT count(*) FROM figure) AS Figures, (SELECT count(*) FROM relation) AS Relations, count(DISTINCT outlet) AS Outlets,
            coalesce(sum(words), 0) AS Words, min(published) AS First, max(published) AS Last
        FROM report
        """));

    /// <summary>What was not read, and why, most first.</summary>
    public IReadOnlyList<UnreadRow> Unread() => file.Guard(() => connection.Query<UnreadRow>(
        "SELECT unread AS Why, count(*) AS Passages FROM passage WHERE unread IS NOT NULL GROUP BY unread ORDER BY 2 DESC, 1").AsList());

    /// <summary>Reports, newest first; those without a date last.</summary>
    public IReadOnlyList<ReportRow> Reports(ReportFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        return Reports(where, filter);
    }

    private List<ReportRow> Reports(Conditions where, ReportFilter filter) => file.Guard(() => connection.Query<ReportRow>(
        $"""
        SELECT report.id AS Id, title AS Title, outlet AS Outlet, author AS Author, firstPublishedBy AS FirstPublishedBy, published AS Published,
            language AS Language, input AS Input, words AS Words,
            (SELECT count(*) FROM statement WHERE statement.report = report.key) AS Statements,
            (SELECT count(*) FROM appearance WHERE appearance.report = report.key) AS Appearances,
            coalesce((SELECT substr(text, 1, 200) FROM passage WHERE passage.report = report.key ORDER BY key LIMIT 1), '') AS Beginning
        FROM report {where}
        ORDER BY published IS NULL, published DESC, input, inputIndex {Limit(filter)}
        """,
        where.Values).AsList());

    /// <summary>Statements, newest reports first, within a report in order of the text.</summary>
    /// <remarks>Null where a filter holds nothing that can be searched for.</remarks>
    public IReadOnlyList<StatementRow> Statements(StatementFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(filter.SourceActor is not null, "statement.actor IN (SELECT actor FROM alias WHERE folded = @sourceActor)", "sourceActor", filter.SourceActor is null ? null : Folding.Fold(filter.SourceActor));
        where.Add(
            filter.AboutActor is not null,
            "statement.key IN (SELECT about.statement FROM alias JOIN about ON about.actor = alias.actor WHERE alias.folded = @aboutActor)",
            "aboutActor", filter.AboutActor is null ? null : Folding.Fold(filter.AboutActor));
        where.AddMatch("statement.key", "statementText", filter.Source, "source");
        where.AddMatch("statement.key", "statementText", filter.About, "content");
        where.Add(filter.MinConfidence is not null, "statement.confidence >= @confidence", "confidence", filter.MinConfidence);
        where.Add(filter.Acts.Count > 0, "statement.act IN @acts", "acts", filter.Acts);
        where.Add(filter.Quotation is not null, "statement.quotation = @quotation", "quotation", filter.Quotation);
        where.Add(filter.OnlyWithin, "statement.within IS NOT @outermost", "outermost", null);
        where.Add(
            filter.OnlyUnnamed,
            "(statement.source IS NULL OR (report.layout >= @named AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.key = statement.actor AND actor.named)))",
            "named", EntryRows.Layout);
        where.Add(filter.Country is not null, "statement.actor IN (SELECT key FROM actor WHERE country = @country COLLATE NOCASE)", "country", filter.Country);
        where.Add(filter.Sector is not null, "statement.actor IN (SELECT key FROM actor WHERE sector = @sector COLLATE NOCASE)", "sector", filter.Sector);
        return file.Guard(() => connection.Query<StatementRow>(
            $"""
            SELECT {StatementColumns}
            FROM statement JOIN report ON report.key = statement.report {where}
            ORDER BY published IS NULL, published DESC, input, inputIndex, statement.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>Actors across reports, those with most statements first.</summary>
    public IReadOnlyList<ActorRow> Actors(ActorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(filter.Name is not null, "actor.key IN (SELECT actor FROM alias WHERE folded = @name)", "name", filter.Name is null ? null : Folding.Fold(filter.Name));
        where.Add(filter.Kind is not null, "actor.kind = @kind COLLATE NOCASE", "kind", filter.Kind);
        where.Add(filter.Country is not null, "actor.country = @country COLLATE NOCASE", "country", filter.Country);
        where.Add(filter.Sector is not null, "actor.sector = @sector COLLATE NOCASE", "sector", filter.Sector);
        return file.Guard(() => connection.Query<ActorRow>(
            $"""
            SELECT actor.name AS Name, actor.kind AS Kind, actor.country AS Country, actor.sector AS Sector, count(DISTINCT actor.report) AS Reports,
                sum((SELECT count(*) FROM statement WHERE statement.actor = actor.key)) AS Statements
            FROM actor JOIN report ON report.key = actor.report {where}
            GROUP BY actor.name, actor.kind, actor.country, actor.sector
            ORDER BY 6 DESC, 5 DESC, 1, 2, 3, 4 {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>Passages that hold all the words, best first.</summary>
    /// <param name="typed">Words, "phrases", beginnings*.</param>
    /// <param name="filter">Which reports to look in.</param>
    public IReadOnlyList<PassageRow> Search(string typed, ReportFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (FullTextQuery.From(typed) is not { } query) return [];
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(true, "passageText MATCH @query", "query", query);
        return file.Guard(() => connection.Query<PassageRow>(
            $"""
            SELECT report.id AS Report, outlet AS Outlet, published AS Published, input AS Input, passage.kind AS Kind,
                snippet(passageText, 0, char(2), char(3), '…', 32) AS Snippet
            FROM passageText JOIN passage ON passage.key = passageText.rowid JOIN report ON report.key = passage.report {where}
            ORDER BY passageText.rank, passage.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>The reports whose id begins with some digits; more than one where the digits do not tell.</summary>
    public IReadOnlyList<string> Find(string idPrefix) => file.Guard(() => connection.Query<string>(
        "SELECT id FROM report WHERE id >= @idPrefix AND id < @idPrefix || 'g' ORDER BY id LIMIT 20", new { idPrefix }).AsList());

    /// <summary>A report, with what is needed to read it again; null if there is none of that id.</summary>
    public StoredReport? Report(string id) => file.Guard(() => connection.QueryFirstOrDefault<(string Version, string Options, byte[] Record)?>(
        "SELECT version, options, record FROM report WHERE id = @id", new { id })) is { } row
        ? new(id, row.Version, JsonSerializer.Deserialize(row.Options, StoredOptions.Default.ReadOptions) ?? ReadOptions.None, PreparedReport.Decompress(row.Record))
        : null;

    /// <summary>The JSON of every report, in the order in which they were added; read lazily.</summary>
    public IEnumerable<byte[]> Export()
    {
        foreach (byte[] record in connection.Query<byte[]>("SELECT record FROM report ORDER BY key", buffered: false))
            yield return PreparedReport.Decompress(record);
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static string Limit(ReportFilter filter) => filter.Limit is { } limit ? FormattableString.Invariant($"LIMIT {limit}") : "";
}
