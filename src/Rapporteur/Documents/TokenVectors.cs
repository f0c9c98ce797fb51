// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>The encoder's vector for each token, as whole numbers of a unit.</summary>
/// <remarks>
/// Every trained stage reads these instead of encoding again. They live while the pipeline runs: the arrays go back to
/// a pool when the last stage is done, and reading them after that is an error.
/// </remarks>
public sealed class TokenVectors
{
    private short[]? values;

    internal TokenVectors(short[] rented, int count, int width, float unit)
    {
        values = rented;
        Count = count;
        Width = width;
        Unit = unit;
    }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    /// <summary>Numbers in a vector.</summary>
    public int Width { get; }

    /// <summary>What 1 means.</summary>
    public float Unit { get; }

    /// <summary>The vectors of some tokens, one after another.</summary>
    /// <exception cref="ObjectDisposedException">The pipeline is done with the document.</exception>
    public ReadOnlySpan<short> Of(TokenRange tokens)
    {
        ObjectDisposedException.ThrowIf(values is null, this);
        return values.AsSpan(tokens.First * Width, tokens.Count * Width);
    }

    internal void Release()
    {
        if (values is { } rented) VectorPool<short>.Return(rented);
        values = null;
    }
}

/// <summary>What the lower layers of the encoder know of each token; the upper layers go on from it.</summary>
internal sealed class ContextVectors(float[] rented, int count, int width)
{
    private float[]? values = rented;

    public Span<float> Of(TokenRange tokens)
    {
        ObjectDisposedException.ThrowIf(values is null, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens.End, count);
        return values.AsSpan(tokens.First * width, tokens.Count * width);
    }

    public void Release()
    {
        if (values is { } array) VectorPool<float>.Return(array);
        values = null;
    }
}
