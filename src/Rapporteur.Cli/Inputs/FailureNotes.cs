// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Manifests;

namespace Rapporteur.Cli.Inputs;

/// <summary>Says on standard error what could not be read, where and why: a line each.</summary>
internal sealed class FailureNotes(Terminal terminal)
{
    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public void Add(string input, string? place, string reason)
    {
        Count++;
        terminal.Note($"not read: {input}{(place is null ? "" : ", " + place)}: {reason}");
    }

    /// <summary>What a manifest names and no input was.</summary>
    public void AddAbsent(IEnumerable<ManifestRow> rows)
    {
        foreach (ManifestRow row in rows) Add(row.Name, null, $"the manifest names it on line {row.Line}, but it is not among the inputs");
    }
}
