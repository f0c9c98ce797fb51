// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>What a person should know of how a text was read, from several that have something to say.</summary>
internal static class Notes
{
    /// <summary>The notes there are as one; null if there is none.</summary>
    public static string? Join(params IEnumerable<string?> notes) => string.Join("; ", notes.OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
