// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Store;
using Rapporteur.Store.Writing;

namespace Rapporteur.Cli.Inputs;

/// <summary>Reads inputs into a record, with progress and failures told on standard error.</summary>
/// <param name="terminal">Where they are told.</param>
/// <param name="record">The record's file; it is made if there is none.</param>
/// <param name="by">What reads, and what tells its entries from those of others.</param>
/// <param name="threads">Reports read at once.</param>
internal sealed class RecordReading(Terminal terminal, string record, (RapporteurReader Reader, string Version) by, int threads)
{
    private readonly RecordFile file = RecordFile.OpenOrCreate(record);

    /// <summary>Reads inputs; when it returns, all of them are in the record.</summary>
    /// <param name="walker">Gives the inputs.</param>
    /// <param name="items">The inputs.</param>
    /// <param name="description">What the user asked for, for the record's manifest of runs.</param>
    /// <param name="failures">Tells what could not be read.</param>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public async Task<ReadingTotals> RunAsync(InputWalker walker, IEnumerable<InputItem> items, string description, FailureNotes failures)
    {
        using var writer = new ReportWriter(file, description, terminal.Clock, by.Version);
        using var known = new KnownReports(file, by.Version);
        var progress = new ReadingProgress(terminal, walker);
        HashSet<string> failed = new(StringComparer.Ordinal);
        var totals = new ReadingTotals();
        await foreach (ReadResult<PreparedReport> result in by.Reader.ReadManyAsync(items, PreparedReport.From, threads, known.Contains).ConfigureAwait(false))
        {
            switch (result)
            {
                case ReadResult<PreparedReport>.Read read:
                    writer.Write(read.Value);
                    totals = totals with { Words = totals.Words + read.Value.Words, Statements = totals.Statements + read.Value.Statements, Events = totals.Events + read.Value.Events };
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
                case ReadResult<PreparedReport>.Failed failure:
                    progress.Clear();
                    writer.WriteFailure(failure.InputName, failure.Place, failure.Reason);
                    failures.Add(failure.InputName, failure.Place, failure.Reason);
                    failed.Add(failure.InputName);
                    break;
            }
        }

        progress.Clear();
        writer.Complete();
        totals = totals with { Added = writer.Added, Replaced = writer.Replaced, Known = writer.Unchanged, Failed = writer.Failed, Unchanged = walker.Addresses?.Unchanged ?? 0 };
        walker.Addresses?.Keep(failed, isWhole: !walker.IsInterrupted);
        return totals;
    }
}
