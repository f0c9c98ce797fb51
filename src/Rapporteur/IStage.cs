// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur;

/// <summary>One stage of reading: looks at some layers of a document and fills others.</summary>
/// <remarks>
/// A stage is synchronous and holds only frozen data, so that one instance serves many threads. It fills every layer
/// it declares, touches no other, and asks <see cref="StageContext.Cancellation"/> once a sentence.
/// </remarks>
public interface IStage
{
    /// <summary>The layers that must be filled before the stage runs.</summary>
    Layers Reads { get; }

    /// <summary>The layers that the stage fills.</summary>
    Layers Writes { get; }

    /// <summary>Runs the stage on one document.</summary>
    void Run(Document document, StageContext context);
}

/// <summary>What a stage is given besides the document.</summary>
/// <param name="Trace">Where decisions are taken down.</param>
/// <param name="Cancellation">Asked once a sentence.</param>
public readonly record struct StageContext(Trace Trace, CancellationToken Cancellation)
{
    /// <summary>No listener, no cancellation.</summary>
    public static StageContext Plain => new(Trace.Off, CancellationToken.None);
}
