// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Warc;

/// <summary>What a Content-Type tells.</summary>
/// <param name="Name">The type, in lower case; empty if none is told.</param>
/// <param name="Charset">The charset, or null.</param>
internal sealed record MediaType(string Name, string? Charset)
{
    private static readonly string[] Kinds = ["image/", "audio/", "video/", "font/", "multipart/"];

    private static readonly string[] Types =
    [
        "text/css", "text/javascript", "application/javascript", "application/x-javascript", "application/ecmascript", "application/octet-stream", "application/wasm",
        "application/x-shockwave-flash", "application/font-woff", "application/vnd.ms-fontobject", "application/manifest+json", "text/dns", "text/vtt",
    ];

    /// <summary>Whether what is of this type holds no report: pictures, sound, programs, style.</summary>
    public bool IsPassedOver => Kinds.Any(kind => Name.StartsWith(kind, StringComparison.Ordinal)) || Types.Contains(Name, StringComparer.Ordinal);

    /// <summary>Reads the value of a Content-Type field.</summary>
    public static MediaType Of(string? field)
    {
        if (field is null) return new("", null);
        string[] parts = field.Split(';');
        string? charset = parts.Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return new(parts[0].Trim().ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\'', ' ') is { Length: > 0 } label ? label : null);
    }
}
