// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Manifests;

namespace Rapporteur.Cli.Inputs;

/// <summary>Says on standard error what could not be read, where and why: a line each.</summary>
/// <param name="terminal">Where.</param>
/// <param name="tellsOnce">Whether what fails again for the same reason is not told again.</param>
internal sealed class FailureNotes(Terminal terminal, bool tellsOnce = false)
{
    private readonly HashSet<(string, string?, string)> told = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public void Add(string input, string? place, string reason)
    {
        Count++;
        if (tellsOnce && !told.Add((input, place, reason))) return;
        terminal.Note($"not read: {input}{(place is null ? "" : ", " + place)}: {reason}");
    }

    /// <summary>What a manifest names and no input was.</summary>
    public void AddAbsent(IEnumerable<ManifestRow> rows)
    {
        foreach (ManifestRow row in rows) Add(row.Name, null, $"the manifest names it on line {row.Line}, but it is not among the inputs");
    }
}
