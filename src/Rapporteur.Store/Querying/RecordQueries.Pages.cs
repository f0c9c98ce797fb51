// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Dapper;
using Rapporteur.Store.Writing;

namespace Rapporteur.Store.Querying;

/// <content>Lists page by page, with counts; fast however large the record is.</content>
public sealed partial class RecordQueries
{
    /// <summary>Most reports of a time that are counted: more would keep a reader waiting.</summary>
    public const int MostDated = 5_000;

    /// <summary>Entries that are counted for facets.</summary>
    private const int MostCounted = 5_000;

    private const int MostPassages = 20_000;

    /// <summary>The keys of an answer's newest entries, in their order.</summary>
    private const string NewestKeys = "(SELECT key AS place, value AS entry FROM json_each(@newest)) AS hit";

    private const string StatementColumns =
        """
        report.id AS Report, statement.id AS Id, outlet AS Outlet, published AS Published, input AS Input, source AS Source, cue AS Cue, content AS Content, quotation AS Quotation,
            act AS Act, negated AS Negated, within AS Within, confidence AS Confidence, (SELECT name FROM actor WHERE actor.key = statement.actor) AS Actor
        """;

    private const string PlaceColumns =
        """
        place.name AS Name, place.country AS Country, place.feature AS Feature, place.latitude AS Latitude, place.longitude AS Longitude,
            place.geonames AS GeoNames, count(DISTINCT place.report) AS Reports, count(*) AS Mentions,
            sum((SELECT count(*) FROM event WHERE event.place = place.key)) AS Events
        """;

    /// <summary>One row a place, those of most reports first.</summary>
    private const string ByPlace = "GROUP BY place.name, place.country, place.feature, place.latitude, place.longitude, place.geonames ORDER BY 7 DESC, 8 DESC, 1, 2";

    private const string ReportColumns =
        """
        report.id AS Id, title AS Title, outlet AS Outlet, author AS Author, firstPublishedBy AS FirstPublishedBy, published AS Published, language AS Language, input AS Input, words AS Words,
            (SELECT count(*) FROM statement WHERE statement.report = report.key) AS Statements,
            (SELECT count(*) FROM appearance WHERE appearance.report = report.key) AS Appearances,
            coalesce((SELECT substr(text, 1, 200) FROM passage WHERE passage.report = report.key ORDER BY key LIMIT 1), '') AS Beginning
        """;

    /// <summary>Entries that can be sorted in no time.</summary>
    internal int Few { get; init; } = 20_000;

    /// <summary>What was counted last, and the keys of its newest entries, so that the page beside the counts need not look for them again.</summary>
    private (ReportFilter? Filter, long DataVersion, IReadOnlyList<long> Keys) newest;

    /// <summary>A page of statements, newest reports first.</summary>
    /// <param name="filter">Which; its limit is the size of the page.</param>
    /// <param name="after">Where the page before ended (<see cref="Page{T}.Next"/>), or null for the first.</param>
    public Page<StatementRow> StatementPage(StatementFilter filter, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return PageOf<StatementRow>(StatementSearch(filter), "statement", StatementColumns, "", filter, after);
    }

    /// <summary>What the statements of an answer are, counted.</summary>
    public Facets StatementFacets(StatementFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return FacetsOf(
            filter, StatementSearch(filter),
            "statement.act AS act, statement.quotation AS quotation, report.outlet AS outlet, substr(report.published, 1, 4) AS year, actor.name AS name, actor.named AS named, actor.country AS country, actor.sector AS sector",
            "LEFT JOIN actor ON actor.key = statement.actor",
            """
            SELECT 'act' AS Facet, act AS Value, count(*) AS Count FROM hit GROUP BY act
            UNION ALL SELECT 'quotation', quotation, count(*) FROM hit GROUP BY quotation
            UNION ALL SELECT 'year', year, count(*) FROM hit WHERE year IS NOT NULL GROUP BY year
            UNION ALL SELECT * FROM (SELECT 'outlet', outlet, count(*) FROM hit WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 3 DESC LIMIT 12)
            UNION ALL SELECT * FROM (SELECT 'speaker', name, count(*) FROM hit WHERE named GROUP BY name ORDER BY 3 DESC LIMIT 12)
            UNION ALL SELECT * FROM (SELECT 'country', country, count(*) FROM hit WHERE country IS NOT NULL GROUP BY country ORDER BY 3 DESC LIMIT 12)
            UNION ALL SELECT * FROM (SELECT 'sector', sector, count(*) FROM hit WHERE sector IS NOT NULL GROUP BY sector ORDER BY 3 DESC LIMIT 12)
            """);
    }

