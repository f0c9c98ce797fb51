// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur figures</c>: how many of what.</summary>
internal static class FiguresCommand
{
    public static Command Create(Terminal terminal)
    {
        var of = new Option<string?>("--of") { Description = "Words of what is counted: deaths, \"polling stations\", vote*", HelpName = "words" };
        var about = new Option<string?>("--about") { Description = "Words of the sentence, in the same way", HelpName = "words" };
        var unit = new Option<string?>("--unit") { Description = "Only figures of this unit", HelpName = "unit" };
        unit.AcceptOnlyFromAmong([.. Enum.GetValues<FigureUnit>().Select(RecordWord.Of)]);
        var command = new Command("figures", "Lists numbers with what they count, their bounds, their day, and who tells them.") { of, about, unit };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<FigureRow> rows = queries.Figures(ask.Fill(parsed, new FigureFilter
            {
                Of = parsed.GetValue(of), About = parsed.GetValue(about), Unit = parsed.GetValue(unit),
            }));
            return ask.Write(terminal, parsed, rows, Columns.Figures, "figure");
        });
        return command;
    }
}
