// SPDX-License-Identifier: Apache-2.0

using Dapper;

namespace Rapporteur.Store.Querying;

/// <content>Events, figures, relations, places, provenance, and dossiers.</content>
public sealed partial class RecordQueries
{
    private const string NewestFirst = "ORDER BY published IS NULL, published DESC, input, inputIndex";

    private static readonly string EventColumns =
        $"""
        report.id AS Report, event.id AS Id, event."start" AS Start, title AS Title, url AS Url, outlet AS Outlet, published AS Published, input AS Input, day AS Day, time AS Time, type AS Type, mode AS Mode,
        contexts AS Contexts, "trigger" AS "Trigger", mentions AS Mentions,
        {Parties("actor", "coalesce(actor.name, party.words)")} AS Actors, {Parties("actor", "coalesce(party.country, '')")} AS ActorCountries,
        {Parties("actor", "coalesce(party.sector, '')")} AS ActorSectors,
        {Parties("recipient", "coalesce(actor.name, party.words)")} AS Recipients, {Parties("recipient", "coalesce(party.country, '')")} AS RecipientCountries,
        {Parties("recipient", "coalesce(party.sector, '')")} AS RecipientSectors,
        place.name AS Place, place.feature AS PlaceFeature, place.country AS PlaceCountry, place.latitude AS Latitude, place.longitude AS Longitude, place.geonames AS GeoNames,
        reality AS Reality, historical AS Historical, within AS Within, {ToldBy("event")} AS ToldBy, confidence AS Confidence
        """;

    private static readonly string FigureColumns =
        $"""
        report.id AS Report, figure.id AS Id, outlet AS Outlet, published AS Published, input AS Input, figure.words AS Words, value AS Value, upper AS Upper,
        unit AS Unit, currency AS Currency, counted AS Counted, qualifier AS Qualifier, asOf AS AsOf, {ToldBy("figure")} AS ToldBy, passage AS Sentence
        """;

    private static readonly string RelationColumns =
        $"""
        report.id AS Report, relation.id AS Id, outlet AS Outlet, published AS Published, input AS Input, subject.name AS Subject, predicate AS Predicate,
        other.name AS "Object", role AS Role, time AS Time, ended AS Ended, {ToldBy("relation")} AS ToldBy, relation.words AS Words, confidence AS Confidence
        """;

