// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur export</c>: the whole record as files.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var jsonl = new Option<bool>("--jsonl") { Description = "JSON Lines, as docs/record.md says (the only form so far)" };
        Option<string> record = RecordOption.Create();
        var command = new Command("export", "Writes every report with all its entries to standard output.") { jsonl, record };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(jsonl)) result.AddError("Say in which form: --jsonl");
        });
        command.SetAction((parsed, _) =>
        {
            using var queries = new RecordQueries(RecordFile.OpenExisting(parsed.GetValue(record)!));
            var output = new BufferedStream(terminal.Output, 1 << 16);
            foreach (byte[] json in queries.Export())
            {
                output.Write(json);
                output.WriteByte((byte)'\n');
                if (terminal.Interrupt.IsCancellationRequested) break;
            }

            output.Flush();
            if (terminal.Interrupt.IsCancellationRequested) return Task.FromResult(CommandLine.Failure);
            return Task.FromResult(CommandLine.Success);
        });
        return command;
    }
}
