// SPDX-License-Identifier: Apache-2.0

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rapporteur.Documents;
using Rapporteur.Ingest;
using Rapporteur.Records;

namespace Rapporteur;

/// <summary>What came of one report, or of an input that holds none.</summary>
/// <typeparam name="T">What the report was made into.</typeparam>
public abstract record ReadResult<T>(string InputName)
{
    /// <summary>A report that was read.</summary>
    /// <param name="Input">Which report of which input.</param>
    /// <param name="Value">What it was made into.</param>
    /// <param name="Characters">Length of its text, UTF-16.</param>
    /// <param name="Note">What a person should know of how its input was read, or null.</param>
    public sealed record Read(InputReference Input, T Value, int Characters, string? Note) : ReadResult<T>(Input.Name);

    /// <summary>A report that need not be read, since the caller knows it.</summary>
    /// <param name="Input">Which report of which input.</param>
    public sealed record Known(InputReference Input) : ReadResult<T>(Input.Name);

    /// <summary>Something that could not be read.</summary>
    /// <param name="InputName">Name of the input.</param>
    /// <param name="Place">Where in it, or null for all of it.</param>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Failed(string InputName, string? Place, string Reason) : ReadResult<T>(InputName);
}

/// <summary>Reads many inputs in parallel and gives their reports in the order of the inputs.</summary>
/// <remarks>
/// At most <c>2 × parallelism</c> reports are in memory at once, whatever the number of inputs. Every result is the same
/// whatever the parallelism. A report on which a stage fails comes out as a failure that names the stage, and the rest goes on.
/// </remarks>
public sealed class PipelineRunner
{
    private readonly Pipeline pipeline;
    private readonly int parallelism;

    /// <summary>Creates a runner.</summary>
    /// <param name="pipeline">The stages.</param>
    /// <param name="parallelism">How many reports are read at once; at least 1.</param>
    public PipelineRunner(Pipeline pipeline, int parallelism)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        this.pipeline = pipeline;
        this.parallelism = parallelism;
    }

    /// <summary>Reads inputs; each report is made into a <typeparamref name="T"/> on the thread that read it.</summary>
    /// <param name="items">The inputs; read lazily, on another thread.</param>
    /// <param name="make">Makes a report into what the caller needs; called in parallel.</param>
    /// <param name="isKnown">Whether a report need not be read; asked in order, from one thread. Null to read all.</param>
    /// <param name="cancellation">Stops: reports under way are given up, nothing half-read comes out.</param>
    public async IAsyncEnumerable<ReadResult<T>> RunAsync<T>(
        IEnumerable<InputItem> items, Func<Report, T> make, Func<Document, bool>? isKnown = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(make);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<Task<ReadResult<T>>>(
            new BoundedChannelOptions(parallelism) { SingleReader = true, SingleWriter = true });
        Task feeding = Start(() => FeedAsync(items, make, isKnown, queue.Writer, stop.Token));
        try
        {
            await foreach (Task<ReadResult<T>> task in queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return await task.ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await feeding.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async Task FeedAsync<T>(
        IEnumerable<InputItem> items, Func<Report, T> make, Func<Document, bool>? isKnown, ChannelWriter<Task<ReadResult<T>>> queue,
        CancellationToken cancellation)
    {
        using var slots = new SemaphoreSlim(parallelism);
        Exception? problem = null;
        try
        {
            foreach (ReadResult<Document> work in Split(items, cancellation))
            {
                if (work is ReadResult<Document>.Read known && isKnown?.Invoke(known.Value) == true)
                {
                    await queue.WriteAsync(Task.FromResult<ReadResult<T>>(new ReadResult<T>.Known(known.Input)), cancellation).ConfigureAwait(false);
                }
                else if (work is ReadResult<Document>.Read { Value: var document } read)
                {
                    await slots.WaitAsync(cancellation).ConfigureAwait(false);
                    Task<ReadResult<T>> task = StartReading(document, read, make, slots, cancellation);
                    await queue.WriteAsync(task, cancellation).ConfigureAwait(false);
                }
                else if (work is ReadResult<Document>.Failed failed)
                {
                    var result = new ReadResult<T>.Failed(failed.InputName, failed.Place, failed.Reason);
                    await queue.WriteAsync(Task.FromResult<ReadResult<T>>(result), cancellation).ConfigureAwait(false);
                }
            }
        }
#pragma warning disable CA1031 // Handed to the reader of the queue, who throws it.
        catch (Exception thrown)
        {
            problem = thrown;
        }
#pragma warning restore CA1031
        finally
        {
            for (int i = 0; i < parallelism; i++) await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            queue.Complete(problem);
        }
    }

    private static Task Start(Func<Task> work)
    {
#pragma warning disable RS0030 // The runner alone starts work.
        return Task.Run(work);
#pragma warning restore RS0030
    }

    private Task<ReadResult<T>> StartReading<T>(
        Document document, ReadResult<Document>.Read read, Func<Report, T> make, SemaphoreSlim slots, CancellationToken cancellation)
        => Task.Factory.StartNew<ReadResult<T>>(
            () =>
            {
                try
                {
                    pipeline.Run(document, Trace.Off, cancellation);
                    return new ReadResult<T>.Read(document.Input, make(new Report(document)), document.Text.Length, read.Note);
                }
                catch (StageFailedException problem)
                {
                    return new ReadResult<T>.Failed(document.Input.Name, $"report {document.Input.Index + 1}", problem.Message);
                }
                finally
                {
                    slots.Release();
                }
            },
            CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    /// <summary>Inputs to documents: splits texts into reports and numbers them.</summary>
    internal static IEnumerable<ReadResult<Document>> Split(IEnumerable<InputItem> items, CancellationToken cancellation)
    {
        string? name = null;
        int index = 0;
        foreach (InputItem item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Name != name) (name, index) = (item.Name, 0);
            if (item is InputFailure failure)
            {
                yield return new ReadResult<Document>.Failed(failure.Name, failure.Place, failure.Reason);
                continue;
            }

            if (item is not InputText text) continue;
            string? note = text.Note;
            int before = index;
            foreach (Document document in ReportSlicer.Slice(text, index, Trace.Off, cancellation))
            {
                index++;
                yield return new ReadResult<Document>.Read(document.Input, document, document.Text.Length, note);
                note = null;
            }

            if (index == before) yield return new ReadResult<Document>.Failed(text.Name, null, "it holds no text");
        }
    }
}
