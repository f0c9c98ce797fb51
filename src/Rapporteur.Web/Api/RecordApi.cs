// SPDX-License-Identifier: Apache-2.0

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Records;
using Rapporteur.Store.Querying;
using Rapporteur.Web.Asking;
using Rapporteur.Web.Reading;
using Rapporteur.Web.Reports;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Api;

/// <summary>The record for programs: <c>/api/v1/</c>, described by <c>/api/v1/openapi.json</c>.</summary>
internal static class RecordApi
{
    public const string Version = "v1";

    private const int UsualSize = 50;
    private const int MostSize = 500;

    private static readonly Parameter[] Paging = [new("limit", "Size of the page, 1 to 500", "integer"), new("after", "Where the page before ended: its field next")];
    private static readonly Parameter[] Dates = [new("outlet", "Part of the outlet's name"), new("since", "First date of publication: 2022, 2022-02 or 2022-02-25"), new("until", "Last date of publication")];

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddOpenApi(Version, static options => options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "Rapporteur";
            document.Info.Version = ReaderVersion.Program;
            document.Info.Description = "Who said what, on whose word, tied to the exact words. Lists come page by page: ask again with after set to the field next. Errors are problem details (RFC 9457).";
            document.Servers = [];
            return Task.CompletedTask;
        }));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/{documentName}/openapi.json");
        RouteGroupBuilder api = routes.MapGroup("/api/" + Version);
        api.MapGet("/", static (WholeRecord whole) => new RecordSummary(ReaderVersion.Fingerprint, Report.Format, whole.Totals, whole.Unread))
            .Describe("summary", "How much is in the record, by which version it is read, what was not read");
        api.MapGet("/reports", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
                Shown(record.Queries.ReportPage(Questions.Reports(query, size, problems), query["after"], query["actor"]), static r => r with { Input = ShownText.FileName(r.Input) })))
            .Produces<Page<ReportRow>>().Describe("reports", "Reports, newest first", [.. Dates, new("actor", "Only reports that mention whom this name stands for"), .. Paging]);
        api.MapGet("/reports/{id}", static (string id, RecordAccess record) => Stored(record, id))
            .Describe("report", "A report with all its entries, as docs/record.md says; the first digits of the id are enough");
        api.MapGet("/reports/{id}/why/{entry}", static (string id, string entry, RecordAccess record, StoryReader reader, HttpContext context) => Why(id, entry, record, reader, context.RequestAborted))
            .Produces<EntryTrace>().Describe("why", "Why a statement, event, figure or relation is there: the steps that led to it");
        api.MapGet("/statements", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
                Shown(record.Queries.StatementPage(Questions.Statements(query, size, problems), query["after"]), static r => r with { Input = ShownText.FileName(r.Input) })))
            .Produces<Page<StatementRow>>().Describe("statements", "Who said what, newest first",
            [
                new("source", "Words of the source; \"two words\" for a phrase, mini* for a beginning"), new("about", "Words of what was said, in the same way"), new("speaker", "A name, all of it, of whom the source names"),
                new("of", "A name, all of it, of somebody whom the content mentions"), new("act", "An act, such as accuse; may be given again"), new("quotation", "direct, indirect or mixed"),
                new("country", "Country of the source: FRA"), new("sector", "Sector of the source: GOV"), new("unnamed", "1: only sources without a name"), new("within", "1: only statements inside others"),
                new("min-confidence", "Least confidence, 0 to 1; 0.4 unless given", "number"), .. Dates, .. Paging,
            ]);
        api.MapGet("/events", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
                Shown(record.Queries.EventPage(Questions.Events(query, size, problems), query["after"]), static r => r with { Input = ShownText.FileName(r.Input) })))
            .Produces<Page<EventRow>>().Describe("events", "Who did what to whom, newest reports first",
            [
                new("type", "A type of PLOVER; may be given again"), new("reality", "asserted, negated, possible, planned, conditional; may be given again"), new("actor", "Who: a name or a country's code"),
                new("recipient", "To whom"), new("party", "On either side"), new("reported", "1: only on the reports' own word"), new("without-history", "1: without background"), new("by-event", "1: dates are those of the event"),
                new("min-confidence", "Least confidence, 0 to 1", "number"), .. Dates, .. Paging,
            ]);
        api.MapGet("/figures", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
                Shown(record.Queries.FigurePage(Questions.Figures(query, size, problems), query["after"]), static r => r with { Input = ShownText.FileName(r.Input) })))
            .Produces<Page<FigureRow>>().Describe("figures", "Numbers with what they count", [new("of", "Words of what is counted"), new("about", "Words of the sentence"), new("unit", "percent, money, count …"), .. Dates, .. Paging]);
        api.MapGet("/relations", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
                Shown(record.Queries.RelationPage(Questions.Relations(query, size, problems), query["after"]), static r => r with { Input = ShownText.FileName(r.Input) })))
            .Produces<Page<RelationRow>>().Describe("relations", "Offices, memberships, alliances", [new("actor", "A name of either side"), new("predicate", "holdsRole, memberOf …"), new("min-confidence", "Least confidence, 0 to 1", "number"), .. Dates, .. Paging]);
        api.MapGet("/actors", static (WholeRecord whole, HttpContext context) => Answer(context, (_, size, _) => new Page<ActorRow>([.. whole.Actors.Take(size)], null)))
            .Produces<Page<ActorRow>>().Describe("actors", "Who is named, those who say most first", [Paging[0]]);
        api.MapGet("/actors/{name}", static (string name, RecordAccess record, WholeRecord whole, HttpContext context) => Answer(context, (_, size, _) => Dossier(record, whole, name, size)))
            .Produces<Dossier>().Describe("dossier", "All that the record has on an actor: names, roles, statements by and about, events", [Paging[0]]);
        api.MapGet("/places", static (WholeRecord whole) => new Page<PlaceRow>(whole.Places, null)).Describe("places", "Places, those that most reports name first");
        api.MapGet("/search", static (HttpContext context, RecordAccess record) => Answer(context, (query, size, problems) =>
            {
                if (query["q"] is not { } words || FullTextQuery.From(words) is null) problems.Add("q holds no word to search for");
                return new Page<PassageRow>([.. record.Queries.SearchPage(query["q"] ?? "", size, 0).Select(static r => r with { Input = ShownText.FileName(r.Input) })], null);
            }))
            .Produces<Page<PassageRow>>().Describe("search", "Passages that hold all the words, best first; the words are between U+0002 and U+0003", [new("q", "Words; \"two words\" for a phrase, harb* for a beginning"), Paging[0]]);
        PostApi.Map(api);
    }

    /// <summary>The JSON of a report, without the folders of this machine.</summary>
    public static IResult Stored(RecordAccess record, string id) => ReportFinder.Stored(record.Queries, id, out string? problem) is { } stored
        ? Results.Bytes(InputName.WithoutFolders(stored.Json), "application/json")
        : NotFound(problem ?? "There is no such report in the record.");

    private static IResult Why(string id, string entry, RecordAccess record, StoryReader reader, CancellationToken cancellation)
    {
        if (ReportFinder.Stored(record.Queries, id, out _) is { } stored && EntryTrace.Of(stored, entry, reader.Reader, cancellation) is { } trace)
            return Results.Ok(trace);
        return NotFound("There is no such entry in the record.");
    }

    private static IResult Answer<T>(HttpContext context, Func<PageQuery, int, List<string>, T?> ask)
        where T : class
    {
        var query = new PageQuery(context.Request);
        List<string> problems = [];
        int size = UsualSize;
        if (query["limit"] is { } limit && (!int.TryParse(limit, out size) || size is < 1 or > MostSize)) problems.Add($"limit is a number from 1 to {MostSize}");
        T? answer = ask(query, Math.Clamp(size, 1, MostSize), problems);
        if (problems.Count > 0) return Results.Problem(string.Join("; ", problems), statusCode: StatusCodes.Status400BadRequest);
        return answer is null ? NotFound("There is no such thing in the record.") : Results.Ok(answer);
    }

    private static Dossier? Dossier(RecordAccess record, WholeRecord whole, string name, int size)
    {
        IReadOnlyList<ActorRow> actors = whole.ActorsCalled(name, record.Queries, size);
        return actors.Count == 0 ? null : new(
            actors, record.Queries.Aliases(name, size), record.Queries.RelationPage(new RelationFilter { Actor = name, Limit = size }).Rows,
            [.. record.Queries.StatementPage(new StatementFilter { SourceActor = name, Limit = size }).Rows.Select(static r => r with { Input = ShownText.FileName(r.Input) })],
            [.. record.Queries.StatementPage(new StatementFilter { AboutActor = name, Limit = size }).Rows.Select(static r => r with { Input = ShownText.FileName(r.Input) })],
            [.. record.Queries.EventPage(new EventFilter { Party = name, Limit = size }).Rows.Select(static r => r with { Input = ShownText.FileName(r.Input) })]);
    }

    private static Page<T> Shown<T>(Page<T> page, Func<T, T> show) => page with { Rows = [.. page.Rows.Select(show)] };

    private static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}

/// <summary>How much is in the record, and by which version it is read.</summary>
public sealed record RecordSummary(string Version, string Format, RecordTotals Totals, IReadOnlyList<UnreadRow> Unread);

/// <summary>All that the record has on an actor.</summary>
public sealed record Dossier(
    IReadOnlyList<ActorRow> Actors, IReadOnlyList<AliasRow> Aliases, IReadOnlyList<RelationRow> Relations, IReadOnlyList<StatementRow> By, IReadOnlyList<StatementRow> About,
    IReadOnlyList<EventRow> Events);
