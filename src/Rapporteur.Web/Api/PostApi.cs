// SPDX-License-Identifier: Apache-2.0

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Web.Reading;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Api;

/// <summary>A text to read, with what is known of it.</summary>
public sealed record PostedText(string? Text, string? Name, string? Outlet, string? Published, string? Author, string? Title, string? Url);

/// <summary>What came of a posted text.</summary>
public sealed record PostedReports(IReadOnlyList<StoryRead> Reports, IReadOnlyList<string> Failures);

/// <summary>Reads posted texts: into the record, or only for the answer.</summary>
internal static class PostApi
{
    private const int LongestName = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/reports", static async (HttpContext context, StoryReader reader) =>
        {
            if (await TextOf(context).ConfigureAwait(false) is not { } input) return Refused();
            StoriesRead read = await reader.ReadAsync([input], context.RequestAborted).ConfigureAwait(false);
            return Results.Ok(new PostedReports(read.Reports, [.. read.Failures.Select(static f => f.Reason)]));
        }).Accepts<PostedText>("application/json", "text/plain").Produces<PostedReports>().Describe("read", "Reads a text into the record; it may hold several reports");
        api.MapPost("/extract", static async (HttpContext context, StoryReader reader) =>
        {
            if (await TextOf(context).ConfigureAwait(false) is not { } input) return Refused();
            IReadOnlyList<Report> reports = reader.Reader.ReadAll(input.Text, input.Options, context.RequestAborted);
            using var lines = new MemoryStream();
            foreach (Report report in reports)
            {
                lines.Write(report.ToJson());
                lines.WriteByte((byte)'\n');
            }

            return Results.Bytes(lines.ToArray(), "application/jsonl");
        }).Accepts<PostedText>("application/json", "text/plain").Describe("extract", "Reads a text and answers with JSON Lines, one report a line, as docs/record.md says; stores nothing");
    }

    private static async Task<InputText?> TextOf(HttpContext context)
    {
        PostedText? posted = null;
        try
        {
            if (context.Request.HasJsonContentType()) posted = await context.Request.ReadFromJsonAsync<PostedText>(context.RequestAborted).ConfigureAwait(false);
            else if (context.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            {
                using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false));
                posted = new(await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false), null, null, null, null, null, null);
            }
        }
        catch (JsonException)
        {
            return null;
        }

        if (posted?.Text is not { Length: > 0 } text) return null;
        string name = ShownText.Brief(ShownText.FileName(posted.Name ?? "posted"), LongestName);
        var options = new ReadOptions { InputName = name, Outlet = posted.Outlet, Published = StoryReader.DateOf(posted.Published), Author = posted.Author, Title = posted.Title, Url = posted.Url };
        return new InputText(name, text, options) { IsVerbatim = true, Map = OffsetMap.Identity };
    }

    private static IResult Refused() => Results.Problem("Send the text as text/plain, or as JSON: { \"text\": \"…\", \"outlet\": \"…\", \"published\": \"2024-05-02\" }", statusCode: StatusCodes.Status400BadRequest);
}
