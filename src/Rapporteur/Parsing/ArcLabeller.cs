// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Parsing;

/// <summary>Names the arcs of a tree.</summary>
internal sealed class ArcLabeller
{
    private readonly int size;
    private readonly Dense dependent;
    private readonly Dense governor;
    private readonly Dense output;
    private readonly Tensor<float> root;
    private readonly Deprel[] labels;

    public ArcLabeller(ModelFile model)
    {
        labels = [.. model.LabelsOf("deprel").Select(l => TreeTable.Parse(l) ?? throw new ModelException($"{model.Path}: {l} is no relation that this program knows."))];
        int width = model.Width;
        size = model.Whole("labels.size");
        dependent = new(model, "labels.dependent", width, size);
        governor = new(model, "labels.governor", width, size);
        output = new(model, "labels.out", size, labels.Length);
        root = model.Get<float>("labels.root", size);
    }

    /// <summary>Names each token's arc.</summary>
    /// <param name="vectors">The tokens' vectors.</param>
    /// <param name="heads">Each token's head in the sentence; −1 is the root.</param>
    /// <param name="unit">What 1 means in the vectors.</param>
    /// <param name="into">A relation for each token.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void Label(ReadOnlySpan<short> vectors, ReadOnlySpan<int> heads, float unit, Span<byte> into, Scratch scratch)
    {
        int count = heads.Length;
        Span<float> units = stackalloc float[ArcScorer.Most];
        units[..count].Fill(unit);
        Span<float> own = scratch.Sums(count * size), heading = scratch.Projected(count * size);
        dependent.Run(vectors, count, units, own);
        governor.Run(vectors, count, units, heading);
        Span<short> whole = scratch.Hidden(count * size);
        for (int i = 0; i < count; i++)
        {
            Span<float> row = own.Slice(i * size, size);
            Rows.Add(heads[i] < 0 ? root.Span : heading.Slice(heads[i] * size, size), row);
            units[i] = Rows.RectifyAndQuantise(row, whole.Slice(i * size, size));
        }

        Span<float> scores = scratch.Columns(count * output.Stride);
        output.Run(whole, count, units, scores);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> row = scores.Slice(i * output.Stride, labels.Length);
            int best = -1;
            for (int k = 0; k < row.Length; k++)
            {
                // The root is what hangs on nothing, and nothing else is.
                if ((labels[k] == Deprel.Root) != (heads[i] < 0)) continue;
                if (best < 0 || row[k] > row[best]) best = k;
            }

            into[i] = (byte)(best < 0 ? Deprel.Root : labels[best]);
        }
    }
}
