// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur export</c>: the whole record as files.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string?>("--format")
        {
            Description = "jsonl: every report with all its entries (docs/record.md); events alone: polecat-csv, plover (JSON Lines), parquet, with POLECAT's column names (docs/codebook/events.md)",
            HelpName = "form",
        };
        format.AcceptOnlyFromAmong("jsonl", "polecat-csv", "plover", "parquet");
        var jsonl = new Option<bool>("--jsonl") { Description = "The same as --format jsonl" };
        var negated = new Option<bool>("--with-negated") { Description = "Events that are told as not happening, too; PLOVER leaves them out" };
        Option<string> record = RecordOption.Create();
        var command = new Command("export", "Writes the record to standard output, in forms for other programs.") { format, jsonl, negated, record };
        command.Validators.Add(result =>
        {
            if (result.GetValue(jsonl) == (result.GetValue(format) is not null)) result.AddError("Say in which form: --format jsonl, polecat-csv, plover or parquet");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var queries = new RecordQueries(RecordFile.OpenExisting(parsed.GetValue(record)!));
            var output = new BufferedStream(terminal.Output, 1 << 16);
            string form = parsed.GetValue(format) ?? "jsonl";
            if (form == "jsonl") return WriteReports(terminal, queries, output);
            IReadOnlyList<EventRow> rows = queries.Events(new EventFilter
            {
                Realities = parsed.GetValue(negated) ? [] : ["asserted", "possible", "planned", "conditional"],
            });
            if (form == "polecat-csv") EventExport.WritePolecat(output, rows);
            else if (form == "plover") EventExport.WritePlover(output, rows);
            else await EventExport.WriteParquetAsync(output, rows, cancellation).ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return CommandLine.Success;
        });
        return command;
    }

    private static int WriteReports(Terminal terminal, RecordQueries queries, BufferedStream output)
    {
        foreach (byte[] json in queries.Export())
        {
            output.Write(json);
            output.WriteByte((byte)'\n');
            if (terminal.Interrupt.IsCancellationRequested) break;
        }

        output.Flush();
        return terminal.Interrupt.IsCancellationRequested ? CommandLine.Failure : CommandLine.Success;
    }
}
