// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Writes the passages of an entry with its parts marked, and the steps that led to it.</summary>
internal static class EntryExplanation
{
    /// <summary>Writes all there is to say.</summary>
    public static void Write(Terminal terminal, Report report, InputReference input, string name, ExplainedEntry entry, Trace trace)
    {
        var places = new CodePointCounter(report.Text);
        Line(terminal, entry.Kind, $"{report.Id[..8]}/{name}");
        string origin = string.Join(", ", new[] { report.Origin.Outlet, report.Origin.Published, report.Origin.Title, report.Origin.Author }.Where(s => s is not null));
        if (origin.Length > 0) Line(terminal, "report", origin);
        string at = input.Span is { } span ? $", characters {span.Start} to {span.End}" : "";
        string page = entry.Parts is [var first, ..] && SourcePlace.At(report.Options.Places, first.Span.Start) is { } place ? $", {place}" : "";
        Line(terminal, "input", $"{input.Name}, report {input.Index + 1}{at}{page}");
        foreach ((string label, string value) in entry.Facts) Line(terminal, label, value);
        foreach (ExplainedPart part in entry.Parts) Line(terminal, part.Label, $"{part.Span.In(report.Text)}  [{places.ToCodePoints(part.Span.Start)}, {places.ToCodePoints(part.Span.End)})");
        terminal.Say("");
        WritePassages(terminal.Screen, report, entry.Parts);
        terminal.Say("");
        terminal.Say("why");
        foreach (TraceEntry step in EntrySteps.Of(report, name, trace) ?? [])
        {
            string score = step.Score is { } value ? value.ToString(" 0.00", CultureInfo.InvariantCulture) : "";
            terminal.Say($"  {(step.Kept ? "+" : "-")} {step.Stage}  {step.Rule}{score}  {step.Note}");
        }
    }

    /// <summary>The passages with the parts in color, or in brackets where there are no colors.</summary>
    private static void WritePassages(IAnsiConsole screen, Report report, IReadOnlyList<ExplainedPart> parts)
    {
        bool colors = screen.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        foreach (Passage passage in report.Passages)
        {
            if (!parts.Any(m => m.Span.Overlaps(passage.Span))) continue;
            var line = new Paragraph();
            int at = passage.Span.Start;
            foreach ((TextSpan span, string label, Style style) in parts)
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

    private static void Line(Terminal terminal, string label, string value) => terminal.Say($"{label,-10}{TerminalText.Clean(value)}");
}
