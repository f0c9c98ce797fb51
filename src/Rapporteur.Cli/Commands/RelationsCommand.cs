// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur relations</c>: who is what to whom.</summary>
internal static class RelationsCommand
{
    public static Command Create(Terminal terminal)
    {
        var actor = new Option<string?>("--actor") { Description = "Only relations of this actor, on either side", HelpName = "name" };
        var predicate = new Option<string?>("--predicate") { Description = "Only relations of this kind: " + string.Join(", ", Enum.GetValues<RelationKind>().Select(RecordWord.Of)), HelpName = "kind" };
        predicate.AcceptOnlyFromAmong([.. Enum.GetValues<RelationKind>().Select(RecordWord.Of)]);
        var command = new Command("relations", "Lists who holds which office, belongs to what, leads, owns, backs or opposes whom, as the reports say.") { actor, predicate };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<RelationRow> rows = queries.Relations(ask.Fill(parsed, new RelationFilter { Actor = parsed.GetValue(actor), Predicate = parsed.GetValue(predicate) }));
            return ask.Write(terminal, parsed, rows, Columns.Relations, "relation");
        });
        return command;
    }
}
