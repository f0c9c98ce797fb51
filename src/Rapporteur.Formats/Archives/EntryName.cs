// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Archives;

/// <summary>The name of a file in an archive, made harmless: it leads to nowhere outside, and holds nothing that a terminal would obey.</summary>
/// <param name="Harmless">The name; empty for what is no file.</param>
/// <param name="Oddity">What is odd about the name as it was given, or null.</param>
/// <param name="IsHidden">Whether the file, or a folder around it, is hidden, as in folders on disk; so is what macOS adds.</param>
internal sealed record EntryName(string Harmless, string? Oddity, bool IsHidden)
{
    private const int MostShown = 200;

    /// <summary>The name that an archive gives.</summary>
    public static EntryName Of(string given)
    {
        string slashed = given.Replace('\\', '/');
        if (slashed.EndsWith('/')) return new("", null, false);
        string[] parts = slashed.Split('/', StringSplitOptions.RemoveEmptyEntries);
        bool isDrive = parts is [[_, ':'], ..];
        bool leadsOut = slashed.StartsWith('/') || isDrive || parts.Contains("..");
        string[] kept = [.. parts.Skip(isDrive ? 1 : 0).Where(p => p is not ("." or "..")).Select(OneLine.Of).Where(p => p.Length > 0)];
        string harmless = kept.Length == 0 ? "unnamed" : string.Join('/', kept);
        string shown = OneLine.Of(given.Length > MostShown ? given[..MostShown] + "…" : given);
        return new(harmless, leadsOut ? $"its name in the archive is '{shown}', which leads out of it" : null, kept.Any(p => p.StartsWith('.') || p == "__MACOSX"));
    }
}