    /// <summary>The statements of an answer by speaker: those who say most first, the newest statements of each.</summary>
    /// <param name="filter">Which; its limit is the number of speakers.</param>
    /// <param name="each">How many statements of each.</param>
    public IReadOnlyList<StatementRow> StatementsBySpeaker(StatementFilter filter, int each)
    {
        ArgumentNullException.ThrowIfNull(filter);
        DynamicParameters values = Newest(filter, StatementSearch(filter));
        values.Add("each", each);
        values.Add("speakers", filter.Limit ?? 20);
        return file.Guard(() => connection.Query<StatementRow>(
            $"""
            WITH named AS MATERIALIZED (SELECT statement.key, actor.name, row_number() OVER (PARTITION BY actor.name ORDER BY hit.place) AS place, count(*) OVER (PARTITION BY actor.name) AS said
                    FROM {NewestKeys} CROSS JOIN statement ON statement.key = hit.entry CROSS JOIN actor ON actor.key = statement.actor WHERE actor.named),
                best AS (SELECT name FROM named GROUP BY name ORDER BY max(said) DESC, name LIMIT @speakers)
            SELECT {StatementColumns} FROM named CROSS JOIN statement ON statement.key = named.key JOIN report ON report.key = statement.report
            WHERE place <= @each AND named.name IN (SELECT name FROM best) ORDER BY said DESC, named.name, place
            """,
            values).AsList());
    }

    /// <summary>A page of reports, newest first.</summary>
    /// <param name="filter">Which; its limit is the size of the page.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    /// <param name="actor">Only reports that mention whom this name or description stands for; null for all.</param>
    public Page<ReportRow> ReportPage(ReportFilter filter, string? after = null, string? actor = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var search = new EntrySearch("report", Few);
        search.Reports(filter, Outlets(filter.Outlet));
        search.Narrow(
            actor is not null, "SELECT actor.report AS key FROM alias CROSS JOIN actor ON actor.key = alias.actor WHERE alias.folded = @actor",
            $"EXISTS (SELECT 1 FROM actor WHERE actor.report = report.key AND {IsCalled("actor.key", "actor")})", "actor", actor is null ? null : Folding.Fold(actor));
        return PageOf<ReportRow>(search, "report", ReportColumns, "", filter, after);
    }

    /// <summary>What an actor is called, most often first.</summary>
    /// <param name="name">Any of its names or short descriptions, all of it.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<AliasRow> Aliases(string name, int limit)
    {
        ArgumentNullException.ThrowIfNull(name);
        return file.Guard(() => connection.Query<AliasRow>(
            $"""
            SELECT words AS Words, form AS Form, sum(mentions) AS Mentions FROM alias
            WHERE actor IN (SELECT actor FROM alias WHERE folded = @folded LIMIT {MostCounted}) GROUP BY words, form ORDER BY form, 3 DESC, 1 LIMIT @limit
            """,
            new { folded = Folding.Fold(name), limit }).AsList());
    }

