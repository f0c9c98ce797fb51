// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur;

/// <summary>The stages of reading, in order; made by <see cref="PipelineBuilder"/>.</summary>
/// <remarks>Immutable; one pipeline serves many threads, each with a document of its own.</remarks>
public sealed class Pipeline
{
    private readonly IStage[] stages;

    internal Pipeline(IStage[] stages) => this.stages = stages;

    /// <summary>The stages, in order.</summary>
    public IReadOnlyList<IStage> Stages => stages;

    /// <summary>Runs every stage on a document.</summary>
    /// <param name="document">A document whose layers are not filled yet.</param>
    /// <param name="trace">Where decisions are taken down.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    /// <exception cref="StageFailedException">A stage failed; the exception names it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void Run(Document document, Trace trace, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(trace);
        try
        {
            Run(document, new StageContext(trace, cancellation));
        }
        finally
        {
            document.Release();
        }
    }

    private void Run(Document document, StageContext context)
    {
        CancellationToken cancellation = context.Cancellation;
        foreach (IStage stage in stages)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                stage.Run(document, context);
            }
            catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
            {
                throw new StageFailedException(stage.GetType().Name, problem);
            }

            if ((document.Filled & stage.Writes) != stage.Writes)
                throw new StageFailedException(stage.GetType().Name, new InvalidOperationException(
                    $"The stage did not fill {stage.Writes & ~document.Filled}, which it declares to write."));
        }
    }
}

/// <summary>A stage failed on a document.</summary>
public sealed class StageFailedException : Exception
{
    /// <summary>Names the stage and the cause.</summary>
    public StageFailedException(string stage, Exception inner)
        : base($"{stage} failed: {inner?.Message}", inner) => Stage = stage;

    /// <summary>The stage's type name.</summary>
    public string Stage { get; }
}
