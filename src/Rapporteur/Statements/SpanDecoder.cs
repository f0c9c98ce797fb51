// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;

namespace Rapporteur.Statements;

/// <summary>Finds the best row of labels for words (Viterbi 1967), and how much better it is than one with another label at a word.</summary>
/// <remarks>Labels come in pairs after the first: first word of a span, further word. Only sums and maxima, so the result is the same everywhere.</remarks>
internal sealed class SpanDecoder
{
    private const float Forbidden = -1e4f;
    private readonly int labels;
    private readonly float[] transition;
    private float[] forward = [], backward = [];
    private byte[] back = [];

    public SpanDecoder(ModelFile model, string transitions, int labels)
        : this(model.Get<float>(transitions, labels * labels).Span, labels)
    {
    }

    /// <summary>A decoder with the given scores of one label after another.</summary>
    public SpanDecoder(ReadOnlySpan<float> learned, int labels)
    {
        this.labels = labels;
        transition = new float[labels * labels];
        for (int from = 0; from < labels; from++)
        {
            for (int to = 0; to < labels; to++)
                transition[(from * labels) + to] = IsFurther(to) && from != to && from != to - 1 ? Forbidden : learned[(from * labels) + to];
        }
    }

    private SpanDecoder(SpanDecoder other) => (labels, transition) = (other.labels, other.transition);

    /// <summary>A decoder with arrays of its own, for another thread.</summary>
    public SpanDecoder Fork() => new(this);

    /// <summary>Decodes.</summary>
    /// <param name="scores">A row for each word.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="bias">What is added to the score of the first label that begins a span.</param>
    /// <param name="into">Takes a label for each word.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, float bias, Span<byte> into)
    {
        int count = into.Length;
        if (count == 0) return;
        if (back.Length < count * labels) (back, forward, backward) = (new byte[count * labels], new float[count * labels], new float[count * labels]);
        for (int t = 0; t < labels; t++) forward[t] = scores[t] + (t == 1 ? bias : 0) + (IsFurther(t) ? Forbidden : 0);
        for (int i = 1; i < count; i++)
        {
            for (int to = 0; to < labels; to++)
            {
                (float top, int best) = (float.NegativeInfinity, 0);
                for (int from = 0; from < labels; from++)
                {
                    float score = forward[((i - 1) * labels) + from] + transition[(from * labels) + to];
                    if (score > top) (top, best) = (score, from);
                }

                forward[(i * labels) + to] = top + scores[(i * stride) + to] + (to == 1 ? bias : 0);
                back[(i * labels) + to] = (byte)best;
            }
        }

        ReadOnlySpan<float> end = forward.AsSpan((count - 1) * labels, labels);
        int label = 0;
        for (int t = 1; t < labels; t++)
        {
            if (end[t] > end[label]) label = t;
        }

        for (int i = count - 1; i >= 0; i--)
        {
            into[i] = (byte)label;
            label = back[(i * labels) + label];
        }

        for (int t = 0; t < labels; t++) backward[((count - 1) * labels) + t] = 0;
        for (int i = count - 2; i >= 0; i--)
        {
            for (int from = 0; from < labels; from++)
            {
                float top = float.NegativeInfinity;
                for (int to = 0; to < labels; to++)
                    top = MathF.Max(top, transition[(from * labels) + to] + scores[((i + 1) * stride) + to] + (to == 1 ? bias : 0) + backward[((i + 1) * labels) + to]);
                backward[(i * labels) + from] = top;
            }
        }
    }

    /// <summary>How much the best row with this label at a word is better than the best with any other; after <see cref="Decode"/>, its bias included.</summary>
    public float Margin(int word, int label)
    {
        float mine = forward[(word * labels) + label] + backward[(word * labels) + label], other = float.NegativeInfinity;
        for (int t = 0; t < labels; t++)
        {
            if (t != label) other = MathF.Max(other, forward[(word * labels) + t] + backward[(word * labels) + t]);
        }

        return mine - other;
    }

    /// <summary>Whether a label goes on with a span.</summary>
    private static bool IsFurther(int label) => label > 0 && label % 2 == 0;
}