    /// <summary>A page of events, newest reports first; by <see cref="EventFilter.ByEvent"/>, newest events.</summary>
    /// <param name="filter">Which; its limit is the size of the page.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    public Page<EventRow> EventPage(EventFilter filter, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return PageOf<EventRow>(EventSearch(filter), "event", EventColumns, "LEFT JOIN place ON place.key = event.place", filter, after);
    }

    /// <summary>What the events of an answer are, counted; <c>month</c> is when they happened, with their type: <c>2022-02 SANCTION</c>.</summary>
    public Facets EventFacets(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return FacetsOf(
            filter, EventSearch(filter),
            "event.key AS event, event.type AS type, event.reality AS reality, substr(event.day, 1, 7) AS month, report.outlet AS outlet",
            "",
            """
            SELECT 'type' AS Facet, type AS Value, count(*) AS Count FROM hit GROUP BY type
            UNION ALL SELECT 'reality', reality, count(*) FROM hit GROUP BY reality
            UNION ALL SELECT 'month', month || ' ' || type, count(*) FROM hit WHERE length(month) = 7 GROUP BY month, type
            UNION ALL SELECT * FROM (SELECT 'outlet', outlet, count(*) FROM hit WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 3 DESC LIMIT 12)
            UNION ALL SELECT * FROM (SELECT 'country', country, count(DISTINCT hit.event) FROM hit CROSS JOIN party ON party.event = hit.event WHERE country IS NOT NULL GROUP BY country ORDER BY 3 DESC LIMIT 12)
            """);
    }

    /// <summary>Who does something to whom in the events of an answer, the most frequent pairs first.</summary>
    /// <param name="filter">Which events; of more than are counted, the newest.</param>
    /// <param name="limit">Most pairs to give.</param>
    /// <param name="byName">By name, else by country; else the other way round.</param>
    public IReadOnlyList<PairRow> EventPairs(EventFilter filter, int limit, bool byName = false)
    {
        ArgumentNullException.ThrowIfNull(filter);
        DynamicParameters values = Newest(filter, EventSearch(filter));
        values.Add("pairs", limit);
        return file.Guard(() => connection.Query<PairRow>(
            $"""
            WITH side AS MATERIALIZED (
                    SELECT party.event, party.role, {(byName ? "coalesce(actor.name, party.country)" : "coalesce(party.country, actor.name)")} AS who
                    FROM {NewestKeys} CROSS JOIN party ON party.event = hit.entry LEFT JOIN actor ON actor.key = party.actor AND actor.named
                    WHERE party.country IS NOT NULL OR actor.name IS NOT NULL)
            SELECT doer.who AS Actor, sufferer.who AS Recipient, count(DISTINCT doer.event) AS Events
            FROM side AS doer JOIN side AS sufferer ON sufferer.event = doer.event AND sufferer.role = 'recipient'
            WHERE doer.role = 'actor' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT @pairs
            """,
            values).AsList());
    }

    /// <summary>Where the events of an answer happened, the places of most events first.</summary>
    /// <param name="filter">Which events; of more than are counted, the newest.</param>
    /// <param name="limit">Most places to give.</param>
    /// <returns>The places; reports, mentions and events are those of the answer, a mention being an event.</returns>
    public IReadOnlyList<PlaceRow> EventPlaces(EventFilter filter, int limit)
    {
        ArgumentNullException.ThrowIfNull(filter);
        DynamicParameters values = Newest(filter, EventSearch(filter));
        values.Add("places", limit);
        return file.Guard(() => connection.Query<PlaceRow>(
            $"""
            SELECT place.name AS Name, place.country AS Country, place.feature AS Feature, place.latitude AS Latitude, place.longitude AS Longitude, place.geonames AS GeoNames,
                count(DISTINCT event.report) AS Reports, count(*) AS Mentions, count(*) AS Events
            FROM {NewestKeys} CROSS JOIN event ON event.key = hit.entry CROSS JOIN place ON place.key = event.place
            GROUP BY place.name, place.country, place.feature, place.latitude, place.longitude, place.geonames ORDER BY 9 DESC, 7 DESC, 1, 2 LIMIT @places
            """,
            values).AsList());
    }

    /// <summary>A page of figures, newest reports first.</summary>
    /// <param name="filter">Which; its limit is the size of the page.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    public Page<FigureRow> FigurePage(FigureFilter filter, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var search = new EntrySearch("figure", Few);
        search.Reports(filter, Outlets(filter.Outlet));
        AddMatch(search, "figureText", "of", ("counted", filter.Of), ("passage", filter.About));
        search.Test(filter.Unit is not null, "figure.unit = @unit COLLATE NOCASE", "unit", filter.Unit);
        return PageOf<FigureRow>(search, "figure", FigureColumns, "", filter, after);
    }

    /// <summary>A page of relations, newest reports first.</summary>
    /// <param name="filter">Which; its limit is the size of the page.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    public Page<RelationRow> RelationPage(RelationFilter filter, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var search = new EntrySearch("relation", Few);
        search.Reports(filter, Outlets(filter.Outlet));
        search.Narrow(
            filter.Actor is not null,
            "SELECT relation.key AS key FROM relation JOIN alias ON alias.actor = relation.subject WHERE folded = @actor UNION ALL SELECT relation.key FROM relation JOIN alias ON alias.actor = relation.object WHERE folded = @actor",
            $"({IsCalled("relation.subject", "actor")} OR {IsCalled("relation.object", "actor")})", "actor", filter.Actor is null ? null : Folding.Fold(filter.Actor));
        search.Test(filter.Predicate is not null, "relation.predicate = @predicate COLLATE NOCASE", "predicate", filter.Predicate);
        search.Test(filter.MinConfidence is not null, "relation.confidence >= @confidence", "confidence", filter.MinConfidence);
        return PageOf<RelationRow>(search, "relation", RelationColumns, "JOIN actor AS subject ON subject.key = relation.subject LEFT JOIN actor AS other ON other.key = relation.object", filter, after);
    }

    /// <summary>A page of passages that hold all the words: best first, or, of words that stand in very many, the ones read last first.</summary>
    /// <param name="typed">Words, "phrases", beginnings*.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="skipped">How many to leave out, those of the pages before.</param>
    public IReadOnlyList<PassageRow> SearchPage(string typed, int size, int skipped)
    {
        if (FullTextQuery.From(typed) is not { } query) return [];
        var values = new DynamicParameters(new { query, size, skipped });
        bool many = Count($"SELECT count(*) FROM (SELECT 1 FROM passageText WHERE passageText MATCH @query LIMIT {MostPassages + 1})", values) > MostPassages;
        return file.Guard(() => connection.Query<PassageRow>(
            $"""
            WITH best AS MATERIALIZED (SELECT rowid AS key, row_number() OVER () AS place FROM
                (SELECT rowid FROM passageText WHERE passageText MATCH @query ORDER BY {(many ? "rowid DESC" : "rank")} LIMIT @size OFFSET @skipped))
            SELECT report.id AS Report, outlet AS Outlet, published AS Published, input AS Input, passage.kind AS Kind, snippet(passageText, 0, char(2), char(3), '…', 32) AS Snippet
            FROM best CROSS JOIN passageText ON passageText.rowid = best.key JOIN passage ON passage.key = best.key JOIN report ON report.key = passage.report
            WHERE passageText MATCH @query ORDER BY best.place
            """,
            values).AsList());
    }

    /// <summary>Names of actors that begin so, those that most reports mention first.</summary>
    /// <param name="beginning">Beginning of a name or description; capitals and accents do not matter.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<string> ActorNames(string beginning, int limit)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        string folded = Folding.Fold(beginning.Trim());
        if (folded.Length == 0) return [];
        return file.Guard(() => connection.Query<string>(
            $"""
            SELECT name FROM (SELECT actor FROM alias WHERE folded >= @folded AND folded < @folded || char(0x10ffff) LIMIT {MostCounted}) AS found CROSS JOIN actor ON actor.key = found.actor
            GROUP BY name ORDER BY count(*) DESC, name LIMIT @limit
            """,
            new { folded, limit }).AsList());
    }

    /// <summary>The names of the actors that a name or description stands for, those that most reports mention first.</summary>
    /// <param name="name">Any of their names or short descriptions, all of it; capitals and accents do not matter.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<string> ActorsCalled(string name, int limit)
    {
        ArgumentNullException.ThrowIfNull(name);
        return file.Guard(() => connection.Query<string>(
            $"""
            SELECT name FROM (SELECT DISTINCT actor FROM alias WHERE folded = @folded LIMIT {MostCounted}) AS found CROSS JOIN actor ON actor.key = found.actor
            GROUP BY name ORDER BY count(*) DESC, name LIMIT @limit
            """,
            new { folded = Folding.Fold(name), limit }).AsList());
    }

    /// <summary>The actors who say most, then those whom most reports mention. Goes through the whole record.</summary>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ActorRow> TopActors(int limit) => file.Guard(() => connection.Query<ActorRow>(
        """
        WITH said AS MATERIALIZED (SELECT actor, count(*) AS times FROM statement WHERE actor IS NOT NULL GROUP BY actor),
            speaker AS MATERIALIZED (SELECT name, kind, country, sector, sum(times) AS statements FROM said CROSS JOIN actor ON actor.key = said.actor GROUP BY name, kind, country, sector),
            named AS MATERIALIZED (SELECT name, kind, country, sector, count(DISTINCT report) AS reports FROM actor GROUP BY name, kind, country, sector)
        SELECT named.name AS Name, named.kind AS Kind, named.country AS Country, named.sector AS Sector, reports AS Reports, coalesce(statements, 0) AS Statements
        FROM named LEFT JOIN speaker ON speaker.name = named.name AND speaker.kind = named.kind AND speaker.country IS named.country AND speaker.sector IS named.sector
        ORDER BY 6 DESC, 5 DESC, 1, 2, 3, 4 LIMIT @limit
        """,
        new { limit }).AsList());

    /// <summary>The outlets, those with most reports first. Goes through the whole record.</summary>
    public IReadOnlyList<OutletRow> Outlets() => file.Guard(() => connection.Query<OutletRow>(
        """
        SELECT outlet AS Outlet, count(*) AS Reports, sum((SELECT count(*) FROM statement WHERE statement.report = report.key)) AS Statements, min(published) AS First, max(published) AS Last
        FROM report WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1
        """).AsList());

    /// <summary>From where outlets take their words, the most frequent first. Goes through the whole record.</summary>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<ChainRow> Chains(int limit) => file.Guard(() => connection.Query<ChainRow>(
        """
        SELECT outlet AS Outlet, origin AS "From", kind AS Kind, count(DISTINCT key) AS Reports, min(id) AS Example FROM (
            SELECT report.key, report.id, report.outlet AS outlet, provenance.outlet AS origin, provenance.kind AS kind
            FROM provenance JOIN report ON report.key = provenance.report WHERE provenance.outlet IS NOT NULL)
        WHERE origin IS NOT outlet GROUP BY outlet, origin, kind ORDER BY 4 DESC, 1, 2 LIMIT @limit
        """,
        new { limit }).AsList());

    /// <summary>Who stands to whom, or speaks of whom, most often.</summary>
    /// <param name="limit">Most ties to give.</param>
    /// <param name="relations">Offices, memberships and the like; else who speaks of whom.</param>
    /// <param name="during">Only reports of a time or outlet, the newest <see cref="MostDated"/> of them; null for the whole record.</param>
    public IReadOnlyList<TieRow> Ties(int limit, bool relations, ReportFilter? during = null)
    {
        (string dated, string only, DynamicParameters values) = Dated(during);
        values.Add("limit", limit);
        string tie = relations
            ? $"""
              SELECT subject.name AS "From", other.name AS "To", predicate AS Kind, count(*) AS Count
              FROM {only} relation {(during is null ? "" : "ON relation.report = dated.key")} JOIN actor AS subject ON subject.key = relation.subject JOIN actor AS other ON other.key = relation.object
              WHERE subject.name <> other.name GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2 LIMIT @limit
              """
            : $"""
              SELECT speaker.name AS "From", other.name AS "To", 'speaks of' AS Kind, count(*) AS Count
              FROM {(during is null ? "about JOIN statement ON statement.key = about.statement" : only + " statement ON statement.report = dated.key CROSS JOIN about ON about.statement = statement.key")}
              JOIN actor AS speaker ON speaker.key = statement.actor JOIN actor AS other ON other.key = about.actor
              WHERE speaker.named AND other.named AND speaker.name <> other.name GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2 LIMIT @limit
              """;
        return file.Guard(() => connection.Query<TieRow>(dated + tie, values).AsList());
    }

    /// <summary>The places that reports of a time name, those of most reports first.</summary>
    /// <param name="during">Which reports; the newest <see cref="MostDated"/> of them are counted.</param>
    /// <param name="limit">Most places to give.</param>
    public IReadOnlyList<PlaceRow> PlacesDuring(ReportFilter during, int limit)
    {
        ArgumentNullException.ThrowIfNull(during);
        (string dated, string only, DynamicParameters values) = Dated(during);
        values.Add("limit", limit);
        return file.Guard(() => connection.Query<PlaceRow>(
            $"""
            {dated} SELECT {PlaceColumns}
            FROM {only} place ON place.report = dated.key
            {ByPlace} LIMIT @limit
            """,
            values).AsList());
    }

    /// <summary>The newest reports of a time, as a table that others are joined to.</summary>
    private static (string Table, string Only, DynamicParameters Values) Dated(ReportFilter? during)
    {
        if (during is null) return ("", "", new());
        var where = new Conditions();
        where.AddReport(during);
        return ($"WITH dated AS MATERIALIZED (SELECT key FROM report {where} ORDER BY published DESC LIMIT {MostDated}) ", "dated CROSS JOIN", where.Values);
    }

    /// <summary>A number that another one's writing changes.</summary>
    internal long DataVersion() => file.Guard(() => connection.ExecuteScalar<long>("PRAGMA data_version"));

    private EntrySearch StatementSearch(StatementFilter filter)
    {
        var search = new EntrySearch("statement", Few);
        search.Reports(filter, Outlets(filter.Outlet));
        AddMatch(search, "statementText", "words", ("source", filter.Source), ("content", filter.About));
        search.Narrow(
            filter.SourceActor is not null, "SELECT statement.key AS key FROM alias CROSS JOIN statement ON statement.actor = alias.actor WHERE alias.folded = @sourceActor",
            IsCalled("statement.actor", "sourceActor"), "sourceActor", filter.SourceActor is null ? null : Folding.Fold(filter.SourceActor));
        search.Narrow(
            filter.AboutActor is not null, "SELECT about.statement AS key FROM alias CROSS JOIN about ON about.actor = alias.actor WHERE alias.folded = @aboutActor",
            $"EXISTS (SELECT 1 FROM about WHERE about.statement = statement.key AND {IsCalled("about.actor", "aboutActor")})", "aboutActor", filter.AboutActor is null ? null : Folding.Fold(filter.AboutActor));
        search.Narrow(
            filter.Country is not null, "SELECT statement.key AS key FROM actor CROSS JOIN statement ON statement.actor = actor.key WHERE actor.country = @country COLLATE NOCASE",
            "EXISTS (SELECT 1 FROM actor WHERE actor.key = statement.actor AND actor.country = @country COLLATE NOCASE)", "country", filter.Country);
        search.Narrow(
            filter.Sector is not null, "SELECT statement.key AS key FROM actor CROSS JOIN statement ON statement.actor = actor.key WHERE actor.sector = @sector COLLATE NOCASE",
            "EXISTS (SELECT 1 FROM actor WHERE actor.key = statement.actor AND actor.sector = @sector COLLATE NOCASE)", "sector", filter.Sector);
        search.Narrow(filter.Acts.Count > 0, "SELECT key FROM statement WHERE act IN @acts", "+statement.act IN @acts", "acts", filter.Acts);
        search.Test(filter.MinConfidence is not null, "statement.confidence >= @confidence", "confidence", filter.MinConfidence);
        search.Test(filter.Quotation is not null, "statement.quotation = @quotation", "quotation", filter.Quotation);
        search.Test(filter.OnlyWithin, "statement.within IS NOT @outermost", "outermost", null);
        search.Test(
            filter.OnlyUnnamed,
            "(statement.source IS NULL OR (report.layout >= @layout AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.key = statement.actor AND actor.named)))",
            "layout", EntryRows.Layout);
        return search;
    }

    private EntrySearch EventSearch(EventFilter filter)
    {
        var search = new EntrySearch("event", Few, filter.ByEvent ? "day" : null);
        search.Reports(filter, Outlets(filter.Outlet));
        search.Narrow(filter.Types.Count > 0, "SELECT key FROM event WHERE type IN @types", "+event.type IN @types", "types", filter.Types.Select(static t => t.ToUpperInvariant()).ToArray());
        search.Test(filter.Modes.Count > 0, "event.mode IN @modes", "modes", filter.Modes.Select(static m => m.ToLowerInvariant()).ToArray());
        search.Narrow(filter.Realities.Count > 0, "SELECT key FROM event WHERE reality IN @realities", "+event.reality IN @realities", "realities", filter.Realities);
        AddParty(search, "doer", "party.role = 'actor' AND ", filter.Actor);
        AddParty(search, "receiver", "party.role = 'recipient' AND ", filter.Recipient);
        AddParty(search, "side", "", filter.Party);
        search.Test(filter.OnlyReported, "event.within IS @own", "own", null);
        search.Test(filter.WithoutHistory, "event.historical = @now", "now", 0);
        search.Test(filter.MinConfidence is not null, "event.confidence >= @confidence", "confidence", filter.MinConfidence);
        return search;
    }

    private static void AddParty(EntrySearch search, string name, string role, string? asked)
    {
        if (asked is null) return;
        search.Values.Add(name + "Folded", Folding.Fold(asked));
        search.Narrow(
            true,
            $"SELECT event AS key FROM party WHERE {role}party.country = @{name} UNION ALL SELECT event FROM alias CROSS JOIN party ON party.actor = alias.actor WHERE {role}alias.folded = @{name}Folded",
            $"EXISTS (SELECT 1 FROM party WHERE party.event = event.key AND {role}(party.country = @{name} OR {IsCalled("party.actor", name + "Folded")}))",
            name, asked.Length == 3 ? asked.ToUpperInvariant() : asked);
    }

    /// <summary>Whether an actor bears the name; asked of one after the other, where the name's bearers are too many to list (the sign keeps them from it).</summary>
    private static string IsCalled(string actor, string name) => $"EXISTS (SELECT 1 FROM alias WHERE alias.actor = {actor} AND +alias.folded = @{name})";

    private static void AddMatch(EntrySearch search, string index, string name, params ReadOnlySpan<(string Column, string? Typed)> asked)
    {
        List<string> queries = [];
        bool isEmpty = false;
        foreach ((string column, string? typed) in asked)
        {
            if (typed is null) continue;
            string? query = FullTextQuery.From(typed, column);
            if (query is null) isEmpty = true;
            else queries.Add(query);
        }

        search.Test(isEmpty, "@nothing", "nothing", 0);
        search.Narrow(queries.Count > 0 && !isEmpty, $"SELECT rowid AS key FROM {index} WHERE {index} MATCH @{name}", null, name, string.Join(" AND ", queries));
    }

    private Page<T> PageOf<T>(EntrySearch search, string table, string columns, string joins, ReportFilter filter, string? after)
    {
        int size = filter.Limit ?? 50;
        string place = $"SELECT {search.Date} AS PageDate, report.key AS PageReport, {table}.key AS PageEntry, {columns}";
        if (after is null && HasNewest(filter) && size < MostCounted)
        {
            var values = new DynamicParameters(new { newest = JsonSerializer.Serialize(newest.Keys.Take(size + 1)) });
            return Cut(Placed<T>($"{place} FROM {Hits(table)} {joins} ORDER BY hit.place", values), size);
        }

        PagePlace? beginning = PagePlace.Parse(after);
        if (search.FromNewest(Date, joins, beginning) is { } recent && List(recent) is { } full && full.Count > size) return Cut(full, size);
        return Cut(List(search.From(Count, joins, beginning)), size);

        List<PlacedRow<T>> List(string from) => Placed<T>($"{place} {from} {search.Order} LIMIT {size + 1}", search.Values);
    }

    private Facets FacetsOf(ReportFilter filter, EntrySearch search, string columns, string joins, string counts)
    {
        DynamicParameters values = Newest(filter, search);
        if (newest.Keys.Count == 0) return new(0, true, []);
        IReadOnlyList<FacetCount> all = file.Guard(() => connection.Query<FacetCount>(
            $"WITH hit AS MATERIALIZED (SELECT {columns} FROM {Hits(search.Table)} {joins}) {counts}", values).AsList());
        return new(newest.Keys.Count, newest.Keys.Count < MostCounted, [.. all.OrderBy(static c => c.Facet, StringComparer.Ordinal).ThenByDescending(static c => c.Count).ThenBy(static c => c.Value, StringComparer.Ordinal)]);
    }

    /// <summary>The keys of an answer's newest entries, as <c>@newest</c>; looked for once for all that is asked of one answer.</summary>
    private DynamicParameters Newest(ReportFilter filter, EntrySearch search)
    {
        if (!HasNewest(filter))
        {
            string from = search.From(Count);
            newest = (filter, DataVersion(), file.Guard(() => connection.Query<long>($"SELECT {search.Table}.key {from} {search.Order} LIMIT {MostCounted}", search.Values).AsList()));
        }

        return new(new { newest = JsonSerializer.Serialize(newest.Keys) });
    }

    private bool HasNewest(ReportFilter filter) => ReferenceEquals(newest.Filter, filter) && newest.DataVersion == DataVersion();

    /// <summary>The entries of <c>@newest</c> in their order, and their reports.</summary>
    private static string Hits(string table) => $"{NewestKeys} CROSS JOIN {table} ON {table}.key = hit.entry CROSS JOIN report ON report.key = {table}.report";

    /// <summary>The outlets whose name holds the words; none where nothing is asked.</summary>
    private IReadOnlyList<string> Outlets(string? asked)
    {
        if (asked is null) return [];
        string folded = Folding.Fold(asked);
        IReadOnlyList<string> all = file.Guard(() => connection.Query<string>("SELECT DISTINCT outlet FROM report WHERE outlet IS NOT NULL").AsList());
        return [.. all.Where(outlet => Folding.Fold(outlet).Contains(folded, StringComparison.Ordinal))];
    }

    private string? Date(string sql, DynamicParameters values) => file.Guard(() => connection.ExecuteScalar<string?>(sql, values));

    private long Count(string sql, DynamicParameters values) => file.Guard(() => connection.ExecuteScalar<long>(sql, values));

    private List<PlacedRow<T>> Placed<T>(string sql, DynamicParameters values) => file.Guard(() => connection.Query<PagePlaceRow, T, PlacedRow<T>>(
        sql, static (place, row) => new(row, new(place.PageDate, place.PageReport, place.PageEntry)), values, splitOn: typeof(T) == typeof(ReportRow) ? "Id" : "Report").AsList());

    private static Page<T> Cut<T>(List<PlacedRow<T>> rows, int size)
        => new([.. rows.Take(size).Select(static r => r.Row)], rows.Count > size ? rows[size - 1].Place.ToString() : null);

    private sealed record PlacedRow<T>(T Row, PagePlace Place);

    private sealed record PagePlaceRow
    {
        public string? PageDate { get; init; }

        public long PageReport { get; init; }

        public long PageEntry { get; init; }
    }
}
