// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Security;

/// <summary>What every request passes before a page sees it: the host's name, where it comes from, the token; and the headers of every answer.</summary>
internal static class PageSecurity
{
    public const string SessionCookie = "rapporteur-session";

    /// <summary>Nothing but the page's own files; no script or style inside a page; nobody may frame it.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void Use(WebApplication application, ServeOptions options, AccessToken? token)
    {
        application.Use((context, next) =>
        {
            SetHeaders(context.Response.Headers);
            return next(context);
        });
        application.UseExceptionHandler(static failed => failed.Run(static context => Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "Something went wrong here. What and where is on the terminal that serves the page.")));
        application.Use((context, next) => Refusal(context, options, token) is { } refusal ? refusal : next(context));
        application.UseStatusCodePages(static page => Problem.WriteAsync(page.HttpContext, page.HttpContext.Response.StatusCode, null));
        if (token is not null) EntryPage.Map(application, token);
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";         // with none at all, a browser would send forms with an origin of null
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
    }

    /// <summary>What to answer instead of the page; null where nothing speaks against it.</summary>
    private static Task? Refusal(HttpContext context, ServeOptions options, AccessToken? token)
    {
        HttpRequest request = context.Request;

        // A name that another's server gave to this machine's address would make its page one origin with ours.
        if (options.IsLoopback && !LoopbackNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "This page answers to the name localhost only.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && IsForeign(request))
            return Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "Another site may not send anything here.");
        if (token is null || IsOpen(request.Path) || token.IsSession(request.Cookies[SessionCookie]) || token.Is(Bearer(request))) return null;
        if (HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/mcp"))
        {
            context.Response.Redirect("/enter");
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, "Give the token: Authorization: Bearer TOKEN");
    }

    private static bool IsOpen(PathString path) => path.StartsWithSegments("/enter") || path.StartsWithSegments("/assets");

    private static bool IsForeign(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (origin is not null && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)) return true;
        return (string?)request.Headers["Sec-Fetch-Site"] is "cross-site" or "same-site";
    }

    private static string? Bearer(HttpRequest request)
        => (string?)request.Headers.Authorization is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : null;
}
