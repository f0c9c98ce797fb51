// SPDX-License-Identifier: Apache-2.0

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Security;

/// <summary>The page that asks for the token, where others than this machine can reach the page.</summary>
internal static class EntryPage
{
    public static void Map(WebApplication application, AccessToken token)
    {
        application.MapGet("/enter", static (HttpContext context) => WriteAsync(context, "")).ExcludeFromDescription();
        application.MapPost("/enter", async (HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
            if (!token.Is(form["token"]))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await WriteAsync(context, "That is not the token.").ConfigureAwait(false);
                return;
            }

            context.Response.Cookies.Append(PageSecurity.SessionCookie, token.Session, new CookieOptions
            {
                HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(30),
            });
            context.Response.Redirect("/");
        }).DisableAntiforgery().ExcludeFromDescription();         // there is no session yet that another site could use
    }

    private static Task WriteAsync(HttpContext context, string note)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Enter · Rapporteur</title><link rel="stylesheet" href="{AssetFiles.Address("site.css")}"></head>
            <body><main class="narrow"><h1>Rapporteur</h1><form method="post" action="/enter" class="stacked"><label for="token">Token</label>
            <input id="token" name="token" type="password" autocomplete="current-password" required autofocus><p role="status">{note}</p><button>Enter</button>
            <p class="muted">It was shown on the terminal when the page was first served.</p></form></main></body></html>
            """);
    }
}
