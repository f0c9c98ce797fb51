// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>The lower part of the encoder that all trained stages share: words in, a vector for each word among its neighbours out.</summary>
/// <remarks>
/// The sum of a word's embedding rows, normalised, and three residual convolutions over three words, dilated 1, 2 and 4,
/// which see the whole passage. <c>training/language/network.py</c> is the same in PyTorch.
/// </remarks>
internal sealed class LowerEncoder
{
    private readonly WordFeatures features;
    private readonly Tensor<sbyte> table;
    private readonly Tensor<float> tableScale;
    private readonly Norm norm;
    private readonly Convolution[] convolutions;

    public LowerEncoder(ModelFile model)
    {
        Width = model.Width;
        features = new(model);
        table = model.Get<sbyte>("table", features.TableRows * Width);
        tableScale = model.Get<float>("table.scale", features.TableRows);
        norm = new(model, "encoder.norm", Width);
        convolutions = [new(model, "encoder.lower.0", Width, 1), new(model, "encoder.lower.1", Width, 2), new(model, "encoder.lower.2", Width, 4)];
    }

    /// <summary>Numbers in a word's vector.</summary>
    public int Width { get; }

    /// <summary>Runs on one passage.</summary>
    /// <param name="tokens">The document's tokens.</param>
    /// <param name="range">Those of the passage.</param>
    /// <param name="x">Its vectors: <see cref="Width"/> numbers a word.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Run(TokenTable tokens, TokenRange range, Span<float> x, Scratch scratch)
    {
        WordMemory memory = WordMemory.Of(this);
        for (int i = 0; i < range.Count; i++)
        {
            int token = range.First + i;
            TextSpan span = tokens.SpanOf(token);
            bool noSpace = i > 0 && tokens.SpanOf(token - 1).End == span.Start;
            ReadOnlySpan<char> word = tokens.WordOf(token);
            Span<float> row = x.Slice(i * Width, Width);
            if (memory.Find(word, noSpace, out Span<float> known))
            {
                known.CopyTo(row);
                continue;
            }

            Embed(word, noSpace, row);
            row[..known.Length].CopyTo(known);
        }

        foreach (Convolution layer in convolutions) layer.Run(x, range.Count, scratch);
    }

    private void Embed(ReadOnlySpan<char> word, bool noSpace, Span<float> row)
    {
        Span<int> rows = stackalloc int[WordFeatures.MostRows];
        int count = features.Write(word, noSpace, rows);
        row.Clear();
        foreach (int r in rows[..count]) Rows.Add(table.Span.Slice(r * Width, Width), tableScale.Span[r], row);
        norm.Run(row, row);
    }
}