    /// <summary>Events, newest reports first (by <see cref="EventFilter.ByEvent"/>, newest events), within a report in order of the text.</summary>
    public IReadOnlyList<EventRow> Events(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter.ByEvent ? new ReportFilter { Outlet = filter.Outlet } : filter);
        if (filter.ByEvent) where.AddDates("event.day", filter);
        where.Add(filter.Types.Count > 0, "event.type IN @types", "types", filter.Types.Select(static t => t.ToUpperInvariant()).ToArray());
        where.Add(filter.Modes.Count > 0, "event.mode IN @modes", "modes", filter.Modes.Select(static m => m.ToLowerInvariant()).ToArray());
        where.AddParty("doer", "party.role = 'actor' AND ", filter.Actor);
        where.AddParty("receiver", "party.role = 'recipient' AND ", filter.Recipient);
        where.AddParty("side", "", filter.Party);
        where.Add(filter.Realities.Count > 0, "event.reality IN @realities", "realities", filter.Realities);
        where.Add(filter.OnlyReported, "event.within IS @own", "own", null);
        where.Add(filter.WithoutHistory, "event.historical = @now", "now", 0);
        where.Add(filter.MinConfidence is not null, "event.confidence >= @confidence", "confidence", filter.MinConfidence);
        return file.Guard(() => connection.Query<EventRow>(
            $"""
            SELECT {EventColumns}
            FROM event JOIN report ON report.key = event.report LEFT JOIN place ON place.key = event.place {where}
            {(filter.ByEvent ? "ORDER BY event.day IS NULL, event.day DESC, input, inputIndex" : NewestFirst)}, event.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>Figures, newest reports first, within a report in order of the text.</summary>
    public IReadOnlyList<FigureRow> Figures(FigureFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.AddMatch("figure.key", "figureText", filter.Of, "counted");
        where.AddMatch("figure.key", "figureText", filter.About, "passage");
        where.Add(filter.Unit is not null, "figure.unit = @unit COLLATE NOCASE", "unit", filter.Unit);
        return file.Guard(() => connection.Query<FigureRow>(
            $"""
            SELECT {FigureColumns}
            FROM figure JOIN report ON report.key = figure.report {where}
            {NewestFirst}, figure.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>Relations, newest reports first, within a report in order of the text.</summary>
    public IReadOnlyList<RelationRow> Relations(RelationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(
            filter.Actor is not null,
            "(relation.subject IN (SELECT actor FROM alias WHERE folded = @actor) OR relation.object IN (SELECT actor FROM alias WHERE folded = @actor))",
            "actor", filter.Actor is null ? null : Folding.Fold(filter.Actor));
        where.Add(filter.Predicate is not null, "relation.predicate = @predicate COLLATE NOCASE", "predicate", filter.Predicate);
        where.Add(filter.MinConfidence is not null, "relation.confidence >= @confidence", "confidence", filter.MinConfidence);
        return file.Guard(() => connection.Query<RelationRow>(
            $"""
            SELECT {RelationColumns}
            FROM relation JOIN report ON report.key = relation.report JOIN actor AS subject ON subject.key = relation.subject
                LEFT JOIN actor AS other ON other.key = relation.object {where}
            {NewestFirst}, relation.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>Places across reports, those that most reports name first.</summary>
    public IReadOnlyList<PlaceRow> Places(PlaceFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(filter.Country is not null, "place.country = @country COLLATE NOCASE", "country", filter.Country);
        where.Add(filter.Feature is not null, "place.feature = @feature COLLATE NOCASE", "feature", filter.Feature);
        return file.Guard(() => connection.Query<PlaceRow>(
            $"""
            SELECT {PlaceColumns}
            FROM place JOIN report ON report.key = place.report {where}
            {ByPlace} {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>How words reached their pages, newest reports first.</summary>
    /// <param name="filter">Which reports.</param>
    /// <param name="reportId">Only this report; null for all.</param>
    public IReadOnlyList<ProvenanceRow> Provenance(ReportFilter filter, string? reportId = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(reportId is not null, "report.id = @reportId", "reportId", reportId);
        return file.Guard(() => connection.Query<ProvenanceRow>(
            $"""
            SELECT report.id AS Report, report.outlet AS ReportOutlet, published AS Published, input AS Input, provenance.kind AS Kind, provenance.outlet AS Outlet,
                actor.name AS Actor, provenance.url AS Url, provenance.time AS Time, provenance.statement AS Statement, provenance.words AS Words
            FROM provenance JOIN report ON report.key = provenance.report LEFT JOIN actor ON actor.key = provenance.actor {where}
            {NewestFirst}, provenance.key {Limit(filter)}
            """,
            where.Values).AsList());
    }

    /// <summary>All that the record has on an actor.</summary>
    /// <param name="name">Any of its names or short descriptions, all of it; capitals and accents do not matter.</param>
    /// <param name="filter">Which reports, and how many rows of each list.</param>
    /// <returns>The dossier; null if nobody in the record bears the name.</returns>
    public ActorDossier? Dossier(string name, ReportFilter filter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(filter);
        IReadOnlyList<ActorRow> actors = Actors(filter.About(new ActorFilter { Name = name }));
        if (actors.Count == 0) return null;
        var where = new Conditions();
        where.AddReport(filter);
        where.Add(true, "actor.key IN (SELECT actor FROM alias WHERE folded = @name)", "name", Folding.Fold(name));
        var reports = new Conditions();
        reports.AddReport(filter);
        reports.Add(true, "report.key IN (SELECT actor.report FROM actor JOIN alias ON alias.actor = actor.key WHERE alias.folded = @name)", "name", Folding.Fold(name));
        IReadOnlyList<AliasRow> aliases = file.Guard(() => connection.Query<AliasRow>(
            $"""
            SELECT alias.words AS Words, alias.form AS Form, sum(alias.mentions) AS Mentions
            FROM alias JOIN actor ON actor.key = alias.actor JOIN report ON report.key = actor.report {where}
            GROUP BY alias.words, alias.form ORDER BY alias.form, 3 DESC, 1 {Limit(filter)}
            """,
            where.Values).AsList());
        return new(
            actors, aliases,
            Relations(filter.About(new RelationFilter { Actor = name })),
            Statements(filter.About(new StatementFilter { SourceActor = name })),
            Statements(filter.About(new StatementFilter { AboutActor = name })),
            Events(filter.About(new EventFilter { Party = name })),
            Reports(reports, filter));
    }

    private static string Parties(string role, string what)
        => $"(SELECT group_concat({what}, '; ' ORDER BY party.number) FROM party LEFT JOIN actor ON actor.key = party.actor WHERE party.event = event.key AND party.role = '{role}')";

    private static string ToldBy(string table)
        => $"coalesce((SELECT source FROM statement WHERE statement.report = {table}.report AND statement.id = {table}.within), iif({table}.within IS NULL, outlet, NULL))";
}
