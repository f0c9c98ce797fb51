// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur statements</c>: who said what.</summary>
internal static class StatementsCommand
{
    public static Command Create(Terminal terminal)
    {
        var source = new Option<string?>("--source") { Description = "Words of the source: a name, a role; \"two words\" for a phrase, mini* for a beginning", HelpName = "words" };
        var about = new Option<string?>("--about") { Description = "Words of what was said, in the same way", HelpName = "words" };
        var confidence = new Option<double>("--min-confidence") { Description = "Least probability that the entry is right, 0 to 1", HelpName = "p", DefaultValueFactory = _ => StatementFilter.UsualConfidence };
        var act = new Option<string[]>("--act") { Description = "Only these acts: state, accuse, deny, demand, threaten, promise, praise, condemn, predict, ask, believe, admit, intend, want, support, refuse, warn, decree", HelpName = "act", AllowMultipleArgumentsPerToken = true };
        act.AcceptOnlyFromAmong([.. Enum.GetValues<SpeechAct>().Select(RecordWord.Of)]);
        var quotation = new Option<string?>("--quotation") { Description = "Only words given so", HelpName = "direct|indirect|mixed" };
        quotation.AcceptOnlyFromAmong([.. Enum.GetValues<QuotationKind>().Select(RecordWord.Of)]);
        var within = new Option<bool>("--within") { Description = "Only statements that are told inside another one" };
        var unnamed = new Option<bool>("--unnamed") { Description = "Only statements without a source, or whose source the report does not name" };
        var country = new Option<string?>("--country") { Description = "Only sources of this country, ISO 3166-1 alpha-3: FRA", HelpName = "code" };
        var sector = new Option<string?>("--sector") { Description = "Only sources of this sector, a code of PLOVER: GOV, MIL", HelpName = "code" };
        confidence.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is < 0 or > 1) result.AddError("--min-confidence takes a number from 0 to 1.");
        });
        var command = new Command("statements", "Lists who said what, with outlet, date, the words and the id to explain.") { source, about, act, quotation, within, unnamed, country, sector, confidence };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<StatementRow> rows = queries.Statements(ask.Fill(parsed, new StatementFilter
            {
                Source = parsed.GetValue(source), About = parsed.GetValue(about), MinConfidence = parsed.GetValue(confidence),
                Acts = parsed.GetValue(act) ?? [], Quotation = parsed.GetValue(quotation), OnlyWithin = parsed.GetValue(within), OnlyUnnamed = parsed.GetValue(unnamed),
                Country = parsed.GetValue(country), Sector = parsed.GetValue(sector),
            }));
            return ask.Write(terminal, parsed, rows, Columns.Statements, "statement");
        });
        return command;
    }
}
