// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Names;

/// <summary>Scores each word of a sentence for each tag.</summary>
internal sealed class NameScorer
{
    /// <summary>Most words that are scored at once.</summary>
    public const int Most = 256;

    private readonly FeedForward layers;

    public NameScorer(ModelFile model)
    {
        int size = model.Whole("names.size");
        layers = new(new(model, "names.hidden", model.Width, size), new(model, "names.out", size, model.LabelsOf("names").Length));
    }

    /// <summary>Length of a row of scores.</summary>
    public int Stride => layers.Stride;

    /// <summary>Scores the words.</summary>
    public void Score(ReadOnlySpan<short> vectors, int count, float unit, Span<float> scores)
    {
        Span<float> units = stackalloc float[Most];
        units[..count].Fill(unit);
        layers.Run(vectors, count, units, scores, Scratch.Mine);
    }
}
