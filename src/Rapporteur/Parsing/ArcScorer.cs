// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Parsing;

/// <summary>Scores every possible arc of a sentence: how well each token hangs on each other, or on the root.</summary>
internal sealed class ArcScorer
{
    /// <summary>Most tokens that are scored against each other.</summary>
    public const int Most = 256;

    private const int Reach = 24;
    private readonly int size;
    private readonly FeedForward dependent;
    private readonly Dense governor;
    private readonly Tensor<float> root;
    private readonly Tensor<float> distance;

    public ArcScorer(ModelFile model)
    {
        int width = model.Width;
        size = model.Whole("arcs.size");
        if (size % 16 != 0) throw new ModelException($"{model.Path}: arcs of size {size} cannot be run.");
        dependent = new(new(model, "arcs.dependent", width, size), new(model, "arcs.biaffine", size, size));
        governor = new(model, "arcs.governor", width, size);
        root = model.Get<float>("arcs.root", size);
        distance = model.Get<float>("arcs.distance", (2 * Reach) + 1);
    }

    /// <summary>Scores the arcs of one sentence.</summary>
    /// <param name="vectors">The tokens' vectors.</param>
    /// <param name="count">Number of tokens; at most <see cref="Most"/>.</param>
    /// <param name="unit">What 1 means in the vectors.</param>
    /// <param name="scores">For each token <paramref name="count"/> + 1 scores: of the root, then of each token as its head; its own is −∞.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Score(ReadOnlySpan<short> vectors, int count, float unit, Span<float> scores, Scratch scratch)
    {
        Span<float> units = stackalloc float[Most];
        units[..count].Fill(unit);
        Span<float> hidden = scratch.Projected(count * size);
        governor.Run(vectors, count, units, hidden);
        // Governors as columns, the root first: a row of products is then a row of scores.
        int columns = (count + 1 + 7) & ~7;
        Span<float> transposed = scratch.Columns(size * columns);
        transposed.Clear();
        for (int k = 0; k < size; k++) transposed[k * columns] = root.Span[k];
        for (int j = 0; j < count; j++)
        {
            ReadOnlySpan<float> column = hidden.Slice(j * size, size);
            for (int k = 0; k < column.Length; k++) transposed[(k * columns) + j + 1] = MathF.Max(column[k], 0);
        }

        Span<float> dependents = hidden;        // the governors have been copied
        dependent.Run(vectors, count, units, dependents, scratch);

        Span<float> row = stackalloc float[Most + 8];
        row = row[..columns];
        for (int i = 0; i < count; i++)
        {
            Rows.Multiply(dependents.Slice(i * size, size), transposed, columns, row);
            Span<float> into = scores.Slice(i * (count + 1), count + 1);
            into[0] = row[0];
            for (int j = 0; j < count; j++) into[j + 1] = row[j + 1] + distance.Span[Math.Clamp(j - i, -Reach, Reach) + Reach];
            into[i + 1] = float.NegativeInfinity;
        }
    }
}
