// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Names;

/// <summary>Scores each word of a sentence for each tag.</summary>
internal sealed class NameScorer
{
    /// <summary>Most words that are scored at once.</summary>
    public const int Most = 256;

    private readonly int size;
    private readonly Dense hidden;
    private readonly Dense output;

    public NameScorer(ModelFile model)
    {
        size = model.Whole("names.size");
        hidden = new(model, "names.hidden", model.Whole("width"), size);
        output = new(model, "names.out", size, model.LabelsOf("names").Length);
    }

    /// <summary>Length of a row of scores.</summary>
    public int Stride => output.Stride;

    /// <summary>Scores the words.</summary>
    public void Score(ReadOnlySpan<short> vectors, int count, float unit, Span<float> scores)
    {
        Scratch scratch = Scratch.Mine;
        Span<float> units = stackalloc float[Most];
        units[..count].Fill(unit);
        Span<float> sums = scratch.Sums(count * hidden.Stride);
        Span<short> whole = scratch.Hidden(count * size);
        hidden.Run(vectors, count, units, sums);
        for (int i = 0; i < count; i++) units[i] = Rows.RectifyAndQuantise(sums.Slice(i * hidden.Stride, size), whole.Slice(i * size, size));
        output.Run(whole, count, units, scores);
    }
}
