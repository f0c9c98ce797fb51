// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur provenance</c>: how words reached their page.</summary>
internal static class ProvenanceCommand
{
    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string?>("report") { Description = "Only this report: the first digits of its id, as tables show it", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("provenance", "Lists how words reached their page: first publishers, interviews, posts, polls, documents, other outlets.") { report };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            string? id = parsed.GetValue(report) is { } digits ? Find(queries, digits) : null;
            IReadOnlyList<ProvenanceRow> rows = queries.Provenance(ask.Reports(parsed), id);
            return ask.Write(terminal, parsed, rows, Columns.Provenance, "link");
        });
        return command;
    }

    private static string Find(RecordQueries queries, string asked)
    {
        string digits = asked.Split('/')[0];
        return ReportAddress.IsBeginning(digits) ? ReportAddress.Find(queries, digits) : throw new UsageException($"'{asked}' is no id of a report; rapporteur reports shows them.");
    }
}
