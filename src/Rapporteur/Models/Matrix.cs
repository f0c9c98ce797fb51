// SPDX-License-Identifier: Apache-2.0

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Models;

/// <summary>Rows of floats that stand at a distance from each other: a view that owns nothing.</summary>
/// <param name="values">The numbers, from the first row's first on.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="columns">Numbers of a row.</param>
/// <param name="stride">From one row to the next.</param>
internal readonly ref struct Matrix(Span<float> values, int rows, int columns, int stride)
{
    private readonly Span<float> values = values[..(rows == 0 ? 0 : ((rows - 1) * stride) + columns)];

    private int Rows { get; } = rows;

    private int Columns { get; } = columns;

    private int Stride { get; } = stride;

    /// <summary>One row.</summary>
    public Span<float> Row(int row) => values.Slice(row * Stride, Columns);

    /// <summary>Becomes the product of two others: <c>this[i, j] = Σₖ a[i, k] · b[k, j]</c>, k in order, each product and sum rounded once.</summary>
    /// <remarks>Four rows at a time: their sums do not wait for each other. The last four are in part computed again rather than one by one.</remarks>
    /// <param name="a">As many rows as this.</param>
    /// <param name="b">As many columns as this: a multiple of 8.</param>
    public void SetProduct(Matrix a, Matrix b)
    {
        if (a.Rows != Rows || b.Columns != Columns || a.Columns != b.Rows || Columns % 8 != 0 || a.Columns == 0) throw new ArgumentException($"{a.Rows} × {a.Columns} times {b.Rows} × {b.Columns}.", nameof(b));
        int row = 0;
        for (; row + 4 <= Rows; row = row + 4 == Rows ? Rows : Math.Min(row + 4, Rows - 4))
        {
            int j = 0;
            for (; j + 16 <= Columns; j += 16) Four(row, j, a, b);
            if (j < Columns) FourNarrow(row, j, a, b);
        }

        for (; row < Rows; row++)
        {
            for (int j = 0; j < Columns; j += 8) One(row, j, a, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(int row, int column, Matrix a, Matrix b)
    {
        ref float f0 = ref a.At(row), f1 = ref a.At(row + 1), f2 = ref a.At(row + 2), f3 = ref a.At(row + 3);
        ref float m = ref Unsafe.Add(ref b.At(0), column);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default, t0 = default, t1 = default, t2 = default, t3 = default;
        for (nint k = 0; k < a.Columns; k++, m = ref Unsafe.Add(ref m, b.Stride))
        {
            Vector256<float> u = Vector256.LoadUnsafe(ref m), v = Vector256.LoadUnsafe(ref m, 8), f = Vector256.Create(Unsafe.Add(ref f0, k));
            s0 += u * f;
            t0 += v * f;
            f = Vector256.Create(Unsafe.Add(ref f1, k));
            s1 += u * f;
            t1 += v * f;
            f = Vector256.Create(Unsafe.Add(ref f2, k));
            s2 += u * f;
            t2 += v * f;
            f = Vector256.Create(Unsafe.Add(ref f3, k));
            s3 += u * f;
            t3 += v * f;
        }

        Put(s0, row, column);
        Put(t0, row, column + 8);
        Put(s1, row + 1, column);
        Put(t1, row + 1, column + 8);
        Put(s2, row + 2, column);
        Put(t2, row + 2, column + 8);
        Put(s3, row + 3, column);
        Put(t3, row + 3, column + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourNarrow(int row, int column, Matrix a, Matrix b)
    {
        ref float f0 = ref a.At(row), f1 = ref a.At(row + 1), f2 = ref a.At(row + 2), f3 = ref a.At(row + 3);
        ref float m = ref Unsafe.Add(ref b.At(0), column);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (nint k = 0; k < a.Columns; k++, m = ref Unsafe.Add(ref m, b.Stride))
        {
            Vector256<float> u = Vector256.LoadUnsafe(ref m);
            s0 += u * Vector256.Create(Unsafe.Add(ref f0, k));
            s1 += u * Vector256.Create(Unsafe.Add(ref f1, k));
            s2 += u * Vector256.Create(Unsafe.Add(ref f2, k));
            s3 += u * Vector256.Create(Unsafe.Add(ref f3, k));
        }

        Put(s0, row, column);
        Put(s1, row + 1, column);
        Put(s2, row + 2, column);
        Put(s3, row + 3, column);
    }

    private void One(int row, int column, Matrix a, Matrix b)
    {
        ref float f = ref a.At(row);
        ref float m = ref Unsafe.Add(ref b.At(0), column);
        Vector256<float> s = default;
        for (nint k = 0; k < a.Columns; k++, m = ref Unsafe.Add(ref m, b.Stride)) s += Vector256.LoadUnsafe(ref m) * Vector256.Create(Unsafe.Add(ref f, k));
        Put(s, row, column);
    }

    private ref float At(int row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(values), row * Stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(Vector256<float> sum, int row, int column) => sum.StoreUnsafe(ref At(row), (nuint)column);
}
