// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>Runs the upper layers of the encoder: what a word does in its sentence. Every trained stage reads its vectors.</summary>
public sealed class EncodingStage : IStage
{
    private readonly UpperEncoder encoder;

    /// <summary>A stage that runs a model.</summary>
    public EncodingStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        encoder = new(model.File);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Tokens | Layers.Context | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Writes => Layers.Encoding;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        int count = document.Tokens.Count, width = encoder.Width;
        ContextVectors lower = document.Contexts[0];
        short[] values = VectorPool<short>.Rent(count * width);
        document.Encodings.Fill([new(values, count, width, encoder.Unit)]);
        ReadOnlySpan<Sentence> sentences = document.Sentences.AsSpan();
        TokenRange[] ranges = ArrayPool<TokenRange>.Shared.Rent(Math.Max(1, sentences.Length));
        try
        {
            for (int next = 0; next < sentences.Length;)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                int first = next, passage = sentences[next].Passage;
                int start = document.Tokens.RangeOf(sentences[first].Span).First, end = start;
                for (; next < sentences.Length && sentences[next].Passage == passage; next++)
                {
                    TokenRange range = document.Tokens.RangeOf(sentences[next].Span);
                    ranges[next - first] = new(range.First - start, range.End - start);
                    end = range.End;
                }

                encoder.Run(lower.Of(new(start, end)), ranges.AsSpan(0, next - first), Scratch.Mine, values.AsSpan(start * width, (end - start) * width));
            }
        }
        finally
        {
            ArrayPool<TokenRange>.Shared.Return(ranges);
        }
    }
}
