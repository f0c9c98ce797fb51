// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Microsoft.Data.Sqlite;
using Rapporteur.Records;

namespace Rapporteur.Store.Writing;

/// <summary>What writing a report changed.</summary>
public enum WriteOutcome
{
    /// <summary>The report is new.</summary>
    Added,

    /// <summary>The report was there; its entries were replaced.</summary>
    Replaced,

    /// <summary>The report was there, by this version and from this place; nothing changed.</summary>
    Unchanged,

    /// <summary>The report was there, from another place; the place was added.</summary>
    Appeared,
}

/// <summary>The one writer of a record: a run of reading, from its first report to its last.</summary>
/// <remarks>
/// A report and its entries are written in one transaction; several reports share one for speed, so that a crash loses the
/// last ones whole and never a part of one. Not thread-safe.
/// </remarks>
public sealed class ReportWriter : IDisposable
{
    private const int ReportsPerTransaction = 64;

    private readonly RecordFile file;
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;
    private readonly ReportRows rows;
    private readonly string version;
    private readonly long run;
    private SqliteTransaction? transaction;
    private int pending;
    private long added;
    private long replaced;
    private long unchanged;
    private long failed;

    /// <summary>Begins a run.</summary>
    /// <param name="file">The record.</param>
    /// <param name="options">What the user asked for, for the manifest of runs.</param>
    /// <param name="clock">Tells when the run began and ended.</param>
    /// <param name="version">What makes the entries; null for <see cref="ReaderVersion.Fingerprint"/>. Reports of another one are replaced.</param>
    /// <exception cref="RecordException">The record is locked or can't be written.</exception>
    public ReportWriter(RecordFile file, string options, TimeProvider clock, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(clock);
        this.file = file;
        this.clock = clock;
        this.version = version ?? ReaderVersion.Fingerprint;
        connection = file.Connect();
        rows = new ReportRows(connection);
        run = file.Guard(() => rows.BeginRun(Now(), options));
    }

    /// <summary>Reports that this run added.</summary>
    public long Added => added;

    /// <summary>Reports whose entries this run replaced.</summary>
    public long Replaced => replaced;

    /// <summary>Reports that were there already.</summary>
    public long Unchanged => unchanged;

    /// <summary>Inputs, or parts of them, that could not be read.</summary>
    public long Failed => failed;

    /// <summary>Writes a report with all its entries.</summary>
    /// <exception cref="RecordException">The record is locked, full or damaged; what was committed before stays.</exception>
    public WriteOutcome Write(PreparedReport prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return file.Guard(() => InTransaction(() => Put(prepared)));
    }

    /// <summary>Takes down that a known report was met again.</summary>
    public void NoteUnchanged() => unchanged++;

    /// <summary>Takes down that an input, or a part of it, could not be read.</summary>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public void WriteFailure(string input, string? place, string reason)
    {
        failed++;
        file.Guard(() => InTransaction(() => rows.AddFailure(run, input, place, reason)));
    }

    /// <summary>Commits what is pending; the record is complete up to here.</summary>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public void Commit() => file.Guard(() =>
    {
        if (transaction is not null) rows.CountRun(run, added, replaced, unchanged, failed);
        transaction?.Commit();
        transaction?.Dispose();
        transaction = null;
        pending = 0;
        return true;
    });

    /// <summary>Ends the run.</summary>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public void Complete()
    {
        Commit();
        file.Guard(() =>
        {
            rows.CountRun(run, added, replaced, unchanged, failed);
            return rows.EndRun(run, Now());
        });
    }

    /// <summary>Closes the connection; what was not committed is not in the record.</summary>
    public void Dispose()
    {
        transaction?.Dispose();
        rows.Dispose();
        connection.Dispose();
    }

    private WriteOutcome Put(PreparedReport prepared)
    {
        Report report = prepared.Report;
        (long Key, string Version, string Input, long Index)? known = rows.Find(report.Id);
        if (known is null)
        {
            added++;
            rows.Add(rows.AddReport(prepared, version), prepared);
            return WriteOutcome.Added;
        }

        (long key, string by, string input, long index) = known.Value;
        string? options = rows.OptionsOf(key, report.Input);
        bool isCurrent = by == version;
        bool isFirst = input == report.Input.Name && index == report.Input.Index;
        if (isCurrent && options == prepared.OptionsId)
        {
            unchanged++;
            return WriteOutcome.Unchanged;
        }

        if (isCurrent && !isFirst)
        {
            rows.AddAppearance(key, prepared);
            unchanged++;
            return WriteOutcome.Appeared;
        }

        rows.Replace(key, prepared, version);
        replaced++;
        return WriteOutcome.Replaced;
    }

    private T InTransaction<T>(Func<T> action)
    {
        transaction ??= connection.BeginTransaction();
        rows.Enlist(transaction);
        T result = action();
        if (++pending >= ReportsPerTransaction) Commit();
        return result;
    }

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
