// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>Runs the lower layers of the encoder: what a word looks like among its neighbours in the passage.</summary>
public sealed class ContextStage : IStage
{
    private readonly LowerEncoder encoder;

    /// <summary>A stage that runs a model.</summary>
    public ContextStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        encoder = new(model.File);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Tokens;

    /// <inheritdoc/>
    public Layers Writes => Layers.Context;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        int count = document.Tokens.Count;
        float[] values = VectorPool<float>.Rent(count * encoder.Width);
        document.Contexts.Fill([new(values, count, encoder.Width)]);
        ContextVectors vectors = document.Contexts[0];
        foreach (Passage passage in document.Passages.AsSpan())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(passage.Span);
            if (!range.IsEmpty) encoder.Run(document.Tokens, range, vectors.Of(range), Scratch.Mine);
        }
    }
}
