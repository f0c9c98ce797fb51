// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>The upper part of the encoder that all trained stages share: what a word does in its sentence.</summary>
/// <remarks>
/// Self-attention within the sentence (windows of 256 words), a convolution over the passage, self-attention again.
/// <c>training/language/network.py</c> is the same in PyTorch.
/// </remarks>
internal sealed class UpperEncoder
{
    private readonly SelfAttention attend1;
    private readonly Convolution between;
    private readonly SelfAttention attend2;
    private readonly Norm norm;

    public UpperEncoder(ModelFile model)
    {
        Width = model.Width;
        attend1 = new(model, "encoder.attend1", Width);
        between = new(model, "encoder.between", Width, 1);
        attend2 = new(model, "encoder.attend2", Width);
        norm = new(model, "encoder.last", Width);
    }

    /// <summary>Numbers in a word's vector.</summary>
    public int Width { get; }

    /// <summary>The unit of the finished vectors' whole numbers.</summary>
    public float Unit => norm.Unit;

    /// <summary>Runs on one passage, in place.</summary>
    /// <param name="x">What <see cref="LowerEncoder.Run"/> gave.</param>
    /// <param name="sentences">The passage's sentences, in words from its first.</param>
    /// <param name="scratch">The thread's buffers.</param>
    /// <param name="into">The finished vectors as whole numbers of <see cref="Unit"/>.</param>
    public void Run(Span<float> x, ReadOnlySpan<TokenRange> sentences, Scratch scratch, Span<short> into)
    {
        int count = x.Length / Width;
        attend1.Run(x, sentences, scratch);
        between.Run(x, count, scratch);
        attend2.Run(x, sentences, scratch);
        for (int i = 0; i < count; i++) norm.Run(x.Slice(i * Width, Width), into.Slice(i * Width, Width));
    }
}
