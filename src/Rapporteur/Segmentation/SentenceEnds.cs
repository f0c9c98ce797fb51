// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Segmentation;

/// <summary>Scores for each word whether a sentence ends with it, from its own lower vector and the next word's.</summary>
internal sealed class SentenceEnds(ModelFile model)
{
    private const int Hidden = 64;
    private readonly int width = model.Width;
    private readonly Norm norm = new(model, "ends.norm", model.Width);
    private readonly Dense hidden = new(model, "ends.hidden", 2 * model.Width, Hidden);
    private readonly Tensor<float> weight = model.Get<float>("ends.weight", Hidden);
    private readonly float bias = model.Number("ends.bias");

    /// <summary>Scores the first <paramref name="count"/> words of a stretch; above zero, a sentence ends.</summary>
    /// <param name="low">Lower vectors of the words and, if there is one, of the word after them.</param>
    /// <param name="count">Number of words to score; at most <see cref="Scratch.Block"/>.</param>
    /// <param name="scores">A score for each.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Score(Span<float> low, int count, Span<float> scores, Scratch scratch)
    {
        int there = low.Length / width;
        Span<short> pairs = scratch.Inputs(Scratch.Block * 2 * width), row = stackalloc short[width];
        for (int i = 0; i < there; i++)
        {
            norm.Run(low.Slice(i * width, width), row);
            if (i < count) row.CopyTo(pairs.Slice(2 * i * width, width));
            if (i > 0) row.CopyTo(pairs.Slice((2 * (i - 1) * width) + width, width));
        }

        if (there == count) pairs.Slice((2 * (count - 1) * width) + width, width).Clear();
        Span<float> units = stackalloc float[Scratch.Block];
        units.Fill(norm.Unit);
        Span<float> sums = scratch.Sums(Scratch.Block * hidden.Stride);
        hidden.Run(pairs, count, units, sums);
        for (int i = 0; i < count; i++)
        {
            Span<float> h = sums.Slice(i * hidden.Stride, Hidden);
            Rows.Rectify(h);
            scores[i] = Rows.Dot(h, weight.Span) + bias;
        }
    }
}
