// SPDX-License-Identifier: Apache-2.0

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Models;

/// <summary>Elementwise work on rows of floats: eight lanes, one order of operations, no fused multiply-add.</summary>
/// <remarks>Every operation here is exact or rounded once as IEEE 754 has it, so that any processor gives the same bits.</remarks>
internal static class Rows
{
    /// <summary>Largest whole number of an input.</summary>
    public const float Most = 2047f;

    /// <summary>Adding and taking away 1.5 × 2²³ rounds to the nearest whole number, halves to even.</summary>
    private const float Rounder = 12582912f;

    private static Vector256<float> At(ReadOnlySpan<float> row, int i) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i);

    private static void Put(Vector256<float> value, Span<float> row, int i) => value.StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)i);

    /// <summary>The larger of two, as a plain comparison, which is what MAXPS does: Vector256.Max would also have to mind NaN and the zeros' signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Larger(Vector256<float> a, Vector256<float> b)
        => Avx.IsSupported ? Avx.Max(a, b) : Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Smaller(Vector256<float> a, Vector256<float> b)
        => Avx.IsSupported ? Avx.Min(a, b) : Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    private static float Sum(Vector256<float> v)
    {
        Vector128<float> fours = v.GetLower() + v.GetUpper();
        Vector128<float> pairs = fours + Vector128.Shuffle(fours, Vector128.Create(2, 3, 0, 1));
        return pairs.GetElement(0) + pairs.GetElement(1);
    }

    private static float Largest(Vector256<float> v)
    {
        v = Larger(v, Vector256.Create(v.GetUpper(), v.GetLower()));
        v = Larger(v, Vector256.Shuffle(v, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        return Larger(v, Vector256.Shuffle(v, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6))).GetElement(0);
    }

    /// <summary>Normalises a row: mean 0, variance 1, then gain and bias (Ba et al. 2016).</summary>
    public static void Normalise(ReadOnlySpan<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias, Span<float> into)
    {
        (Vector256<float> mean, Vector256<float> inverse) = Moments(row);
        for (int i = 0; i < row.Length; i += 8) Put(Normal(row, i, mean, inverse, gain, bias), into, i);
    }

    /// <summary>Normalises a row and rounds it to whole numbers of a given unit.</summary>
    public static void Normalise(ReadOnlySpan<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias, float unit, Span<short> into)
    {
        (Vector256<float> mean, Vector256<float> inverse) = Moments(row);
        Vector256<float> factor = Vector256.Create(1f / unit), least = Vector256.Create(-Most);
        for (int i = 0; i < row.Length; i += 16)
            Put(Normal(row, i, mean, inverse, gain, bias) * factor, Normal(row, i + 8, mean, inverse, gain, bias) * factor, least, into, i);
    }

    /// <summary>Rounds a row to whole numbers of a given unit; what is out of range becomes the nearest in range.</summary>
    public static void Quantise(ReadOnlySpan<float> row, float unit, Span<short> into) => Quantise(row, unit, -Most, into);

    /// <summary>Takes what is below zero for zero, and rounds to whole numbers of a unit fitted to the row.</summary>
    /// <returns>The unit.</returns>
    public static float RectifyAndQuantise(ReadOnlySpan<float> row, Span<short> into)
    {
        Vector256<float> most = default;
        for (int i = 0; i < row.Length; i += 8) most = Larger(most, At(row, i));
        return QuantiseTo(Largest(most), row, 0, into);
    }

    /// <summary>Sets what is below zero to zero.</summary>
    public static void Rectify(Span<float> row)
    {
        for (int i = 0; i < row.Length; i += 8) Put(Larger(At(row, i), Vector256<float>.Zero), row, i);
    }

    /// <summary>Rounds to whole numbers of a unit fitted to the row.</summary>
    /// <returns>The unit.</returns>
    public static float Quantise(ReadOnlySpan<float> row, Span<short> into)
    {
        Vector256<float> most = default;
        for (int i = 0; i < row.Length; i += 8) most = Larger(most, Vector256.Abs(At(row, i)));
        return QuantiseTo(Largest(most), row, -Most, into);
    }

    /// <summary>Adds a row to another.</summary>
    public static void Add(ReadOnlySpan<float> row, Span<float> to)
    {
        for (int i = 0; i < to.Length; i += 8) Put(At(to, i) + At(row, i), to, i);
    }

    /// <summary>Adds a row of 8-bit numbers, each times a factor.</summary>
    public static void Add(ReadOnlySpan<sbyte> row, float factor, Span<float> to)
    {
        var f = Vector256.Create(factor);
        ref sbyte first = ref MemoryMarshal.GetReference(row);
        for (int i = 0; i < to.Length; i += 16)
        {
            Vector256<short> whole = Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)i).ToVector256Unsafe());
            Vector256<float> product = Vector256.ConvertToSingle(Vector256.WidenLower(whole)) * f;
            Put(At(to, i) + product, to, i);
            product = Vector256.ConvertToSingle(Vector256.WidenUpper(whole)) * f;
            Put(At(to, i + 8) + product, to, i + 8);
        }
    }

    /// <summary>The sum of products of two rows.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector256<float> sum = default;
        for (int i = 0; i < a.Length; i += 8)
        {
            Vector256<float> product = At(a, i) * At(b, i);
            sum += product;
        }

        return Sum(sum);
    }

    /// <summary>Turns scores into shares of one, in place; the row's length is a multiple of 8, what is beyond <paramref name="count"/> becomes as good as 0.</summary>
    public static void Softmax(Span<float> row, int count)
    {
        for (int i = count; i < row.Length; i++) row[i] = float.NegativeInfinity;
        Vector256<float> most = Vector256.Create(float.NegativeInfinity);
        for (int i = 0; i < row.Length; i += 8) most = Larger(most, At(row, i));
        var shift = Vector256.Create(Largest(most));
        Vector256<float> sum = default;
        for (int i = 0; i < row.Length; i += 8)
        {
            Vector256<float> e = Exp(At(row, i) - shift);
            Put(e, row, i);
            sum += e;
        }

        var share = Vector256.Create(1f / Sum(sum));
        for (int i = 0; i < row.Length; i += 8) Put(At(row, i) * share, row, i);
    }

    /// <summary>e to the power of x for x ≤ 0: 2ⁿ times a polynomial of the sixth degree on [−½ ln 2, ½ ln 2] (Cephes).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Larger(x, Vector256.Create(-87f));
        Vector256<float> rounder = Vector256.Create(Rounder);
        Vector256<float> shifted = (x * 1.44269504f) + rounder;
        Vector256<float> n = shifted - rounder;
        Vector256<float> r = x - (n * 0.693359375f);
        r -= n * -2.12194440e-4f;
        Vector256<float> p = Vector256.Create(1.9875691500e-4f);
        p = (p * r) + Vector256.Create(1.3981999507e-3f);
        p = (p * r) + Vector256.Create(8.3334519073e-3f);
        p = (p * r) + Vector256.Create(4.1665795894e-2f);
        p = (p * r) + Vector256.Create(1.6666665459e-1f);
        p = (p * r) + Vector256.Create(5.0000001201e-1f);
        p = (p * (r * r)) + r + Vector256<float>.One;
        Vector256<int> exponent = (shifted.AsInt32() - Vector256.Create(0x4B400000)) << 23;
        return (p.AsInt32() + exponent).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Mean, Vector256<float> Inverse) Moments(ReadOnlySpan<float> row)
    {
        Vector256<float> sum = default;
        for (int i = 0; i < row.Length; i += 8) sum += At(row, i);
        var mean = Vector256.Create(Sum(sum) / row.Length);
        Vector256<float> squares = default;
        for (int i = 0; i < row.Length; i += 8)
        {
            Vector256<float> d = At(row, i) - mean;
            squares += d * d;
        }

        return (mean, Vector256.Create(1f / MathF.Sqrt((Sum(squares) / row.Length) + 1e-5f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Normal(ReadOnlySpan<float> row, int i, Vector256<float> mean, Vector256<float> inverse, ReadOnlySpan<float> gain, ReadOnlySpan<float> bias)
    {
        Vector256<float> scaled = (At(row, i) - mean) * inverse * At(gain, i);
        return scaled + At(bias, i);
    }

    private static float QuantiseTo(float top, ReadOnlySpan<float> row, float least, Span<short> into)
    {
        float unit = top > 1e-20f ? top / Most : 1f;
        Quantise(row, unit, least, into);
        return unit;
    }

    private static void Quantise(ReadOnlySpan<float> row, float unit, float least, Span<short> into)
    {
        Vector256<float> factor = Vector256.Create(1f / unit), low = Vector256.Create(least);
        for (int i = 0; i < row.Length; i += 16) Put(At(row, i) * factor, At(row, i + 8) * factor, low, into, i);
    }

    /// <summary>Rounds sixteen numbers; what is out of range becomes the nearest in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> a, Vector256<float> b, Vector256<float> least, Span<short> into, int i)
        => Vector256.NarrowWithSaturation(Round(a, least), Round(b, least)).StoreUnsafe(ref MemoryMarshal.GetReference(into), (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Round(Vector256<float> v, Vector256<float> least)
        => (Smaller(Larger(v, least), Vector256.Create(Most)) + Vector256.Create(Rounder)).AsInt32() - Vector256.Create(0x4B400000);
}
