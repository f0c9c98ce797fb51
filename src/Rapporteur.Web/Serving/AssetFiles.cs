// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web.Serving;

/// <summary>The page's own files: style, scripts, charts. They are resources of this assembly; an address holds the content's hash, so that a browser keeps them for good.</summary>
internal static class AssetFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, (string Hash, byte[] Content)> Files = Load();

    /// <summary>The address of a file: <c>/assets/3f2a9c1b5d6e/site.css</c>.</summary>
    public static string Address(string name) => $"/assets/{Files[name].Hash}/{name}";

    /// <summary>Serves the files.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{hash}/{**name}", (string hash, string name, HttpContext context) =>
    {
        if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
        context.Response.Headers.CacheControl = hash == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Content, TypeOf(name), entityTag: new($"\"{file.Hash}\""));
    }).AllowAnonymous().ExcludeFromDescription();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static FrozenDictionary<string, (string, byte[])> Load()
    {
        Assembly assembly = typeof(AssetFiles).Assembly;
        Dictionary<string, (string, byte[])> files = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            files[resource[Prefix.Length..].Replace('\\', '/')] = (Convert.ToHexStringLower(SHA256.HashData(content))[..12], content);
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
