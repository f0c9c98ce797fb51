// SPDX-License-Identifier: Apache-2.0

using System.Runtime.Intrinsics;
using CsCheck;
using Rapporteur.Models;

namespace Rapporteur.Tests.Models;

public sealed class RowsTests
{
    private static readonly Gen<float[]> Rows32 = Gen.Float[-50, 50].Array[32];

    [Fact]
    public void Exp_is_right_to_six_digits()
        => Gen.Float[-80, 0].Sample(x => Assert.Equal(1, Rows.Exp(Vector256.Create(x)).GetElement(3) / Math.Exp(x), 5e-6), iter: 2000);

    [Fact]
    public void Shares_are_of_one_and_in_the_order_of_the_scores()
        => Gen.Select(Rows32, Gen.Int[1, 32]).Sample((scores, count) =>
        {
            float[] shares = [.. scores];
            Rows.Softmax(shares, count);
            Assert.Equal(1, shares.Take(count).Sum(), 1e-4);
            for (int i = 1; i < count; i++) Assert.True(scores[i] <= scores[i - 1] ? shares[i] <= shares[i - 1] : shares[i] >= shares[i - 1]);
        });

    [Fact]
    public void Rounding_keeps_within_half_a_unit()
        => Rows32.Sample(row =>
        {
            var whole = new short[32];
            float unit = Rows.Quantise(row, whole);
            for (int i = 0; i < row.Length; i++) Assert.InRange(Math.Abs((whole[i] * unit) - row[i]), 0, unit * 0.51f);
            Assert.True(whole.Max(w => Math.Abs((int)w)) <= 2047);
        });

    [Fact]
    public void A_unit_too_small_gives_the_largest_number()
    {
        var whole = new short[16];
        Rows.Quantise([.. Enumerable.Repeat(1e9f, 8), .. Enumerable.Repeat(-1e9f, 8)], 0.01f, whole);
        Assert.Equal([.. Enumerable.Repeat((short)2047, 8), .. Enumerable.Repeat((short)-2047, 8)], whole);
    }

    [Fact]
    public void Normalised_rows_have_mean_zero_and_variance_one()
        => Rows32.Where(r => r.Max() - r.Min() > 1).Sample(row =>
        {
            var into = new float[32];
            Rows.Normalise(row, [.. Enumerable.Repeat(1f, 32)], new float[32], into);
            Assert.Equal(0, into.Average(), 1e-3);
            Assert.Equal(1, into.Select(v => v * v).Average(), 1e-2);
        });
}
