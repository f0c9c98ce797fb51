// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Compression;

/// <summary>What the compressed inputs inside one outermost input may expand to, all of them together, so that a bomb of bombs goes off harmless.</summary>
/// <remarks>Belongs to one reading of one input; not thread-safe.</remarks>
/// <param name="limits">How much to read.</param>
/// <param name="outermost">The input that holds them all.</param>
internal sealed class ExpansionBudget(InputLimits limits, InputSource outermost)
{
    private long expanded;

    /// <summary>Whether more was expanded than is allowed; nothing further is read then.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Takes down that some more bytes were expanded; false where it is too much.</summary>
    public bool Spend(long bytes)
    {
        expanded += bytes;
        IsSpent |= expanded > limits.ExpansionGrace && expanded > limits.MaxExpansion * outermost.Taken;
        return !IsSpent;
    }

    /// <summary>A source of what a compressed input expands to, which ends with a fault where it would be too much.</summary>
    /// <param name="content">The expanded bytes.</param>
    /// <param name="kind">What is expanded, for the message: "gzip".</param>
    /// <param name="compressed">The compressed bytes, whose place is told.</param>
    /// <param name="most">Bytes that this one alone may expand to; null for the limit of all inputs.</param>
    public InputSource Bound(Stream content, string kind, InputSource compressed, long? most = null)
    {
        long mostBytes = most ?? limits.MaxExpandedBytes, counted = 0;
        string? Place() => compressed.Taken > 0 ? $"byte {compressed.Taken}" : null;
        return new InputSource(
            content,
            (_, taken) => new(Place(), $"{kind} ends early or is damaged, after {taken} bytes of its content; what stands before was read"),
            taken =>
            {
                bool isBomb = !Spend(taken - counted);
                counted = taken;
                return isBomb || taken > mostBytes
                    ? new(Place(), $"{kind} expands to more than {limits.MaxExpansion} times its size, or to more than {mostBytes >> 20} MB: it is a bomb")
                    : null;
            });
    }
}
