// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Cli.Inputs;

/// <summary>What reading into a record came to.</summary>
internal sealed record ReadingTotals
{
    public long Added { get; init; }

    public long Replaced { get; init; }

    public long Known { get; init; }

    public long Failed { get; init; }

    /// <summary>Addresses that did not change since they were read.</summary>
    public long Unchanged { get; init; }

    public long Words { get; init; }

    public long Statements { get; init; }

    public long Events { get; init; }

    /// <summary>Whether there was nothing at all.</summary>
    public bool IsNothing => this == new ReadingTotals();

    public ReadingTotals Plus(ReadingTotals other) => new()
    {
        Added = Added + other.Added, Replaced = Replaced + other.Replaced, Known = Known + other.Known, Failed = Failed + other.Failed, Unchanged = Unchanged + other.Unchanged,
        Words = Words + other.Words, Statements = Statements + other.Statements, Events = Events + other.Events,
    };

    /// <summary>In words: "reports: 3 new, 1 known already; 4 statements and 2 events in 210 words read".</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        List<string> parts = [];
        if (Added > 0) parts.Add(string.Create(culture, $"{Added:N0} new"));
        if (Replaced > 0) parts.Add(string.Create(culture, $"{Replaced:N0} read anew"));
        if (Known > 0) parts.Add(string.Create(culture, $"{Known:N0} known already"));
        if (Failed > 0) parts.Add(string.Create(culture, $"{Failed:N0} not read"));
        string reports = parts.Count == 0 ? "nothing to read" : "reports: " + string.Join(", ", parts);
        string addresses = Unchanged == 0 ? "" : string.Create(culture, $"; {Unchanged:N0} {(Unchanged == 1 ? "address" : "addresses")} unchanged");
        return string.Create(culture, $"{reports}{addresses}; {Statements:N0} statements and {Events:N0} events in {Words:N0} words read");
    }
}
