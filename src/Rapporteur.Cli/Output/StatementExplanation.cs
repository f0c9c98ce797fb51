// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Writes the passage of a statement with its parts marked, and the steps that led to it.</summary>
internal static class StatementExplanation
{
    public static void Write(Terminal terminal, Report report, InputReference input, int index, Trace trace)
    {
        Statement statement = report.Statements[index];
        var places = new CodePointCounter(report.Text);
        List<(TextSpan Span, string Label, Style Style)> marks = [];
        if (statement.Source is { } source) marks.Add((source, "source", new Style(Color.Aqua, decoration: Decoration.Bold)));
        if (statement.Cue is { } cue) marks.Add((cue.Span, "cue", new Style(Color.Yellow, decoration: Decoration.Bold)));
        foreach (TextSpan part in statement.Content) marks.Add((part, "content", new Style(Color.Green)));
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));

        Line(terminal, "statement", $"{report.Id[..8]}/{Report.StatementId(index)}");
        string origin = string.Join(", ", new[] { report.Origin.Outlet, report.Origin.Published, report.Origin.Title, report.Origin.Author }.Where(s => s is not null));
        if (origin.Length > 0) Line(terminal, "report", origin);
        string at = input.Span is { } span ? $", characters {span.Start} to {span.End}" : "";
        Line(terminal, "input", $"{input.Name}, report {input.Index + 1}{at}");
        Line(terminal, "kind", string.Create(CultureInfo.InvariantCulture,
            $"{RecordWord.Of(statement.Quotation)}, {RecordWord.Of(statement.Act)}{(statement.IsNegated ? ", negated" : "")}; confidence {statement.Confidence:0.00}"));
        foreach ((TextSpan part, string label, _) in marks) Line(terminal, label, $"{part.In(report.Text)}  [{places.ToCodePoints(part.Start)}, {places.ToCodePoints(part.End)})");
        terminal.Say("");
        WritePassages(terminal.Screen, report, marks);
        terminal.Say("");
        terminal.Say("why");
        foreach (TraceEntry entry in Related(report, statement, trace))
        {
            string score = entry.Score is { } value ? value.ToString(" 0.00", CultureInfo.InvariantCulture) : "";
            terminal.Say(($"  {(entry.Kept ? "+" : "-")} {entry.Stage}  {entry.Rule}{score}  {entry.Note}"));
        }
    }

    /// <summary>The steps about the statement's parts, and about the passages they stand in.</summary>
    private static IEnumerable<TraceEntry> Related(Report report, Statement statement, Trace trace)
    {
        foreach (TraceEntry entry in trace.Entries)
        {
            bool own = entry.Stage == "statements" && statement.Content.Any(part => part.Overlaps(entry.Span));
            bool around = entry.Stage != "statements" && statement.Content.Any(part => entry.Span.Contains(part)) && entry.Span.Length < report.Text.Length;
            if (own || around) yield return entry;
        }
    }

    /// <summary>The passages with the parts in color, or in brackets where there are no colors.</summary>
    private static void WritePassages(IAnsiConsole screen, Report report, List<(TextSpan Span, string Label, Style Style)> marks)
    {
        bool colors = screen.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        foreach (Passage passage in report.Passages)
        {
            if (!marks.Any(m => m.Span.Overlaps(passage.Span))) continue;
            var line = new Paragraph();
            int at = passage.Span.Start;
            foreach ((TextSpan span, string label, Style style) in marks)
            {
                int start = Math.Max(span.Start, at), end = Math.Min(span.End, passage.Span.End);
                if (start >= end) continue;
                line.Append(TerminalText.Clean(report.Text[at..start]));
                line.Append(colors ? "" : $"[{label} ");
                line.Append(TerminalText.Clean(report.Text[start..end]), style);
                line.Append(colors ? "" : "]");
                at = end;
            }

            line.Append(TerminalText.Clean(report.Text[at..passage.Span.End]));
            screen.Write(new Padder(line, new Padding(2, 0, 2, 0)));
        }
    }

    private static void Line(Terminal terminal, string label, string value) => terminal.Say($"{label,-10}{value}");
}
