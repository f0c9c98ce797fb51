// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Statements;

/// <summary>Scores the words of a stretch for being cues, and the words around a cue for being its source or content.</summary>
/// <remarks>
/// The encoder's vectors of a word and of its head and a few features; two convolutions, self-attention in the sentence; then a
/// small net for each cue and the words of its window. <c>training/statements/net.py</c> is the same in PyTorch.
/// </remarks>
internal sealed class AttributionScorer
{
    /// <summary>Labels of the cues: outside, first, further.</summary>
    public const int CueLabels = 3;

    /// <summary>Labels of the roles: none, first and further of a source, first and further of a content.</summary>
    public const int RoleLabels = 5;

    private readonly int width;
    private readonly int pair;
    private readonly Dense word;
    private readonly Norm norm;
    private readonly Convolution[] convolutions;
    private readonly SelfAttention attend;
    private readonly Norm last;
    private readonly Dense heads;
    private readonly Dense anchor;
    private readonly Dense near;
    private readonly Dense far;
    private readonly Dense role;
    private readonly FeatureTable rows;
    private readonly FeatureTable windowRows;

    public AttributionScorer(ModelFile model)
    {
        width = model.Width;
        pair = model.Whole("pair");
        int vector = model.Whole("vector");
        word = new(model, "word", vector, 2 * width);
        norm = new(model, "norm", width);
        convolutions = [new(model, "convolution.0", width, 1), new(model, "convolution.1", width, 2)];
        attend = new(model, "attend", width);
        last = new(model, "last", width);
        heads = new(model, "heads", width, (2 * CueLabels) + pair);
        anchor = new(model, "anchor", 2 * width, pair);
        near = new(model, "near", 3 * pair, pair);
        far = new(model, "far", 3 * pair, pair);
        role = new(model, "role", pair, RoleLabels);
        rows = new(model, "rows", TokenFeatures.Size, width);
        windowRows = new(model, "windowRows", CueWindow.Size, pair);
    }

    /// <summary>Length of a row of <see cref="ScoreWords"/>: scores of the outermost cues, of cues at any depth, then what the roles need.</summary>
    public int Stride => heads.Stride;

    /// <summary>Length of a row of <see cref="ScoreRoles"/>.</summary>
    public int RoleStride => role.Stride;

    /// <summary>Scores the words of whole sentences that follow each other in one passage.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stretch">Their tokens.</param>
    /// <param name="sentences">Each sentence, in tokens from the stretch's first.</param>
    /// <param name="features">The tokens' features.</param>
    /// <param name="buffers">Keeps the scores until the next stretch.</param>
    public void ScoreWords(Document document, TokenRange stretch, ReadOnlySpan<TokenRange> sentences, TokenFeatures features, AttributionBuffers buffers)
    {
        int count = stretch.Count;
        TokenVectors vectors = document.Encodings[0];
        Span<float> x = buffers.Vectors(count * width), projected = buffers.Projected(count * word.Stride), units = buffers.Units(Math.Max(count, CueWindow.Most));
        units[..count].Fill(vectors.Unit);
        word.Run(vectors.Of(stretch), count, units, projected);
        Span<int> found = stackalloc int[TokenFeatures.Count];
        for (int i = 0; i < count; i++)
        {
            Span<float> row = x.Slice(i * width, width);
            projected.Slice(i * word.Stride, width).CopyTo(row);
            int head = document.Trees.HeadOf(stretch.First + i) - stretch.First;
            if (head >= 0 && head < count) Rows.Add(projected.Slice((head * word.Stride) + width, width), row);
            features.Write(stretch.First + i, found);
            foreach (int feature in found) rows.Add(feature, row);
            norm.Run(row, row);
        }

        Scratch scratch = Scratch.Mine;
        foreach (Convolution layer in convolutions) layer.Run(x, count, scratch);
        attend.Run(x, sentences, scratch);
        Span<short> whole = buffers.Whole(count * width);
        for (int i = 0; i < count; i++) last.Run(x.Slice(i * width, width), whole.Slice(i * width, width));
        units[..count].Fill(last.Unit);
        heads.Run(whole, count, units, buffers.Scores(count * heads.Stride));
    }

