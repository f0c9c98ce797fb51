// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Cli.Output;

/// <summary>Writes a relation in the words it stands on, and the steps that led to it.</summary>
internal static class RelationExplanation
{
    private const int Around = 120;

    /// <summary>The relation that an entry's name names: <c>r3</c>; −1 where it names none.</summary>
    public static int IndexOf(string entry)
        => entry is ['r', ..] && int.TryParse(entry.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;

    public static void Write(Terminal terminal, Report report, InputReference input, int index, Trace trace)
    {
        if (index >= report.Relations.Count)
            throw new Store.RecordException("This version finds no such entry in the report. Read its input again to bring the record up to date.");
        Relation relation = report.Relations[index];
        var places = new CodePointCounter(report.Text);
        Line(terminal, "relation", $"{report.Id[..8]}/{Report.RelationId(index)}");
        Line(terminal, "input", $"{input.Name}, report {input.Index + 1}");
        Line(terminal, "subject", report.Actors[relation.Subject].Name);
        Line(terminal, "predicate", string.Create(CultureInfo.InvariantCulture, $"{RecordWord.Of(relation.Predicate)}{(relation.HasEnded ? ", ended" : "")}; confidence {relation.Confidence:0.00}"));
        if (relation.Object is { } other) Line(terminal, "object", report.Actors[other].Name);
        if (relation.Role is { } role) Line(terminal, "role", role);
        if (relation.Within is { } statement) Line(terminal, "within", $"{report.Id[..8]}/{Report.StatementId(statement)}");
        Line(terminal, "words", $"{relation.Span.In(report.Text)}  [{places.ToCodePoints(relation.Span.Start)}, {places.ToCodePoints(relation.Span.End)})");
        terminal.Say("");
        terminal.Say($"  {Before(report.Text, relation.Span)}[{relation.Span.In(report.Text)}]{After(report.Text, relation.Span)}");
        terminal.Say("");
        terminal.Say("why");
        foreach (TraceEntry entry in trace.Entries)
        {
            if (entry.Stage != "relations" || !entry.Span.Overlaps(relation.Span)) continue;
            string score = entry.Score is { } value ? value.ToString(" 0.00", CultureInfo.InvariantCulture) : "";
            terminal.Say($"  {(entry.Kept ? "+" : "-")} {entry.Stage}  {entry.Rule}{score}  {entry.Note}");
        }
    }

    private static string Before(string text, TextSpan span)
    {
        int from = Math.Max(text.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1, span.Start - Around);
        return from >= span.Start ? "" : text[from..span.Start];
    }

    private static string After(string text, TextSpan span)
    {
        int end = text.IndexOf('\n', span.End);
        return text[span.End..Math.Min(end < 0 ? text.Length : end, Math.Min(text.Length, span.End + Around))];
    }

    private static void Line(Terminal terminal, string label, string value) => terminal.Say($"{label,-10}{value}");
}
