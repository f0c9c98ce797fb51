// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Output;

/// <summary>The columns of each list; commands and dossiers show the same ones.</summary>
internal static class Columns
{
    public static readonly Column<StatementRow>[] Statements =
    [
        new("id", r => r.Address),
        new("published", r => r.Published),
        new("outlet", r => r.Outlet),
        new("source", r => r.Source),
        new("cue", r => r.Cue),
        new("content", r => r.Content),
        new("quotation", r => r.Quotation, OnScreen: false),
        new("act", r => r.Act, OnScreen: false),
        new("negated", r => r.Negated != 0, OnScreen: false),
        new("confidence", r => r.Confidence, OnScreen: false),
        new("report", r => r.Report, OnScreen: false),
        new("input", r => r.Input, OnScreen: false),
    ];

    public static readonly Column<ActorRow>[] Actors =
    [
        new("name", r => r.Name),
        new("kind", r => r.Kind),
        new("country", r => r.Country),
        new("sector", r => r.Sector),
        new("reports", r => r.Reports),
        new("statements", r => r.Statements),
    ];

    public static readonly Column<AliasRow>[] Aliases =
    [
        new("words", r => r.Words),
        new("form", r => r.Form),
        new("mentions", r => r.Mentions),
    ];

    public static readonly Column<FigureRow>[] Figures =
    [
        new("id", r => r.Address),
        new("published", r => r.Published),
        new("outlet", r => r.Outlet),
        new("words", r => r.Words),
        new("of", r => r.Counted),
        new("value", r => r.Value),
        new("upper", r => r.Upper),
        new("unit", r => r.Unit),
        new("currency", r => r.Currency, OnScreen: false),
        new("qualifier", r => r.Qualifier),
        new("asOf", r => r.AsOf),
        new("toldBy", r => r.ToldBy),
        new("sentence", r => r.Sentence, OnScreen: false),
        new("report", r => r.Report, OnScreen: false),
        new("input", r => r.Input, OnScreen: false),
    ];

    public static readonly Column<PlaceRow>[] Places =
    [
        new("name", r => r.Name),
        new("country", r => r.Country),
        new("feature", r => r.Feature),
        new("latitude", r => r.Latitude),
        new("longitude", r => r.Longitude),
        new("geonames", r => r.GeoNames),
        new("reports", r => r.Reports),
        new("mentions", r => r.Mentions),
        new("events", r => r.Events),
    ];

    public static readonly Column<EventRow>[] Events =
    [
        new("id", r => r.Address),
        new("day", r => r.Day),
        new("type", r => r.Type),
        new("mode", r => r.Mode),
        new("actors", r => r.Actors),
        new("recipients", r => r.Recipients),
        new("place", r => r.Place),
        new("reality", r => r.Historical != 0 ? r.Reality + ", historical" : r.Reality),
        new("toldBy", r => r.ToldBy),
        new("trigger", r => r.Trigger),
        new("actorCountries", r => r.ActorCountries, OnScreen: false),
        new("actorSectors", r => r.ActorSectors, OnScreen: false),
        new("recipientCountries", r => r.RecipientCountries, OnScreen: false),
        new("recipientSectors", r => r.RecipientSectors, OnScreen: false),
        new("contexts", r => r.Contexts, OnScreen: false),
        new("time", r => r.Time, OnScreen: false),
        new("placeCountry", r => r.PlaceCountry, OnScreen: false),
        new("latitude", r => r.Latitude, OnScreen: false),
        new("longitude", r => r.Longitude, OnScreen: false),
        new("geonames", r => r.GeoNames, OnScreen: false),
        new("historical", r => r.Historical != 0, OnScreen: false),
        new("within", r => r.Within, OnScreen: false),
        new("mentions", r => r.Mentions, OnScreen: false),
        new("confidence", r => r.Confidence, OnScreen: false),
        new("published", r => r.Published, OnScreen: false),
        new("outlet", r => r.Outlet, OnScreen: false),
        new("report", r => r.Report, OnScreen: false),
        new("input", r => r.Input, OnScreen: false),
    ];

    public static readonly Column<RelationRow>[] Relations =
    [
        new("id", r => r.Address),
        new("published", r => r.Published),
        new("subject", r => r.Subject),
        new("predicate", r => r.Predicate),
        new("role", r => r.Role),
        new("object", r => r.Object),
        new("ended", r => r.Ended != 0 ? "ended" : null),
        new("time", r => r.Time, OnScreen: false),
        new("toldBy", r => r.ToldBy),
        new("words", r => r.Words, OnScreen: false),
        new("confidence", r => r.Confidence, OnScreen: false),
        new("outlet", r => r.Outlet, OnScreen: false),
        new("report", r => r.Report, OnScreen: false),
        new("input", r => r.Input, OnScreen: false),
    ];

    public static readonly Column<ProvenanceRow>[] Provenance =
    [
        new("report", r => r.Report[..8]),
        new("published", r => r.Published),
        new("pageOutlet", r => r.ReportOutlet),
        new("kind", r => r.Kind),
        new("outlet", r => r.Outlet),
        new("actor", r => r.Actor),
        new("time", r => r.Time),
        new("statement", r => r.Statement is { } id ? $"{r.Report[..8]}/{id}" : null),
        new("words", r => r.Words),
        new("url", r => r.Url, OnScreen: false),
        new("input", r => r.Input, OnScreen: false),
    ];

    public static readonly Column<ReportRow>[] Reports =
    [
        new("id", r => r.Id),
        new("published", r => r.Published),
        new("outlet", r => r.Outlet),
        new("author", r => r.Author),
        new("title", r => r.Title),
        new("firstPublishedBy", r => r.FirstPublishedBy, OnScreen: false),
        new("language", r => r.Language, OnScreen: false),
        new("statements", r => r.Statements),
        new("words", r => r.Words),
        new("appearances", r => r.Appearances, OnScreen: false),
        new("input", r => r.Input),
    ];
}
