// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Encoders;

/// <summary>The encoder that all trained stages share: words in, a vector for each word out.</summary>
/// <remarks>
/// Lower part: the sum of a word's embedding rows, normalised, and three residual convolutions over three words, dilated
/// 1, 2 and 4, which see the whole passage. Upper part: self-attention within the sentence (windows of 256 words), a
/// convolution, self-attention again. <c>training/language/network.py</c> is the same in PyTorch.
/// </remarks>
internal sealed class Encoder
{
    private readonly WordFeatures features;
    private readonly Tensor<sbyte> table;
    private readonly Tensor<float> tableScale;
    private readonly Norm first;
    private readonly Norm last;
    private readonly Convolution[] lower;
    private readonly Convolution between;
    private readonly SelfAttention attend1;
    private readonly SelfAttention attend2;

    public Encoder(ModelFile model)
    {
        Width = model.Whole("width");
        if (Width % 16 != 0 || Width is < 16 or > 512) throw new ModelException($"{model.Path}: a width of {Width} cannot be run.");
        features = new(model);
        table = model.Get<sbyte>("table", features.TableRows * Width);
        tableScale = model.Get<float>("table.scale", features.TableRows);
        first = new(model, "encoder.norm", Width);
        lower = [new(model, "encoder.lower.0", Width, 1), new(model, "encoder.lower.1", Width, 2), new(model, "encoder.lower.2", Width, 4)];
        attend1 = new(model, "encoder.attend1", Width);
        between = new(model, "encoder.between", Width, 1);
        attend2 = new(model, "encoder.attend2", Width);
        last = new(model, "encoder.last", Width);
    }

    /// <summary>Numbers in a word's vector.</summary>
    public int Width { get; }

    /// <summary>The unit of the finished vectors' whole numbers.</summary>
    public float Unit => last.Unit;

    /// <summary>Runs the lower part on one passage.</summary>
    /// <param name="tokens">The document's tokens.</param>
    /// <param name="range">Those of the passage.</param>
    /// <param name="x">Its vectors: <see cref="Width"/> numbers a word.</param>
    /// <param name="scratch">The thread's buffers.</param>
    public void RunLower(TokenTable tokens, TokenRange range, Span<float> x, Scratch scratch)
    {
        Span<int> rows = stackalloc int[WordFeatures.MostRows];
        for (int i = 0; i < range.Count; i++)
        {
            int token = range.First + i;
            TextSpan span = tokens.SpanOf(token);
            bool noSpace = i > 0 && tokens.SpanOf(token - 1).End == span.Start;
            int count = features.Write(tokens.WordOf(token), noSpace, rows);
            Span<float> row = x.Slice(i * Width, Width);
            row.Clear();
            foreach (int r in rows[..count]) Rows.Add(table.Span.Slice(r * Width, Width), tableScale.Span[r], row);
            first.Run(row, row);
        }

        foreach (Convolution layer in lower) layer.Run(x, range.Count, scratch);
    }

    /// <summary>Runs the upper part on one passage, in place.</summary>
    /// <param name="x">What <see cref="RunLower"/> gave.</param>
    /// <param name="sentences">The passage's sentences, in words from its first.</param>
    /// <param name="scratch">The thread's buffers.</param>
    /// <param name="into">The finished vectors as whole numbers of <see cref="Unit"/>.</param>
    public void RunUpper(Span<float> x, ReadOnlySpan<TokenRange> sentences, Scratch scratch, Span<short> into)
    {
        int count = x.Length / Width;
        foreach (TokenRange s in sentences) attend1.Run(x.Slice(s.First * Width, s.Count * Width), scratch);
        between.Run(x, count, scratch);
        foreach (TokenRange s in sentences) attend2.Run(x.Slice(s.First * Width, s.Count * Width), scratch);
        for (int i = 0; i < count; i++) last.Run(x.Slice(i * Width, Width), into.Slice(i * Width, Width));
    }
}