    /// <summary>Scores the words of a cue's window.</summary>
    /// <param name="features">Rows of <see cref="CueWindow"/>.</param>
    /// <param name="head">The cue's head, counted in the stretch.</param>
    /// <param name="end">The cue's last word, counted in the stretch.</param>
    /// <param name="window">The window, counted in the stretch.</param>
    /// <param name="buffers">Those of the last call of <see cref="ScoreWords"/>.</param>
    /// <param name="scores">Takes <see cref="RoleStride"/> numbers a word.</param>
    public void ScoreRoles(ReadOnlySpan<int> features, int head, int end, TokenRange window, AttributionBuffers buffers, Span<float> scores)
    {
        int count = window.Count;
        ReadOnlySpan<short> whole = buffers.Whole();
        Span<short> inputs = buffers.PairInputs(count * 3 * pair);
        Span<float> units = buffers.Units(CueWindow.Most), anchored = stackalloc float[anchor.Stride];
        whole.Slice(head * width, width).CopyTo(inputs);
        whole.Slice(end * width, width).CopyTo(inputs[width..]);
        units[0] = last.Unit;
        anchor.Run(inputs, 1, units, anchored);
        ReadOnlySpan<float> words = buffers.Scores();
        Span<float> z = buffers.Pairs(count * pair), sums = buffers.PairSums(count * near.Stride);
        for (int i = 0; i < count; i++)
        {
            Span<float> row = z.Slice(i * pair, pair);
            words.Slice(((window.First + i) * heads.Stride) + (2 * CueLabels), pair).CopyTo(row);
            Rows.Add(anchored[..pair], row);
            foreach (int feature in features.Slice(i * CueWindow.Count, CueWindow.Count)) windowRows.Add(feature, row);
            Rows.Rectify(row);
        }

        Mix(near, 1, count, z, inputs, units, sums, buffers);
        Mix(far, 3, count, z, inputs, units, sums, buffers);
        for (int i = 0; i < count; i++) units[i] = Rows.Quantise(z.Slice(i * pair, pair), inputs.Slice(i * pair, pair));
        role.Run(inputs, count, units, scores);
    }

    /// <summary>Adds to each word what a layer makes of it and its two neighbors at a distance.</summary>
    private void Mix(Dense layer, int distance, int count, Span<float> z, Span<short> inputs, Span<float> units, Span<float> sums, AttributionBuffers buffers)
    {
        Span<float> joined = buffers.Joined(3 * pair);
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < 3; k++)
            {
                int from = i + ((k - 1) * distance);
                Span<float> part = joined.Slice(k * pair, pair);
                if (from < 0 || from >= count) part.Clear();
                else z.Slice(from * pair, pair).CopyTo(part);
            }

            units[i] = Rows.Quantise(joined, inputs.Slice(i * 3 * pair, 3 * pair));
        }

        layer.Run(inputs, count, units, sums);
        for (int i = 0; i < count; i++)
        {
            Span<float> row = z.Slice(i * pair, pair), sum = sums.Slice(i * layer.Stride, pair);
            Rows.Rectify(sum);
            Rows.Add(sum, row);
        }
    }

    /// <summary>Rows of 8-bit numbers, each with a unit of its own.</summary>
    private sealed class FeatureTable(ModelFile model, string name, int count, int width)
    {
        private readonly Tensor<sbyte> table = model.Get<sbyte>(name, count * width);
        private readonly Tensor<float> scale = model.Get<float>(name + ".scale", count);

        public void Add(int row, Span<float> into) => Rows.Add(table.Span.Slice(row * width, width), scale.Span[row], into);
    }
}

/// <summary>The arrays that an <see cref="AttributionScorer"/> computes in; one set a thread, kept and grown, never part of a result.</summary>
internal sealed class AttributionBuffers
{
    [ThreadStatic]
    private static AttributionBuffers? mine;

    private float[] vectors = [], projected = [], units = [], scores = [], pairs = [], pairSums = [], joined = [];
    private short[] whole = [], pairInputs = [];

    private AttributionBuffers()
    {
    }

    /// <summary>This thread's buffers.</summary>
    public static AttributionBuffers Mine => mine ??= new();

    public Span<float> Vectors(int count) => Of(ref vectors, count);

    public Span<float> Projected(int count) => Of(ref projected, count);

    public Span<float> Units(int count) => Of(ref units, count);

    public Span<float> Scores(int count) => Of(ref scores, count);

    public ReadOnlySpan<float> Scores() => scores;

    public Span<float> Pairs(int count) => Of(ref pairs, count);

    public Span<float> PairSums(int count) => Of(ref pairSums, count);

    public Span<float> Joined(int count) => Of(ref joined, count);

    public Span<short> Whole(int count) => Of(ref whole, count);

    public ReadOnlySpan<short> Whole() => whole;

    public Span<short> PairInputs(int count) => Of(ref pairInputs, count);

    private static Span<T> Of<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count) buffer = new T[Math.Max(count, 2 * buffer.Length)];
        return buffer.AsSpan(0, count);
    }
}
