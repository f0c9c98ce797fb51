// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Cli.Inputs;
using Rapporteur.Documents;
using Rapporteur.Store;

namespace Rapporteur.Cli.Watching;

/// <summary>Reads what is new in folders and at addresses as it comes, until it is stopped.</summary>
/// <param name="terminal">Where it tells what it does.</param>
/// <param name="walker">Reads paths and addresses.</param>
/// <param name="reading">Reads into the record.</param>
/// <param name="files">The files.</param>
/// <param name="addresses">The addresses.</param>
/// <param name="report">Tells what was read.</param>
/// <param name="description">What the user asked for, for the record's manifest of runs.</param>
internal sealed class Watch(Terminal terminal, InputWalker walker, RecordReading reading, WatchedFiles files, WatchedAddresses addresses, WatchReport report, string description)
{
    /// <summary>Time between two looks where the system tells of no change.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    /// <summary>Looks that a single sweep waits for files to stop growing; what still grows then is left for the next.</summary>
    private const int MostLooks = 10;

    private readonly FailureNotes failures = new(terminal, tellsOnce: true);

    /// <summary>Whether something could not be read.</summary>
    public bool HasFailures => failures.Count > 0;

    /// <summary>Reads what is there and new, once.</summary>
    public async Task RunOnceAsync()
    {
        for (int look = 1; ; look++)
        {
            await ReadDueAsync().ConfigureAwait(false);
            if (!files.IsWaiting || look == MostLooks || terminal.Interrupt.IsCancellationRequested) break;
            await DelayAsync().ConfigureAwait(false);
        }

        if (files.IsWaiting && !terminal.Interrupt.IsCancellationRequested) terminal.Note("note: some files are still being written; they are read the next time");
    }

    /// <summary>Reads what comes, until it is stopped.</summary>
    public async Task RunAsync(FolderSignal signal)
    {
        while (!terminal.Interrupt.IsCancellationRequested)
        {
            await ReadDueAsync().ConfigureAwait(false);
            report.TellWhenDue();
            TimeSpan wait = files.IsWaiting ? WatchedFiles.Settling : Shortest(Sweep, report.UntilNext, addresses.UntilNext ?? Sweep);
            try
            {
                if (files.IsWaiting) await Task.Delay(wait, terminal.Clock, terminal.Interrupt).ConfigureAwait(false);
                else await signal.WaitAsync(wait, terminal.Interrupt).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }

    private async Task ReadDueAsync()
    {
        IReadOnlyList<string> due = files.Due();
        foreach ((string path, string reason) in files.Refused) failures.Add(path, null, reason);
        string[] paths = [.. due, .. addresses.Due()];
        if (paths.Length == 0) return;
        try
        {
            using IEnumerator<InputItem> items = walker.Walk(paths).GetEnumerator();
            // Most times an address has nothing new; then no run is begun in the record.
            report.Add(items.MoveNext() ? await reading.RunAsync(walker, From(items), description, failures).ConfigureAwait(false) : Nothing());
        }
        catch (RecordException problem)
        {
            terminal.Note($"{problem.Message} It is tried again.");
            foreach (string path in due) files.Forget(path);
        }

        // What was interrupted is due again at the next start: the record holds what was read, and does not know the rest.
    }

    private ReadingTotals Nothing()
    {
        var nothing = new ReadingTotals { Unchanged = walker.Addresses?.Unchanged ?? 0 };
        walker.Addresses?.Keep(new HashSet<string>(), isWhole: !walker.IsInterrupted);
        return nothing;
    }

    private async Task DelayAsync()
    {
        try
        {
            await Task.Delay(WatchedFiles.Settling, terminal.Clock, terminal.Interrupt).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller looks whether it was stopped.
        }
    }

    /// <summary>The items from the one that the enumerator stands at.</summary>
    private static IEnumerable<InputItem> From(IEnumerator<InputItem> items)
    {
        do yield return items.Current;
        while (items.MoveNext());
    }

    private static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> times)
    {
        TimeSpan shortest = times[0];
        foreach (TimeSpan time in times) shortest = time < shortest ? time : shortest;
        return shortest < TimeSpan.FromMilliseconds(100) ? TimeSpan.FromMilliseconds(100) : shortest;
    }
}
