// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Parsing;

namespace Rapporteur.Tests.Parsing;

public sealed class SpanningTreeTests
{
    [Fact]
    public void The_tree_is_the_best_of_all_trees()
        => Gen.Int[1, 5].SelectMany(n => Gen.Float[-10, 10].Array[n * (n + 1)].Select(s => (n, s))).Sample(
            t =>
            {
                (int n, float[] scores) = t;
                var heads = new int[n];
                SpanningTree.Find([.. scores], heads);
                Assert.True(IsTree(heads));
                double best = Trees(n).Max(tree => Sum(tree, scores));
                // The root's penalty costs floats of this size their last digits: trees closer than that are alike.
                Assert.Equal(best, Sum(heads, scores), 1e-2);
            },
            iter: 3000);

    [Fact]
    public void Long_sentences_get_a_tree_with_one_root()
        => Gen.Int[30, 120].SelectMany(n => Gen.Float[-10, 10].Array[n * (n + 1)].Select(s => (n, s))).Sample(
            t =>
            {
                var heads = new int[t.n];
                SpanningTree.Find(t.s, heads);
                Assert.True(IsTree(heads));
            },
            iter: 100);

    private static double Sum(int[] heads, float[] scores) => heads.Select((h, i) => (double)scores[(i * (heads.Length + 1)) + h + 1]).Sum();

    private static IEnumerable<int[]> Trees(int n)
    {
        int all = (int)Math.Pow(n + 1, n);
        for (int code = 0; code < all; code++)
        {
            var heads = new int[n];
            for (int i = 0, rest = code; i < n; i++, rest /= n + 1) heads[i] = (rest % (n + 1)) - 1;
            if (IsTree(heads)) yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i, steps = 0;
            while (at >= 0 && steps++ <= heads.Length) at = heads[at];
            if (at >= 0) return false;
        }

        return true;
    }
}
