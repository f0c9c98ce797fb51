// SPDX-License-Identifier: Apache-2.0

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Security;

/// <summary>Says what is wrong with a request: a page to people, problem details (RFC 9457) to programs. Nothing of the server's inside is told.</summary>
internal static class Problem
{
    /// <summary>Under what a page leaves the words to say, in the items of the request.</summary>
    public static readonly object Detail = new();

    public static Task WriteAsync(HttpContext context, int status, string? detail)
    {
        string title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error";
        detail ??= context.Items[Detail] as string ?? status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take such a request.",
            StatusCodes.Status413PayloadTooLarge => $"More than {Reading.ReadEndpoint.MostBytes >> 20} MB at once can't be read here; rapporteur read on the command line can.",
            _ => "The request could not be understood.",
        };
        context.Response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/mcp"))
            return Results.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        HtmlEncoder encoder = HtmlEncoder.Default;
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{encoder.Encode(title)} · Rapporteur</title><link rel="stylesheet" href="{AssetFiles.Address("site.css")}"></head>
            <body><main class="narrow"><h1>{encoder.Encode(title)}</h1><p>{encoder.Encode(detail)}</p><p><a href="/">To the first page</a></p></main></body></html>
            """);
    }
}
