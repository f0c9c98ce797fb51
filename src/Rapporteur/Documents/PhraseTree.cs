// SPDX-License-Identifier: Apache-2.0

using System.Buffers;

namespace Rapporteur.Documents;

/// <summary>For every token the words that hang on it; linear in the text. Rents its arrays, so dispose of it.</summary>
internal sealed class PhraseTree : IDisposable
{
    private readonly TreeTable trees;
    private readonly int[] firsts;
    private readonly int[] lasts;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;

    public PhraseTree(TreeTable trees)
    {
        this.trees = trees;
        int count = trees.Count;
        firsts = ArrayPool<int>.Shared.Rent(count);
        lasts = ArrayPool<int>.Shared.Rent(count);
        firstChild = ArrayPool<int>.Shared.Rent(count);
        nextSibling = ArrayPool<int>.Shared.Rent(count);
        firstChild.AsSpan(0, count).Fill(-1);
        int[] waiting = ArrayPool<int>.Shared.Rent(count);
        waiting.AsSpan(0, count).Clear();
        for (int i = count - 1; i >= 0; i--)
        {
            firsts[i] = lasts[i] = i;
            int head = trees.HeadOf(i);
            nextSibling[i] = -1;
            if (head < 0) continue;
            waiting[head]++;
            nextSibling[i] = firstChild[head];
            firstChild[head] = i;
        }

        for (int i = 0; i < count; i++)
        {
            // a token with nothing below it that is still open hands its words up, and so may its head then
            for (int at = i; at >= 0 && waiting[at] == 0;)
            {
                waiting[at] = -1;
                int head = trees.HeadOf(at);
                if (head < 0) break;
                firsts[head] = Math.Min(firsts[head], firsts[at]);
                lasts[head] = Math.Max(lasts[head], lasts[at]);
                waiting[head]--;
                at = head;
            }
        }

        ArrayPool<int>.Shared.Return(waiting);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(firsts);
        ArrayPool<int>.Shared.Return(lasts);
        ArrayPool<int>.Shared.Return(firstChild);
        ArrayPool<int>.Shared.Return(nextSibling);
    }

    /// <summary>The leftmost token that hangs on a token, directly or not.</summary>
    public int FirstOf(int token) => firsts[token];

    /// <summary>The rightmost.</summary>
    public int LastOf(int token) => lasts[token];

    /// <summary>The first token that hangs on a token; −1 if there is none.</summary>
    public int FirstChild(int token) => firstChild[token];

    /// <summary>The next token that hangs on the same; −1 if there is none.</summary>
    public int NextChild(int token) => nextSibling[token];

    /// <summary>The first child by a relation; −1 if there is none.</summary>
    public int ChildBy(int token, Deprel deprel)
    {
        for (int child = firstChild[token]; child >= 0; child = nextSibling[child])
        {
            if (trees.DeprelOf(child) == deprel) return child;
        }

        return -1;
    }
}
