// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Parsing;

/// <summary>What parsing computes in; one set a thread, kept and grown.</summary>
internal sealed class ParsingBuffers
{
    [ThreadStatic]
    private static ParsingBuffers? mine;

    private float[] scores = [], dependents = [], governors = [], transposed = [];
    private short[] whole = [];

    private ParsingBuffers()
    {
    }

    public static ParsingBuffers Mine => mine ??= new();

    public Span<float> Scores(int count) => Of(ref scores, count);

    public Span<float> Dependents(int count) => Of(ref dependents, count);

    public Span<float> Governors(int count) => Of(ref governors, count);

    public Span<float> Transposed(int count) => Of(ref transposed, count);

    public Span<short> Whole(int count) => Of(ref whole, count);

    private static Span<T> Of<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count) buffer = new T[Math.Max(count, 2 * buffer.Length)];
        return buffer.AsSpan(0, count);
    }
}
