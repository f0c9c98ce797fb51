// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Inputs;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur extract</c>: inputs to JSON Lines, nothing stored.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("extract", "Writes one JSON object a report to standard output, as docs/record.md says; stores nothing.");
        var inputs = new InputOptions(command);
        var actors = new OwnActors(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            (InputWalker walker, var items) = inputs.Open(parsed, terminal);
            (RapporteurReader reader, _) = actors.Open(parsed);
            var progress = new ReadingProgress(terminal, walker);
            var failures = new FailureNotes(terminal);
            var output = new BufferedStream(terminal.Output, 1 << 16);
            await foreach (ReadResult<byte[]> result in reader.ReadManyAsync(items, static report => report.ToJson(), inputs.Threads(parsed), cancellation: cancellation).ConfigureAwait(false))
            {
                switch (result)
                {
                    case ReadResult<byte[]>.Read read:
                        output.Write(read.Value);
                        output.WriteByte((byte)'\n');
                        progress.Count(read.Characters);
                        if (read.Note is not { } note) break;
                        progress.Clear();
                        terminal.Note($"note: {read.InputName}: {note}");
                        break;
                    case ReadResult<byte[]>.Failed failed:
                        progress.Clear();
                        failures.Add(failed.InputName, failed.Place, failed.Reason);
                        break;
                }
            }

            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            progress.Clear();
            failures.AddAbsent(walker.Absent);
            if (walker.IsInterrupted) terminal.Note($"Interrupted at {walker.Current}; the reports before it are complete.");
            return failures.Count > 0 || walker.IsInterrupted ? CommandLine.Failure : CommandLine.Success;
        });
        return command;
    }
}
