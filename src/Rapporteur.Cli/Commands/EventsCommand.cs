// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur events</c>: who did what to whom.</summary>
internal static class EventsCommand
{
    public static Command Create(Terminal terminal)
    {
        var type = new Option<string[]>("--type") { Description = "Only these PLOVER types: " + string.Join(", ", Enum.GetValues<EventType>().Select(RecordWord.Of)), HelpName = "type", AllowMultipleArgumentsPerToken = true };
        type.AcceptOnlyFromAmong([.. Enum.GetValues<EventType>().SelectMany(static t => new[] { RecordWord.Of(t), RecordWord.Of(t).ToLowerInvariant() })]);
        var mode = new Option<string[]>("--mode") { Description = "Only these PLOVER modes: expel, demo, arrest, …", HelpName = "mode", AllowMultipleArgumentsPerToken = true };
        var actor = new Option<string?>("--actor") { Description = "Who did it: a country's code (USA) or a name", HelpName = "who" };
        var recipient = new Option<string?>("--recipient") { Description = "To whom: a country's code or a name", HelpName = "whom" };
        var reality = new Option<string[]>("--reality") { Description = "Only events told so: asserted, negated, possible, planned, conditional", HelpName = "reality", AllowMultipleArgumentsPerToken = true };
        reality.AcceptOnlyFromAmong([.. Enum.GetValues<EventReality>().Select(RecordWord.Of)]);
        var reported = new Option<bool>("--reported") { Description = "Only what reports tell on their own word, not on a source's" };
        var recent = new Option<bool>("--no-history") { Description = "Without what is told as background from an earlier time" };
        var by = new Option<string>("--by") { Description = "What --since and --until are dates of", HelpName = "report|event", DefaultValueFactory = _ => "report" };
        by.AcceptOnlyFromAmong("report", "event");
        var confidence = new Option<double?>("--min-confidence") { Description = "Least probability that the entry is right, 0 to 1", HelpName = "p" };
        var command = new Command("events", "Lists who did what to whom, when and where, as what it is told, and on whose word.") { type, mode, actor, recipient, reality, reported, recent, by, confidence };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<EventRow> rows = queries.Events(ask.Fill(parsed, new EventFilter
            {
                Types = parsed.GetValue(type) ?? [], Modes = parsed.GetValue(mode) ?? [], Actor = parsed.GetValue(actor), Recipient = parsed.GetValue(recipient),
                Realities = parsed.GetValue(reality) ?? [], OnlyReported = parsed.GetValue(reported), WithoutHistory = parsed.GetValue(recent),
                ByEvent = parsed.GetValue(by) == "event", MinConfidence = parsed.GetValue(confidence),
            }));
            return ask.Write(terminal, parsed, rows, Columns.Events, "event");
        });
        return command;
    }
}
