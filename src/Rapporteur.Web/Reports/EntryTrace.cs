// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>One step that led to an entry, or away from another.</summary>
public sealed record TraceStep(string Stage, string Rule, double? Score, bool Kept, string Words, string Note);

/// <summary>Why a statement is there: its report is read again, and the steps about its words are taken down (decision 0004).</summary>
/// <param name="Steps">The steps, in the order in which they were taken.</param>
/// <param name="IsOfThisVersion">Whether this version made the entry.</param>
public sealed record EntryTrace(IReadOnlyList<TraceStep> Steps, bool IsOfThisVersion)
{
    private const int LongestWords = 160;

    /// <summary>Reads the report again; null where this version finds no such statement.</summary>
    public static EntryTrace? Of(StoredReport stored, int index, RapporteurReader reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(reader);
        string text;
        using (JsonDocument json = JsonDocument.Parse(stored.Json)) text = json.RootElement.GetProperty("report").GetProperty("text").GetString()!;
        var trace = Trace.Listening();
        Report report = reader.Explain(text, stored.Options, trace, cancellation);
        if (index < 0 || index >= report.Statements.Count) return null;
        Statement statement = report.Statements[index];
        return new(
            [
                .. from step in trace.Entries
                   where IsAbout(step, statement, text.Length)
                   select new TraceStep(step.Stage, step.Rule, step.Score, step.Kept, ShownText.Brief(step.Span.In(text).ToString(), LongestWords), step.Note),
            ],
            stored.Version == ReaderVersion.Fingerprint);
    }

    /// <summary>The steps about the statement's parts, and about the passages they stand in.</summary>
    private static bool IsAbout(TraceEntry step, Statement statement, int length) => step.Stage == "statements"
        ? statement.Content.Any(part => part.Overlaps(step.Span))
        : step.Span.Length < length && statement.Content.Any(part => step.Span.Contains(part));
}
