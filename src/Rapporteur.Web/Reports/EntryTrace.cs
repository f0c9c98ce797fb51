// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Records;
using Rapporteur.Store.Querying;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>One step that led to an entry, or away from another.</summary>
public sealed record TraceStep(string Stage, string Rule, double? Score, bool Kept, string Words, string Note);

/// <summary>Why an entry is there: its report is read again, and the steps about its words are taken down (decision 0004).</summary>
/// <param name="Steps">The steps, in the order in which they were taken.</param>
/// <param name="IsOfThisVersion">Whether this version made the entry.</param>
public sealed record EntryTrace(IReadOnlyList<TraceStep> Steps, bool IsOfThisVersion)
{
    private const int LongestWords = 160;

    /// <summary>Reads the report again; null where this version finds no such entry.</summary>
    public static EntryTrace? Of(StoredReport stored, string entry, RapporteurReader reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(reader);
        string text;
        using (JsonDocument json = JsonDocument.Parse(stored.Json)) text = json.RootElement.GetProperty("report").GetProperty("text").GetString()!;
        var trace = Trace.Listening();
        Report report = reader.Explain(text, stored.Options, trace, cancellation);
        if (EntrySteps.Of(report, entry, trace) is not { } steps) return null;
        return new(
            [.. steps.Select(step => new TraceStep(step.Stage, step.Rule, step.Score, step.Kept, ShownText.Brief(step.Span.In(text).ToString(), LongestWords), step.Note))],
            stored.Version == ReaderVersion.Fingerprint);
    }
}
