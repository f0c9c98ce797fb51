// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Models;

namespace Rapporteur.Tests.Models;

public sealed class MatrixTests
{
    [Fact]
    public void A_product_is_that_of_the_definition()
        => Gen.Select(Gen.Int[1, 11], Gen.Int[1, 12], Gen.Int[1, 5], Gen.Int[0, 3], Gen.UInt).Sample((rows, depth, blocks, gap, seed) =>
        {
            int columns = 8 * blocks;
            float[] a = Numbers(rows * (depth + gap), seed), b = Numbers(depth * (columns + gap), seed + 1), c = new float[rows * (columns + gap)];
            var product = new Matrix(c, rows, columns, columns + gap);
            product.SetProduct(new(a, rows, depth, depth + gap), new(b, depth, columns, columns + gap));
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++) Assert.Equal(Enumerable.Range(0, depth).Sum(k => a[(i * (depth + gap)) + k] * b[(k * (columns + gap)) + j]), product.Row(i)[j]);
                Assert.All(c.Skip((i * (columns + gap)) + columns).Take(gap), value => Assert.Equal(0, value));
            }
        });

    [Fact]
    public void Matrices_that_do_not_fit_are_refused()
        => Assert.Throws<ArgumentException>(() => new Matrix(new float[16], 2, 8, 8).SetProduct(new(new float[6], 2, 3, 3), new(new float[16], 2, 8, 8)));

    private static float[] Numbers(int count, uint seed) => [.. Enumerable.Range(0, count).Select(i => (((seed + (uint)i) * 2654435761u) >> 24) - 128f)];
}
