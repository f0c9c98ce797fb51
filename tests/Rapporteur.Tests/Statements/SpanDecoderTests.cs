// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Statements;

namespace Rapporteur.Tests.Statements;

public sealed class SpanDecoderTests
{
    private const int Labels = 5;

    private static readonly Gen<(int Count, float[] Scores, float[] Transitions)> Inputs = Gen.Int[1, 5].SelectMany(n =>
        Gen.Float[-5, 5].Array[n * Labels].SelectMany(s => Gen.Float[-2, 2].Array[Labels * Labels].Select(t => (n, s, t))));

    [Fact]
    public void The_row_is_the_best_of_all_rows()
        => Inputs.Sample(
            t =>
            {
                var labels = new byte[t.Count];
                new SpanDecoder(t.Transitions, Labels).Decode(t.Scores, Labels, 0, labels);
                Assert.True(IsWellFormed(labels));
                Assert.Equal(Rows(t.Count).Max(r => Sum(r, t.Scores, t.Transitions)), Sum(labels, t.Scores, t.Transitions), 1e-3);
            },
            iter: 200);

    [Fact]
    public void The_margin_is_what_another_label_would_cost()
        => Inputs.Sample(
            t =>
            {
                var decoder = new SpanDecoder(t.Transitions, Labels);
                var labels = new byte[t.Count];
                decoder.Decode(t.Scores, Labels, 0, labels);
                double best = Sum(labels, t.Scores, t.Transitions);
                double[] others = [.. Rows(t.Count).Where(r => r[0] != labels[0]).Select(r => Sum(r, t.Scores, t.Transitions))];
                Assert.Equal(best - others.Max(), decoder.Margin(0, labels[0]), 1e-3);
            },
            iter: 200);

    private static IEnumerable<byte[]> Rows(int count)
    {
        for (int code = 0; code < (int)Math.Pow(Labels, count); code++)
        {
            var row = new byte[count];
            for (int i = 0, rest = code; i < count; i++, rest /= Labels) row[i] = (byte)(rest % Labels);
            if (IsWellFormed(row)) yield return row;
        }
    }

    /// <summary>A further word of a span follows its first word or another further one.</summary>
    private static bool IsWellFormed(byte[] row)
        => row.Select((label, i) => label is not (2 or 4) || (i > 0 && (row[i - 1] == label || row[i - 1] == label - 1))).All(static ok => ok);

    private static double Sum(byte[] row, float[] scores, float[] transitions)
        => row.Select((label, i) => (double)scores[(i * Labels) + label] + (i > 0 ? transitions[(row[i - 1] * Labels) + label] : 0)).Sum();
}
