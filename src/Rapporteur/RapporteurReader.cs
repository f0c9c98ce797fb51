// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Ingest;
using Rapporteur.Records;

namespace Rapporteur;

/// <summary>Reads reports: text in, record out.</summary>
/// <remarks>
/// Immutable and safe to share between threads; making one loads the lexicons, so make one and keep it. The same text
/// and version give the same report, on one thread or many, on any processor. Nothing is fetched from a network.
/// </remarks>
/// <example>
/// <code>
/// var reader = new RapporteurReader();
/// Report report = reader.Read("“We will not sign,” the minister said.", new ReadOptions { Published = "2024-05-02" });
/// foreach (Statement statement in report.Statements)
///     Console.WriteLine(statement.Source?.In(report.Text).ToString());
/// </code>
/// </example>
public sealed class RapporteurReader
{
    private readonly Pipeline pipeline;

    /// <summary>A reader with the default stages.</summary>
    public RapporteurReader()
        : this(DefaultPipeline.Create().Build())
    {
    }

    /// <summary>A reader with stages of your own.</summary>
    public RapporteurReader(Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        this.pipeline = pipeline;
    }

    /// <summary>Reads a text as one report.</summary>
    /// <param name="text">The text; well-formed UTF-16.</param>
    /// <param name="options">What is known of it; null for nothing.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    /// <exception cref="StageFailedException">A stage failed; the exception names it.</exception>
    public Report Read(string text, ReadOptions? options = null, CancellationToken cancellation = default)
        => Explain(text, options, Trace.Off, cancellation);

    /// <summary>Reads a text as one report, and takes down why each entry is there.</summary>
    /// <param name="text">The text; well-formed UTF-16.</param>
    /// <param name="options">What is known of it; null for nothing.</param>
    /// <param name="trace">Where decisions are taken down; the report is the same with and without.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    /// <exception cref="StageFailedException">A stage failed; the exception names it.</exception>
    public Report Explain(string text, ReadOptions? options, Trace trace, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(trace);
        options ??= ReadOptions.None;
        var span = new TextSpan(0, new CodePointCounter(text).Length);
        var document = new Document(text, options, new InputReference(options.InputName, 0, span));
        pipeline.Run(document, trace, cancellation);
        return new Report(document);
    }

    /// <summary>Reads a text that may hold several reports run together.</summary>
    /// <param name="text">The text; well-formed UTF-16.</param>
    /// <param name="options">What is known of it; null for nothing.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    /// <returns>The reports, in order of the text; each text is a slice of <paramref name="text"/>.</returns>
    /// <exception cref="StageFailedException">A stage failed; the exception names it.</exception>
    public IReadOnlyList<Report> ReadAll(string text, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= ReadOptions.None;
        List<Report> reports = [];
        var input = new InputText(options.InputName, text, options) { IsVerbatim = true };
        foreach (Document document in ReportSlicer.Slice(input, 0, Trace.Off, cancellation))
        {
            pipeline.Run(document, Trace.Off, cancellation);
            reports.Add(new Report(document));
        }

        return reports;
    }

    /// <summary>Reads many inputs in parallel, and makes each report into what the caller needs on the thread that read it.</summary>
    /// <param name="items">The inputs; taken lazily.</param>
    /// <param name="make">Called in parallel, once a report.</param>
    /// <param name="parallelism">How many reports are read at once; at least 1.</param>
    /// <param name="isKnown">Whether a report need not be read; asked in order, from one thread. Null to read all.</param>
    /// <param name="cancellation">Stops.</param>
    public IAsyncEnumerable<ReadResult<T>> ReadManyAsync<T>(
        IEnumerable<InputItem> items, Func<Report, T> make, int parallelism = 1, Func<Document, bool>? isKnown = null, CancellationToken cancellation = default)
        => new PipelineRunner(pipeline, parallelism).RunAsync(items, make, isKnown, cancellation);
}
