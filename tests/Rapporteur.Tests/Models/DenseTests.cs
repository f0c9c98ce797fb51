// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Models;

namespace Rapporteur.Tests.Models;

public sealed class DenseTests
{
    [Fact]
    public void A_layer_gives_what_the_definition_says()
        => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 24], Gen.Int[1, 9], Gen.UInt).Sample(
            (outputs, halfInputs, rows, seed) =>
            {
                using var folder = new TestFolder();
                int inputs = 2 * halfInputs;
                uint state = seed | 1;
                int Next()
                {
                    state = (state * 1664525) + 1013904223;
                    return (int)(state >> 8) % 4095 - 2047;
                }

                var weights = new int[outputs, inputs];
                var x = new short[rows * inputs];
                for (int o = 0; o < outputs; o++)
                {
                    for (int i = 0; i < inputs; i++) weights[o, i] = Next();
                }

                for (int i = 0; i < x.Length; i++) x[i] = (short)Next();
                float[] scale = [.. Enumerable.Range(1, outputs).Select(i => 0.01f * i)], bias = [.. Enumerable.Range(1, outputs).Select(i => i - 3.5f)];
                float[] unit = [.. Enumerable.Range(1, rows).Select(i => 0.5f / i)];
                var layer = new Dense(new TinyModel().AddDense("d", weights, scale, bias).Open(folder.Root), "d", inputs, outputs);
                var y = new float[rows * layer.Stride];
                layer.Run(x, rows, unit, y);
                for (int r = 0; r < rows; r++)
                {
                    for (int o = 0; o < outputs; o++)
                    {
                        int sum = 0;
                        for (int i = 0; i < inputs; i++) sum += weights[o, i] * x[(r * inputs) + i];
                        float product = sum * (scale[o] * unit[r]);
                        Assert.Equal(product + bias[o], y[(r * layer.Stride) + o]);
                    }
                }
            },
            iter: 100);

    [Fact]
    public void More_inputs_than_the_sums_can_hold_are_refused()
    {
        using var folder = new TestFolder();
        ModelFile model = new TinyModel().AddDense("d", new int[1, 514], [1f], [0f]).Open(folder.Root);
        Assert.Contains("514 inputs", Assert.Throws<ModelException>(() => new Dense(model, "d", 514, 1)).Message, StringComparison.Ordinal);
    }
}
