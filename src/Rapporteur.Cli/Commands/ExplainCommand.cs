// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Inputs;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur explain</c>: the passage with an entry marked, and why the entry is there.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var address = new Argument<string>("id") { Description = "Id of an entry as tables show it: the report's first digits, a slash, the entry (3f2a9c1b/s3, e1, f2, r4)" };
        Option<string> record = RecordOption.Create();
        var command = new Command("explain", "Shows the words that an entry stands on, and why it is there.") { address, record };
        var actors = new OwnActors(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var queries = new RecordQueries(RecordFile.OpenExisting(parsed.GetValue(record)!));
            string entry = parsed.GetValue(address)!;
            StoredReport stored = Find(queries, entry);
            string name = entry.Split('/')[1];
            (string text, InputReference input) = StoredText.Of(stored);
            (RapporteurReader reader, string version) = actors.Open(parsed);
            var trace = Trace.Listening();
            Report report = reader.Explain(text, stored.Options, trace, cancellation);
            if (stored.Version != version)
                terminal.Note("note: the entry was made by another version, or with another list of actors (--actors FILE); this is how the present one reads the report. Read the input again to bring the record up to date.");
            ExplainedEntry explained = ExplainedEntry.Of(report, name)
                ?? throw new RecordException("This version finds no such entry in the report. Read its input again to bring the record up to date.");
            EntryExplanation.Write(terminal, report, input, name, explained, trace);
            return Task.FromResult(CommandLine.Success);
        });
        return command;
    }

    private static StoredReport Find(RecordQueries queries, string address)
    {
        string[] parts = address.Split('/');
        if (parts.Length != 2 || !ReportAddress.IsBeginning(parts[0]) || !EntrySteps.IsName(parts[1]))
            throw new UsageException($"'{address}' is no id of an entry; ids look like 3f2a9c1b/s3, and every table shows them.");
        return queries.Report(ReportAddress.Find(queries, parts[0])) ?? throw new RecordException($"There is no report {parts[0]} in the record.");
    }
}
