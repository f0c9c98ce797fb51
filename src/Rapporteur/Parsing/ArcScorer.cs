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
    private readonly float[] distances; // what is added for a head −Most … Most − 1 tokens away

    public ArcScorer(ModelFile model)
    {
        int width = model.Width;
        size = model.Whole("arcs.size");
        if (size % 16 != 0) throw new ModelException($"{model.Path}: arcs of size {size} cannot be run.");
        dependent = new(new(model, "arcs.dependent", width, size), new(model, "arcs.biaffine", size, size));
        governor = new(model, "arcs.governor", width, size);
        root = model.Get<float>("arcs.root", size);
        ReadOnlySpan<float> near = model.Get<float>("arcs.distance", (2 * Reach) + 1).Span;
        distances = new float[(2 * Most) + 8];
        for (int i = 0; i < distances.Length; i++) distances[i] = near[Math.Clamp(i - Most, -Reach, Reach) + Reach];
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
            Span<float> column = hidden.Slice(j * size, size);
            Rows.Rectify(column);
            for (int k = 0; k < column.Length; k++) transposed[(k * columns) + j + 1] = column[k];
        }

        Span<float> dependents = hidden;        // the governors have been copied
        dependent.Run(vectors, count, units, dependents, scratch);

        var products = new Matrix(scratch.Sums(count * columns), count, columns, columns);
        products.SetProduct(new(dependents, count, size, size), new(transposed, size, columns, columns));
        for (int i = 0; i < count; i++)
        {
            Span<float> row = products.Row(i), into = scores.Slice(i * (count + 1), count + 1);
            into[0] = row[0];
            Rows.Add(distances.AsSpan(Most - 1 - i, columns), row);
            row[1..(count + 1)].CopyTo(into[1..]);
            into[i + 1] = float.NegativeInfinity;
        }
    }
}
