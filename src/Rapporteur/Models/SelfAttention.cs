// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Models;

/// <summary>Multi-head self-attention with a bias for each distance (Vaswani et al. 2017; Shaw et al. 2018), and a two-layer net behind it.</summary>
internal sealed class SelfAttention
{
    /// <summary>Words of one window; longer sentences are read in several.</summary>
    public const int Window = 256;

    private const int Heads = 4, Reach = 32;
    private readonly Norm norm;
    private readonly Norm norm2;
    private readonly Dense qkv;
    private readonly Dense output;
    private readonly FeedForward layers;
    private readonly float[] distances; // for each head what is added for a word −Window … Window − 1 words away
    private readonly int width;
    private readonly int size;
    private readonly float scale;

    public SelfAttention(ModelFile model, string name, int width)
    {
        this.width = width;
        size = width / Heads;
        if (size % 8 != 0) throw new ModelException($"{model.Path}: {Heads} heads of {size} numbers cannot be run.");
        norm = new(model, name + ".norm", width);
        norm2 = new(model, name + ".norm2", width);
        qkv = new(model, name + ".qkv", width, 3 * width);
        output = new(model, name + ".out", width, width);
        layers = new(new(model, name + ".inner", width, 2 * width), new(model, name + ".outer", 2 * width, width));
        ReadOnlySpan<float> near = model.Get<float>(name + ".distance", Heads * ((2 * Reach) + 1)).Span;
        distances = new float[Heads * 2 * Window];
        for (int i = 0; i < distances.Length; i++)
        {
            int head = i / (2 * Window), distance = (i % (2 * Window)) - Window;
            distances[i] = near[(head * ((2 * Reach) + 1)) + Math.Clamp(distance, -Reach, Reach) + Reach];
        }

        scale = 1f / MathF.Sqrt(size);
    }

    /// <summary>Adds the layer's result to each row: words attend to those of their sentence.</summary>
    /// <param name="x">The rows of sentences that follow each other.</param>
    /// <param name="sentences">Each sentence, in rows.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Run(Span<float> x, ReadOnlySpan<TokenRange> sentences, Scratch scratch)
    {
        foreach (TokenRange sentence in sentences)
        {
            for (int start = sentence.First; start < sentence.End; start += Window)
            {
                int rows = Math.Min(Window, sentence.End - start);
                Attend(x.Slice(start * width, rows * width), rows, scratch);
            }
        }

        Feed(x, x.Length / width, scratch);
    }

    private void Attend(Span<float> x, int count, Scratch scratch)
    {
        Span<short> inputs = scratch.Inputs(count * width);
        for (int i = 0; i < count; i++) norm.Run(x.Slice(i * width, width), inputs.Slice(i * width, width));
        Span<float> units = stackalloc float[Window];
        units.Fill(norm.Unit);
        Span<float> projected = scratch.Projected(count * qkv.Stride);
        qkv.Run(inputs, count, units, projected);

        int padded = (count + 7) & ~7;
        Span<float> mixed = scratch.Sums(count * width);
        Span<float> keys = scratch.Columns(size * padded);
        Span<float> scores = scratch.Scores(count * padded);
        for (int h = 0; h < Heads; h++)
        {
            int q = h * size, k = width + (h * size), v = (2 * width) + (h * size);
            keys.Clear();
            for (int j = 0; j < count; j++)
            {
                ReadOnlySpan<float> key = projected.Slice((j * qkv.Stride) + k, size);
                for (int d = 0; d < size; d++) keys[(d * padded) + j] = key[d] * scale;
            }

            var all = new Matrix(scores, count, padded, padded);
            all.SetProduct(new(projected[q..], count, size, qkv.Stride), new(keys, size, padded, padded));
            for (int i = 0; i < count; i++)
            {
                Rows.Add(distances.AsSpan((((2 * h) + 1) * Window) - i, padded), all.Row(i));
                Rows.Softmax(all.Row(i), count);
            }

            new Matrix(mixed[q..], count, size, width).SetProduct(new(scores, count, count, padded), new(projected[v..], count, size, qkv.Stride));
        }

        for (int i = 0; i < count; i++) units[i] = Rows.Quantise(mixed.Slice(i * width, width), inputs.Slice(i * width, width));
        Span<float> result = scratch.Projected(count * output.Stride);
        output.Run(inputs, count, units, result);
        for (int i = 0; i < count; i++) Rows.Add(result.Slice(i * output.Stride, width), x.Slice(i * width, width));
    }

    private void Feed(Span<float> x, int count, Scratch scratch)
    {
        Span<short> inputs = scratch.Inputs(Scratch.Block * width);
        Span<float> result = scratch.Projected(Scratch.Block * layers.Stride);
        Span<float> units = stackalloc float[Scratch.Block];
        for (int start = 0; start < count; start += Scratch.Block)
        {
            int rows = Math.Min(Scratch.Block, count - start);
            for (int r = 0; r < rows; r++) norm2.Run(x.Slice((start + r) * width, width), inputs.Slice(r * width, width));
            units.Fill(norm2.Unit);
            layers.Run(inputs, rows, units, result, scratch);
            for (int r = 0; r < rows; r++) Rows.Add(result.Slice(r * layers.Stride, width), x.Slice((start + r) * width, width));
        }
    }
}
