// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Segmentation;

/// <summary>Finds the sentences of the passages that are read: the model says after which words one ends.</summary>
public sealed class SegmentationStage : IStage
{
    private readonly SentenceEnds ends;

    /// <summary>A stage that runs a model.</summary>
    public SegmentationStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ends = new(model.File);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Tokens | Layers.Context;

    /// <inheritdoc/>
    public Layers Writes => Layers.Sentences;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<Sentence> sentences = [];
        for (int i = 0; i < document.Passages.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(document.Passages[i].Span);
            if (!range.IsEmpty) Cut(document, i, range, sentences);
        }

        document.Sentences.Fill([.. sentences]);
    }

    private void Cut(Document document, int passage, TokenRange range, List<Sentence> sentences)
    {
        Span<float> scores = stackalloc float[Scratch.Block];
        ContextVectors vectors = document.Contexts[0];
        int start = range.First;
        for (int first = range.First; first < range.End; first += Scratch.Block)
        {
            int count = Math.Min(Scratch.Block, range.End - first);
            ends.Score(vectors.Of(new(first, Math.Min(range.End, first + count + 1))), count, scores, Scratch.Mine);
            for (int k = 0; k < count; k++)
            {
                if (scores[k] <= 0 && first + k + 1 < range.End) continue;
                sentences.Add(new(document.Tokens.SpanOf(new TokenRange(start, first + k + 1)), passage));
                start = first + k + 1;
            }
        }
    }
}
