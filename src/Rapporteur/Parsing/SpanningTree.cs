// SPDX-License-Identifier: Apache-2.0

using System.Buffers;

namespace Rapporteur.Parsing;

/// <summary>The best tree with one root among scored arcs (Chu and Liu 1965, Edmonds 1967).</summary>
internal static class SpanningTree
{
    /// <summary>So much is taken off every arc from the root that a tree with one such arc beats any with two.</summary>
    private const float RootCost = 1e4f;

    /// <summary>Finds the tree.</summary>
    /// <param name="scores">Row i: scores of the root and of tokens 0 … n − 1 as head of token i; overwritten.</param>
    /// <param name="heads">Each token's head; −1 for the root's only child.</param>
    public static void Find(Span<float> scores, Span<int> heads)
    {
        int size = heads.Length + 1, roots = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            ReadOnlySpan<float> row = scores.Slice(i * size, size);
            int best = 0;
            for (int j = 1; j < size; j++)
            {
                if (row[j] > row[best]) best = j;
            }

            heads[i] = best - 1;
            if (best == 0) roots++;
        }

        // Most sentences need no more: the best heads are a tree already.
        if (heads.IsEmpty || (roots == 1 && !HasCycle(heads))) return;
        for (int i = 0; i < heads.Length; i++) scores[i * size] -= RootCost;
        new Contraction(scores, size).Solve(heads);
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        Span<int> seen = stackalloc int[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            for (int at = i; at >= 0; at = heads[at])
            {
                if (seen[at] == i + 1) return true;
                if (seen[at] != 0) break;
                seen[at] = i + 1;
            }
        }

        return false;
    }

    /// <summary>Edmonds' algorithm on a dense table; each cycle contracted costs O(n²).</summary>
    /// <remarks>Node 0 is the root, token i is node i + 1. A contracted cycle lives on in its first node.</remarks>
    private sealed class Contraction
    {
        private readonly int size;
        private readonly float[] arc;    // [to, from]
        private readonly int[] enters;   // the node of the first graph that the arc enters
        private readonly int[] leaves;   // the node of the first graph that it leaves
        private readonly bool[] gone;    // nodes that live on in another
        private readonly int[] home;     // the node in which each node of the first graph lives on
        private readonly int[] best;     // the node with the best arc into each, the first of equals; −1 for the root
        private readonly int[] solution; // for each node of the first graph the node its arc comes from; −1 while unknown

        public Contraction(ReadOnlySpan<float> scores, int size)
        {
            this.size = size;
            arc = ArrayPool<float>.Shared.Rent(size * size);
            enters = ArrayPool<int>.Shared.Rent(size * size);
            leaves = ArrayPool<int>.Shared.Rent(size * size);
            gone = new bool[size];
            home = new int[size];
            best = new int[size];
            solution = new int[size];
            for (int to = 0; to < size; to++)
            {
                (home[to], solution[to]) = (to, -1);
                for (int from = 0; from < size; from++)
                {
                    int at = (to * size) + from;
                    arc[at] = to == 0 ? float.NegativeInfinity : scores[((to - 1) * size) + from];
                    (enters[at], leaves[at]) = (to, from);
                }
            }
        }

        /// <summary>Finds the tree.</summary>
        /// <param name="heads">The best head of each token before arcs from the root became worse; takes the tree.</param>
        public void Solve(Span<int> heads)
        {
            // What hangs best on another token still does: only arcs from the root have become worse.
            best[0] = -1;
            for (int to = 1; to < size; to++) best[to] = heads[to - 1] >= 0 ? heads[to - 1] + 1 : BestInto(to);
            Solve();
            for (int i = 0; i < heads.Length; i++) heads[i] = solution[i + 1] - 1;
            ArrayPool<float>.Shared.Return(arc);
            ArrayPool<int>.Shared.Return(enters);
            ArrayPool<int>.Shared.Return(leaves);
        }

        private void Solve()
        {
            List<int>? cycle = FindCycle();
            if (cycle is null)
            {
                for (int to = 1; to < size; to++)
                {
                    if (!gone[to]) solution[enters[(to * size) + best[to]]] = leaves[(to * size) + best[to]];
                }

                return;
            }

            Span<int> homeBefore = stackalloc int[size];
            home.CopyTo(homeBefore);
            Span<int> entersOfMember = stackalloc int[cycle.Count], leavesOfMember = stackalloc int[cycle.Count];
            for (int k = 0; k < cycle.Count; k++)
            {
                int at = (cycle[k] * size) + best[cycle[k]];
                (entersOfMember[k], leavesOfMember[k]) = (enters[at], leaves[at]);
            }

            Contract(cycle);
            FindBestAgain(cycle);
            Solve();

            // One arc enters the cycle from outside; every member but the one it enters keeps its arc of the cycle.
            int entered = -1;
            for (int node = 1; node < size && entered < 0; node++)
            {
                if (solution[node] >= 0 && cycle.Contains(homeBefore[node])) entered = homeBefore[node];
            }

            for (int k = 0; k < cycle.Count; k++)
            {
                if (cycle[k] != entered) solution[entersOfMember[k]] = leavesOfMember[k];
            }
        }

        private int BestInto(int to)
        {
            int top = -1;
            for (int from = 0; from < size; from++)
            {
                if (from == to || gone[from]) continue;
                if (top < 0 || arc[(to * size) + from] > arc[(to * size) + top]) top = from;
            }

            return top;
        }

        /// <summary>Only the arcs from and into the contracted cycle have changed.</summary>
        private void FindBestAgain(List<int> cycle)
        {
            int keep = cycle[0];
            for (int to = 1; to < size; to++)
            {
                if (gone[to]) continue;
                if (to == keep || cycle.Contains(best[to]))
                {
                    best[to] = BestInto(to);
                    continue;
                }

                float old = arc[(to * size) + best[to]], contracted = arc[(to * size) + keep];
                if (contracted > old || (contracted == old && keep < best[to])) best[to] = keep;
            }
        }

        private void Contract(List<int> cycle)
        {
            int keep = cycle[0];
            for (int other = 0; other < size; other++)
            {
                if (gone[other] || cycle.Contains(other)) continue;
                int into = keep, outOf = keep;
                float most = float.NegativeInfinity;
                foreach (int member in cycle)
                {
                    float gain = arc[(member * size) + other] - arc[(member * size) + best[member]];
                    if (gain > most) (most, into) = (gain, member);
                    if (arc[(other * size) + member] > arc[(other * size) + outOf]) outOf = member;
                }

                int at = (keep * size) + other, source = (into * size) + other;
                (arc[at], enters[at], leaves[at]) = (most, enters[source], leaves[source]);
                (at, source) = ((other * size) + keep, (other * size) + outOf);
                (arc[at], enters[at], leaves[at]) = (arc[source], enters[source], leaves[source]);
            }

            foreach (int member in cycle)
            {
                if (member != keep) gone[member] = true;
            }

            for (int node = 0; node < size; node++)
            {
                if (cycle.Contains(home[node])) home[node] = keep;
            }
        }

        private List<int>? FindCycle()
        {
            Span<int> seen = stackalloc int[size];
            for (int i = 1; i < size; i++)
            {
                if (gone[i]) continue;
                int at = i;
                while (at > 0 && seen[at] == 0)
                {
                    seen[at] = i;
                    at = best[at];
                }

                if (at <= 0 || seen[at] != i) continue;
                List<int> cycle = [at];
                for (int next = best[at]; next != at; next = best[next]) cycle.Add(next);
                return cycle;
            }

            return null;
        }
    }
}
