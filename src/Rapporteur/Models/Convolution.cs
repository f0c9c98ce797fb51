// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Models;

/// <summary>A residual convolution over a word and its neighbours at a distance.</summary>
internal sealed class Convolution
{
    private readonly Norm norm;
    private readonly FeedForward layers;
    private readonly int width;
    private readonly int dilation;

    public Convolution(ModelFile model, string name, int width, int dilation)
    {
        this.width = width;
        this.dilation = dilation;
        norm = new(model, name + ".norm", width);
        layers = new(new(model, name + ".window", 3 * width, width), new(model, name + ".out", width, width));
    }

    /// <summary>Adds the layer's result to each row; beyond the first and last row there is nothing.</summary>
    public void Run(Span<float> x, int count, Scratch scratch)
    {
        Span<short> normal = scratch.Normal(count * width);
        for (int i = 0; i < count; i++) norm.Run(x.Slice(i * width, width), normal.Slice(i * width, width));
        Span<short> windows = scratch.Inputs(Scratch.Block * 3 * width);
        Span<float> result = scratch.Projected(Scratch.Block * layers.Stride);
        Span<float> units = stackalloc float[Scratch.Block];
        for (int start = 0; start < count; start += Scratch.Block)
        {
            int rows = Math.Min(Scratch.Block, count - start);
            for (int r = 0; r < rows; r++)
            {
                for (int k = 0; k < 3; k++)
                {
                    int from = start + r + ((k - 1) * dilation);
                    Span<short> part = windows.Slice(((r * 3) + k) * width, width);
                    if (from < 0 || from >= count) part.Clear();
                    else normal.Slice(from * width, width).CopyTo(part);
                }
            }

            units.Fill(norm.Unit);
            layers.Run(windows, rows, units, result, scratch);
            for (int r = 0; r < rows; r++) Rows.Add(result.Slice(r * layers.Stride, width), x.Slice((start + r) * width, width));
        }
    }
}
