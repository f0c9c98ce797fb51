// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Models;

/// <summary>The buffers that the trained stages compute in; one set a thread, kept and grown, never part of a result.</summary>
internal sealed class Scratch
{
    /// <summary>Rows that a layer runs at once: enough to use each weight often, few enough to stay in the cache.</summary>
    public const int Block = 64;

    [ThreadStatic]
    private static Scratch? mine;

    private short[] normal = [], inputs = [], hidden = [];
    private float[] sums = [], projected = [], columns = [], scores = [];

    private Scratch()
    {
    }

    /// <summary>This thread's buffers.</summary>
    public static Scratch Mine => mine ??= new();

    public Span<short> Normal(int count) => Of(ref normal, count);

    public Span<short> Inputs(int count) => Of(ref inputs, count);

    public Span<short> Hidden(int count) => Of(ref hidden, count);

    public Span<float> Sums(int count) => Of(ref sums, count);

    public Span<float> Projected(int count) => Of(ref projected, count);

    public Span<float> Columns(int count) => Of(ref columns, count);

    public Span<float> Scores(int count) => Of(ref scores, count);

    private static Span<T> Of<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count) buffer = new T[Math.Max(count, 2 * buffer.Length)];
        return buffer.AsSpan(0, count);
    }
}
