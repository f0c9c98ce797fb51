// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Models;

/// <summary>Normalisation of a row, with the unit to round its result to.</summary>
internal sealed class Norm(ModelFile model, string name, int width)
{
    private readonly Tensor<float> gain = model.Get<float>(name + ".gain", width);
    private readonly Tensor<float> bias = model.Get<float>(name + ".bias", width);

    /// <summary>What 1 means in the rounded result.</summary>
    public float Unit { get; } = model.Number(name + ".unit");

    public void Run(Span<float> row, Span<float> into) => Rows.Normalise(row, gain.Span, bias.Span, into);

    public void Run(Span<float> row, Span<short> into) => Rows.Normalise(row, gain.Span, bias.Span, Unit, into);
}
