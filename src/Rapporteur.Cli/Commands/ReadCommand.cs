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
        var command = new Command("read", "Reads files, folders and feeds into the record; reading the same again changes nothing.");
        var inputs = new InputOptions(command);
        var actors = new OwnActors(command);
        Option<string> record = RecordOption.Create();
        command.Add(record);
        command.SetAction((parsed, _) =>
        {
            (InputWalker walker, var items) = inputs.Open(parsed, terminal);
            return ReadAsync(terminal, walker, items, actors.Open(parsed), parsed.GetValue(record)!, InputOptions.Describe(parsed), inputs.Threads(parsed));
        });
        return command;
    }

    /// <summary>Reads inputs into a record, with progress and a summary on standard error.</summary>
    public static async Task<int> ReadAsync(
        Terminal terminal, InputWalker walker, IEnumerable<Documents.InputItem> items, (RapporteurReader Reader, string Version) by, string path, string description, int threads)
    {
        RecordFile file = RecordFile.OpenOrCreate(path);
        using var writer = new ReportWriter(file, description, terminal.Clock, by.Version);
        using var known = new KnownReports(file, by.Version);
        var progress = new ReadingProgress(terminal, walker);
        var failures = new FailureNotes(terminal);
        long words = 0, statements = 0, events = 0;
        await foreach (ReadResult<PreparedReport> result in by.Reader.ReadManyAsync(items, PreparedReport.From, threads, known.Contains).ConfigureAwait(false))
        {
            switch (result)
            {
                case ReadResult<PreparedReport>.Read read:
                    writer.Write(read.Value);
                    words += read.Value.Words;
                    statements += read.Value.Statements;
                    events += read.Value.Events;
                    progress.Count(read.Characters);
                    if (read.Note is { } note)
                    {
                        progress.Clear();
                        terminal.Note($"note: {read.InputName}: {note}");
                    }

                    break;
                case ReadResult<PreparedReport>.Known:
                    writer.NoteUnchanged();
                    progress.Count(0);
                    break;
                case ReadResult<PreparedReport>.Failed failed:
                    progress.Clear();
                    writer.WriteFailure(failed.InputName, failed.Place, failed.Reason);
                    failures.Add(failed.InputName, failed.Place, failed.Reason);
                    break;
            }
        }

        progress.Clear();
        failures.AddAbsent(walker.Absent);
        writer.Complete();
        Summarize(terminal, writer, path, words, statements, events, progress.Elapsed);
        if (walker.IsInterrupted)
            terminal.Note($"Interrupted at {walker.Current}. What was read is in the record; run the same command again to go on from there.");
        return failures.Count > 0 || walker.IsInterrupted ? CommandLine.Failure : CommandLine.Success;
    }

    private static void Summarize(Terminal terminal, ReportWriter writer, string path, long words, long statements, long events, TimeSpan elapsed)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        List<string> parts = [];
        if (writer.Added > 0) parts.Add(string.Create(culture, $"{writer.Added:N0} new"));
        if (writer.Replaced > 0) parts.Add(string.Create(culture, $"{writer.Replaced:N0} read anew"));
        if (writer.Unchanged > 0) parts.Add(string.Create(culture, $"{writer.Unchanged:N0} known already"));
        if (writer.Failed > 0) parts.Add(string.Create(culture, $"{writer.Failed:N0} not read"));
        string reports = parts.Count == 0 ? "nothing to read" : "reports: " + string.Join(", ", parts);
        terminal.Note(string.Create(culture, $"{path}: {reports}; {statements:N0} statements and {events:N0} events in {words:N0} words read, {elapsed.TotalSeconds:0.0} s"));
    }
}
