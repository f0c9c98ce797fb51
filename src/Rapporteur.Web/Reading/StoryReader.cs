// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store;
using Rapporteur.Store.Writing;

namespace Rapporteur.Web.Reading;

/// <summary>A report that was read into the record.</summary>
/// <param name="Id">Id of the report.</param>
/// <param name="Title">Its title, or its first words.</param>
/// <param name="Statements">Number of its statements.</param>
/// <param name="IsNew">Whether the record did not have it.</param>
public sealed record StoryRead(string Id, string Title, int Statements, bool IsNew);

/// <summary>What came of a reading: reports, and what could not be read.</summary>
/// <param name="Reports">The reports, in order of the inputs.</param>
/// <param name="Failures">What could not be read, and why.</param>
/// <param name="Notes">What a person should know of how it was read.</param>
public sealed record StoriesRead(IReadOnlyList<StoryRead> Reports, IReadOnlyList<InputFailure> Failures, IReadOnlyList<string> Notes);

/// <summary>Reads stories into the record, as <c>rapporteur read</c> does; one request after another, since a record has one writer.</summary>
internal sealed class StoryReader(RecordFile file, TimeProvider clock) : IDisposable
{
    private const int TitleLength = 120;

    private readonly SemaphoreSlim turn = new(1);

    private readonly Lazy<RapporteurReader> reader = new(static () => new RapporteurReader(), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The reader; the first use loads the model and the lists.</summary>
    public RapporteurReader Reader => reader.Value;

    /// <summary>Loads the model and the lists, so that the first story need not wait.</summary>
    public void Prepare() => Reader.Read("“Ready,” she said.");

    /// <summary>Reads inputs into the record.</summary>
    /// <param name="items">The inputs; taken lazily.</param>
    /// <param name="cancellation">Stops; what was not committed is not in the record.</param>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public async Task<StoriesRead> ReadAsync(IEnumerable<InputItem> items, CancellationToken cancellation)
    {
        List<StoryRead> reports = [];
        List<InputFailure> failures = [];
        List<string> notes = [];
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var writer = new ReportWriter(file, "serve", clock);
            await foreach (ReadResult<PreparedReport> result in Reader.ReadManyAsync(items, PreparedReport.From, Environment.ProcessorCount, null, cancellation).ConfigureAwait(false))
            {
                if (result is ReadResult<PreparedReport>.Read read)
                {
                    WriteOutcome outcome = writer.Write(read.Value);
                    Report report = read.Value.Report;
                    reports.Add(new(report.Id, report.Origin.Title ?? Beginning(report.Text), report.Statements.Count, outcome == WriteOutcome.Added));
                    if (read.Note is { } note) notes.Add($"{read.InputName}: {note}");
                }
                else if (result is ReadResult<PreparedReport>.Failed failed)
                {
                    writer.WriteFailure(failed.InputName, failed.Place, failed.Reason);
                    failures.Add(new(failed.InputName, failed.Place, failed.Reason));
                }
            }

            writer.Complete();
        }
        finally
        {
            turn.Release();
        }

        return new(reports, failures, notes);
    }

    /// <summary>A date of publication that somebody gave; null where it is none.</summary>
    public static string? DateOf(string? given) => given is { Length: >= 4 and <= 40 } && (given.Length is 4 or 7
        ? DateTime.TryParseExact(given, ["yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        : char.IsAsciiDigit(given[0]) && DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)) ? given : null;

    public void Dispose() => turn.Dispose();

    private static string Beginning(string text)
    {
        string trimmed = text.Length > 2 * TitleLength ? text[..(2 * TitleLength)].Trim() : text.Trim();
        int line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        string first = line > 0 ? trimmed[..line] : trimmed;
        return first.Length > TitleLength ? first[..TitleLength] + "…" : first;
    }
}
