// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>Picks out of a trace the steps that led to one entry, or away from another at the same words.</summary>
public static class EntrySteps
{
    /// <summary>Whether a word is the name of an entry that can be explained: <c>s3</c>, <c>e1</c>, <c>f2</c>, <c>r4</c>.</summary>
    public static bool IsName(string? name)
        => name is ['s' or 'e' or 'f' or 'r', ..] && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;

    /// <summary>The steps, in the order in which they were taken: those of the entry's stage about its words, and those about the passages these stand in.</summary>
    /// <param name="report">The report, read with the trace on.</param>
    /// <param name="name">The entry's name: <c>s3</c>.</param>
    /// <param name="trace">What was taken down.</param>
    /// <returns>The steps; null if the report has no such entry.</returns>
    public static IReadOnlyList<TraceEntry>? Of(Report report, string name, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(trace);
        if (!IsName(name) || WordsOf(report, name[0], IndexOf(name)) is not { } words) return null;
        string stage = StageOf(name[0]);
        return
        [
            .. trace.Entries.Where(step => step.Stage == stage
                ? words.Any(step.Span.Overlaps)
                : step.Stage is "passages" or "language" && step.Span.Length < report.Text.Length && words.Any(step.Span.Contains)),
        ];
    }

    /// <summary>Index of the entry that a name names, in its list.</summary>
    internal static int IndexOf(string name) => int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) - 1;

    /// <summary>The stage that makes the entries whose names begin so, as the trace names it.</summary>
    private static string StageOf(char letter) => letter switch
    {
        's' => "statements",
        'e' => "events",
        'f' => "figures",
        _ => "relations",
    };

    /// <summary>The words by which the steps of an entry are told; null if there is no such entry.</summary>
    private static IReadOnlyList<TextSpan>? WordsOf(Report report, char letter, int index) => letter switch
    {
        's' when index < report.Statements.Count => report.Statements[index].Content,
        'e' when index < report.Events.Count => [report.Events[index].Trigger.Span, .. report.Events[index].Mentions.Select(static m => m.Span)],
        'f' when index < report.Figures.Count => report.Figures[index].Of is { } of ? [report.Figures[index].Span, of] : [report.Figures[index].Span],
        'r' when index < report.Relations.Count => [report.Relations[index].Span],
        _ => null,
    };
}
