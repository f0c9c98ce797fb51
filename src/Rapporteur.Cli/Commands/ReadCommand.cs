// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.Globalization;
using Rapporteur.Cli.Inputs;
using Rapporteur.Store;
using Rapporteur.Store.Writing;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur read</c>: inputs into the record.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("read", "Reads files, folders, archives, feeds and addresses into the record; reading the same again changes nothing.");
        var inputs = new InputOptions(command);
        var actors = new OwnActors(command);
        Option<string> record = RecordOption.Create();
        command.Add(record);
        command.SetAction((parsed, _) =>
        {
            (RapporteurReader Reader, string Version) by = actors.Open(parsed);
            string path = parsed.GetValue(record)!;
            (InputWalker walker, var items) = inputs.Open(parsed, terminal, version => new FetchedAddresses(RecordFile.OpenOrCreate(path), $"{by.Version};{version}"));
            return ReadAsync(terminal, walker, items, by, path, InputOptions.Describe(parsed), inputs.Threads(parsed));
        });
        return command;
    }

    /// <summary>Reads inputs into a record, with progress and a summary on standard error.</summary>
    public static async Task<int> ReadAsync(
        Terminal terminal, InputWalker walker, IEnumerable<Documents.InputItem> items, (RapporteurReader Reader, string Version) by, string path, string description, int threads)
    {
        long start = terminal.Clock.GetTimestamp();
        var failures = new FailureNotes(terminal);
        ReadingTotals totals = await new RecordReading(terminal, path, by, threads).RunAsync(walker, items, description, failures).ConfigureAwait(false);
        failures.AddAbsent(walker.Absent);
        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{path}: {totals}, {terminal.Clock.GetElapsedTime(start).TotalSeconds:0.0} s"));
        if (walker.IsInterrupted)
            terminal.Note($"Interrupted at {walker.Current}. What was read is in the record; run the same command again to go on from there.");
        return failures.Count > 0 || walker.IsInterrupted ? CommandLine.Failure : CommandLine.Success;
    }
}
