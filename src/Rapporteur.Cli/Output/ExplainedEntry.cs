// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Words of an entry, with what they are in it.</summary>
internal readonly record struct ExplainedPart(TextSpan Span, string Label, Style Style);

/// <summary>What there is to say of an entry: its kind, what the record holds of it, and the words it stands on.</summary>
/// <param name="Kind">statement, event, figure or relation.</param>
/// <param name="Facts">What the record holds of it, beside words.</param>
/// <param name="Parts">Its words, in order of the text.</param>
internal sealed record ExplainedEntry(string Kind, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<ExplainedPart> Parts)
{
    private static readonly Style First = new(Color.Aqua, decoration: Decoration.Bold), Second = new(Color.Yellow, decoration: Decoration.Bold), Third = new(Color.Green);

    /// <summary>The entry of a name; null if the report has none.</summary>
    public static ExplainedEntry? Of(Report report, string name)
    {
        int index = EntrySteps.IndexOf(name);
        return name[0] switch
        {
            's' when index < report.Statements.Count => Of(report, report.Statements[index]),
            'e' when index < report.Events.Count => Of(report, report.Events[index]),
            'f' when index < report.Figures.Count => Of(report, report.Figures[index]),
            'r' when index < report.Relations.Count => Of(report, report.Relations[index]),
            _ => null,
        };
    }

    private static ExplainedEntry Of(Report report, Statement statement)
    {
        List<ExplainedPart> parts = [];
        if (statement.Source is { } source) parts.Add(new(source, "source", First));
        if (statement.Cue is { } cue) parts.Add(new(cue.Span, "cue", Second));
        foreach (TextSpan part in statement.Content) parts.Add(new(part, "content", Third));
        List<(string, string)> facts = [("kind", Text($"{RecordWord.Of(statement.Quotation)}, {RecordWord.Of(statement.Act)}{(statement.IsNegated ? ", negated" : "")}; confidence {statement.Confidence:0.00}"))];
        AddWithin(report, statement.Within, facts);
        return new("statement", facts, InOrder(parts));
    }

    private static ExplainedEntry Of(Report report, PoliticalEvent told)
    {
        List<ExplainedPart> parts = [new(told.Trigger.Span, "trigger", Second)];
        foreach (EventTrigger mention in told.Mentions) parts.Add(new(mention.Span, "again", Second));
        foreach (EventParty party in told.Actors) parts.Add(new(party.Span, "actor", First));
        foreach (EventParty party in told.Recipients) parts.Add(new(party.Span, "recipient", Third));
        string mode = told.Mode is null ? "" : $" {told.Mode}";
        List<(string, string)> facts =
        [
            ("kind", Text($"{RecordWord.Of(told.Type)}{mode}, {RecordWord.Of(told.Reality)}{(told.IsHistorical ? ", historical" : "")}; confidence {told.Confidence:0.00}")),
        ];
        foreach (EventParty party in told.Actors) facts.Add(("actor", Coded(report, party)));
        foreach (EventParty party in told.Recipients) facts.Add(("recipient", Coded(report, party)));
        if (told.Time is { } time) facts.Add(("time", $"{report.Times[time].Value}, “{report.Times[time].Span.In(report.Text)}”"));
        if (told.Place is { } place) facts.Add(("place", report.Places[place].Name));
        if (told.Contexts.Count > 0) facts.Add(("contexts", string.Join(", ", told.Contexts)));
        AddWithin(report, told.Within, facts);
        return new("event", facts, InOrder(parts));
    }

    private static ExplainedEntry Of(Report report, Figure figure)
    {
        List<ExplainedPart> parts = [new(figure.Span, "figure", Second)];
        if (figure.Of is { } of) parts.Add(new(of, "of", Third));
        string upper = figure.Upper is { } most ? Text($" to {most}") : "", currency = figure.Currency is null ? "" : $" {figure.Currency}";
        List<(string, string)> facts = [("value", Text($"{figure.Value}{upper}{currency}, {RecordWord.Of(figure.Unit)}, {RecordWord.Of(figure.Qualifier)}"))];
        if (figure.AsOf is { } day) facts.Add(("as of", day));
        AddWithin(report, figure.Within, facts);
        return new("figure", facts, InOrder(parts));
    }

    private static ExplainedEntry Of(Report report, Relation relation)
    {
        List<(string, string)> facts =
        [
            ("subject", report.Actors[relation.Subject].Name),
            ("predicate", Text($"{RecordWord.Of(relation.Predicate)}{(relation.HasEnded ? ", ended" : "")}; confidence {relation.Confidence:0.00}")),
        ];
        if (relation.Object is { } other) facts.Add(("object", report.Actors[other].Name));
        if (relation.Role is { } role) facts.Add(("role", role));
        AddWithin(report, relation.Within, facts);
        return new("relation", facts, [new(relation.Span, "words", Third)]);
    }

    private static void AddWithin(Report report, int? within, List<(string Label, string Value)> facts)
    {
        if (within is not { } statement) return;
        string source = report.Statements[statement].Source is { } by ? $", the word of {by.In(report.Text)}" : "";
        facts.Add(("within", $"{report.Id[..8]}/{Report.StatementId(statement)}{source}"));
    }

    private static string Coded(Report report, EventParty party)
        => $"{(party.Actor is { } actor ? report.Actors[actor].Name : party.Span.In(report.Text).ToString())}, {party.Country ?? "no country"}{(party.Sector is null ? "" : " " + party.Sector)}";

    private static List<ExplainedPart> InOrder(List<ExplainedPart> parts)
    {
        parts.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return parts;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
