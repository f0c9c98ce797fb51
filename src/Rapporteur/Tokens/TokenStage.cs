// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Tokens;

/// <summary>Cuts passages into tokens, as the English treebanks of Universal Dependencies do.</summary>
public sealed class TokenStage : IStage
{
    /// <inheritdoc/>
    public Layers Reads => Layers.Passages;

    /// <inheritdoc/>
    public Layers Writes => Layers.Tokens;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        int[] starts = ArrayPool<int>.Shared.Rent(Math.Max(64, document.Text.Length / 4));
        int[] ends = ArrayPool<int>.Shared.Rent(starts.Length);
        try
        {
            int count = 0;
            foreach (Passage passage in document.Passages.AsSpan())
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (!document.IsRead(passage)) continue;
                var scanner = new TokenScanner(document.Text, passage.Span);
                while (scanner.Next() is { IsEmpty: false } token)
                {
                    if (count == Math.Min(starts.Length, ends.Length))
                    {
                        Grow(ref starts, count);
                        Grow(ref ends, count);
                    }

                    (starts[count], ends[count]) = (token.Start, token.End);
                    count++;
                }
            }

            document.TokenTables.Fill([new(document.Text, starts[..count], ends[..count])]);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(starts);
            ArrayPool<int>.Shared.Return(ends);
        }
    }

    private static void Grow(ref int[] array, int count)
    {
        int[] larger = ArrayPool<int>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(array);
        array = larger;
    }
}
