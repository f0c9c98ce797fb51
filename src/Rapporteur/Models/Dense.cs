// SPDX-License-Identifier: Apache-2.0

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Models;

/// <summary>One linear layer in whole numbers: 12-bit weights and inputs, 32-bit sums, so that every processor gets the same result.</summary>
/// <remarks>
/// Weights stand in tiles of 16 outputs; in a tile, pairs of inputs follow each other, with 16 outputs × 2 inputs side by side
/// (what PMADDWD wants). A tile stays in the first-level cache while the rows pass. At most 512 inputs: 2047 × 2047 × 512 fits 31 bits.
/// The kernels are optimised when they are first called: what runs until .NET finds out that they are hot takes seconds.
/// </remarks>
internal sealed unsafe class Dense
{
    /// <summary>Outputs of a tile.</summary>
    private const int Tile = 16;

    /// <summary>Rows that are run at once, so that a weight that is loaded is used as often.</summary>
    private const int Four = 4;

    private readonly Tensor<short> weights;
    private readonly Tensor<float> scale;
    private readonly Tensor<float> bias;
    private readonly int pairs;

    public Dense(ModelFile model, string name, int inputs, int outputs)
    {
        if (inputs > 512 || inputs % 2 != 0) throw new ModelException($"{model.Path}: {name} has {inputs} inputs; at most 512, an even number, can be run.");
        Inputs = inputs;
        Outputs = outputs;
        Stride = (outputs + Tile - 1) / Tile * Tile;
        pairs = inputs / 2;
        weights = model.Get<short>(name + ".weight", Stride * inputs);
        scale = model.Get<float>(name + ".scale", Stride);
        bias = model.Get<float>(name + ".bias", Stride);
    }

    /// <summary>Numbers a row takes in.</summary>
    public int Inputs { get; }

    /// <summary>Numbers a row gives.</summary>
    public int Outputs { get; }

    /// <summary>Length of an output row: <see cref="Outputs"/>, rounded up to 16.</summary>
    public int Stride { get; }

    /// <summary>Runs the layer: <c>y = x · W + b</c>.</summary>
    /// <param name="x">Rows of <see cref="Inputs"/> whole numbers in −2047 … 2047.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="unit">What 1 means in each row of <paramref name="x"/>.</param>
    /// <param name="y">Rows of <see cref="Stride"/> numbers.</param>
    public void Run(ReadOnlySpan<short> x, int rows, ReadOnlySpan<float> unit, Span<float> y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, rows * Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(unit.Length, rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, rows * Stride);
        fixed (short* px = x)
        fixed (float* pu = unit)
        fixed (float* py = y)
        {
            int tile = 0;
            if (Avx512BW.IsSupported && rows >= Four)
            {
                for (; tile + (2 * Tile) <= Stride; tile += 2 * Tile)
                {
                    for (int row = 0; row < rows; row = Next(row, rows)) Wide512(px + (row * Inputs), tile, pu + row, py + (row * Stride));
                }
            }

            for (; tile < Stride; tile += Tile)
            {
                short* w = weights.Pointer + ((long)tile * Inputs);
                float* s = scale.Pointer + tile, b = bias.Pointer + tile;
                int row = 0;
                if (Avx512BW.IsSupported)
                {
                    if (rows >= Four) for (; row < rows; row = Next(row, rows)) Four512(px + (row * Inputs), w, pu + row, s, b, py + (row * Stride) + tile);
                    for (; row < rows; row++) One512(px + (row * Inputs), w, pu[row], s, b, py + (row * Stride) + tile);
                }
                else if (Avx2.IsSupported)
                {
                    if (rows >= Four) for (; row < rows; row = Next(row, rows)) Four256(px + (row * Inputs), w, pu + row, s, b, py + (row * Stride) + tile);
                    for (; row < rows; row++) One256(px + (row * Inputs), w, pu[row], s, b, py + (row * Stride) + tile);
                }
                else
                {
                    for (; row < rows; row++) OnePlain(px + (row * Inputs), w, pu[row], s, b, py + (row * Stride) + tile);
                }
            }
        }
    }

    /// <summary>The row that the next four begin with; the last four are run again in part rather than one by one.</summary>
    private static int Next(int row, int rows) => row + Four == rows ? rows : Math.Min(row + Four, rows - Four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Pair512(short* x) => Vector512.Create(*(int*)x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum256(Vector256<int> sum, Vector256<short> w, Vector256<short> x)
        => AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, w, x) : sum + Avx2.MultiplyAddAdjacent(w, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair256(short* x) => Vector256.Create(*(int*)x).AsInt16();

    /// <summary>Four rows and two tiles: eight products for six loads, where <see cref="Four512"/> has four for five.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide512(short* x, int tile, float* unit, float* y)
    {
        short* x1 = x + Inputs, x2 = x1 + Inputs, x3 = x2 + Inputs;
        short* w = weights.Pointer + ((long)tile * Inputs), w1 = w + ((long)Tile * Inputs);
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, c0 = default, c1 = default, c2 = default, c3 = default;
        for (nint p = 0; p < 2 * pairs; p += 2)
        {
            Vector512<short> v = Vector512.Load(w), u = Vector512.Load(w1);
            Vector512<short> t = Pair512(x + p).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(v, t);
            c0 += Avx512BW.MultiplyAddAdjacent(u, t);
            t = Pair512(x1 + p).AsInt16();
            a1 += Avx512BW.MultiplyAddAdjacent(v, t);
            c1 += Avx512BW.MultiplyAddAdjacent(u, t);
            t = Pair512(x2 + p).AsInt16();
            a2 += Avx512BW.MultiplyAddAdjacent(v, t);
            c2 += Avx512BW.MultiplyAddAdjacent(u, t);
            t = Pair512(x3 + p).AsInt16();
            a3 += Avx512BW.MultiplyAddAdjacent(v, t);
            c3 += Avx512BW.MultiplyAddAdjacent(u, t);
            w += 2 * Tile;
            w1 += 2 * Tile;
        }

        float* s = scale.Pointer + tile, b = bias.Pointer + tile;
        y += tile;
        Store512(a0, unit[0], s, b, y);
        Store512(a1, unit[1], s, b, y + Stride);
        Store512(a2, unit[2], s, b, y + (2 * Stride));
        Store512(a3, unit[3], s, b, y + (3 * Stride));
        s += Tile;
        b += Tile;
        y += Tile;
        Store512(c0, unit[0], s, b, y);
        Store512(c1, unit[1], s, b, y + Stride);
        Store512(c2, unit[2], s, b, y + (2 * Stride));
        Store512(c3, unit[3], s, b, y + (3 * Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four512(short* x, short* w, float* unit, float* s, float* b, float* y)
    {
        short* x1 = x + Inputs, x2 = x1 + Inputs, x3 = x2 + Inputs;
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default;
        for (int p = 0; p < pairs; p++)
        {
            Vector512<short> v = Vector512.Load(w);
            a0 += Avx512BW.MultiplyAddAdjacent(v, Pair512(x).AsInt16());
            a1 += Avx512BW.MultiplyAddAdjacent(v, Pair512(x1).AsInt16());
            a2 += Avx512BW.MultiplyAddAdjacent(v, Pair512(x2).AsInt16());
            a3 += Avx512BW.MultiplyAddAdjacent(v, Pair512(x3).AsInt16());
            x += 2;
            x1 += 2;
            x2 += 2;
            x3 += 2;
            w += 2 * Tile;
        }

        Store512(a0, unit[0], s, b, y);
        Store512(a1, unit[1], s, b, y + Stride);
        Store512(a2, unit[2], s, b, y + (2 * Stride));
        Store512(a3, unit[3], s, b, y + (3 * Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One512(short* x, short* w, float unit, float* s, float* b, float* y)
    {
        Vector512<int> a = default;
        for (int p = 0; p < pairs; p++, x += 2, w += 2 * Tile) a += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w), Pair512(x).AsInt16());
        Store512(a, unit, s, b, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store512(Vector512<int> sum, float unit, float* s, float* b, float* y)
    {
        Vector512<float> scaled = Vector512.ConvertToSingle(sum) * (Vector512.Load(s) * unit);
        (scaled + Vector512.Load(b)).Store(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four256(short* x, short* w, float* unit, float* s, float* b, float* y)
    {
        short* x1 = x + Inputs, x2 = x1 + Inputs, x3 = x2 + Inputs;
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, c0 = default, c1 = default, c2 = default, c3 = default;
        for (nint p = 0; p < 2 * pairs; p += 2)
        {
            Vector256<short> v = Vector256.Load(w), u = Vector256.Load(w + Tile);
            Vector256<short> t = Pair256(x + p);
            a0 = Sum256(a0, v, t);
            c0 = Sum256(c0, u, t);
            t = Pair256(x1 + p);
            a1 = Sum256(a1, v, t);
            c1 = Sum256(c1, u, t);
            t = Pair256(x2 + p);
            a2 = Sum256(a2, v, t);
            c2 = Sum256(c2, u, t);
            t = Pair256(x3 + p);
            a3 = Sum256(a3, v, t);
            c3 = Sum256(c3, u, t);
            w += 2 * Tile;
        }

        Store256(a0, c0, unit[0], s, b, y);
        Store256(a1, c1, unit[1], s, b, y + Stride);
        Store256(a2, c2, unit[2], s, b, y + (2 * Stride));
        Store256(a3, c3, unit[3], s, b, y + (3 * Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One256(short* x, short* w, float unit, float* s, float* b, float* y)
    {
        Vector256<int> a = default, c = default;
        for (int p = 0; p < pairs; p++, x += 2, w += 2 * Tile)
        {
            a = Sum256(a, Vector256.Load(w), Pair256(x));
            c = Sum256(c, Vector256.Load(w + Tile), Pair256(x));
        }

        Store256(a, c, unit, s, b, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store256(Vector256<int> low, Vector256<int> high, float unit, float* s, float* b, float* y)
    {
        Vector256<float> scaled = Vector256.ConvertToSingle(low) * (Vector256.Load(s) * unit);
        (scaled + Vector256.Load(b)).Store(y);
        scaled = Vector256.ConvertToSingle(high) * (Vector256.Load(s + 8) * unit);
        (scaled + Vector256.Load(b + 8)).Store(y + 8);
    }

    private void OnePlain(short* x, short* w, float unit, float* s, float* b, float* y)
    {
        int* sums = stackalloc int[Tile];
        new Span<int>(sums, Tile).Clear();
        for (int p = 0; p < pairs; p++, x += 2, w += 2 * Tile)
        {
            for (int o = 0; o < Tile; o++) sums[o] += (x[0] * w[2 * o]) + (x[1] * w[(2 * o) + 1]);
        }

        for (int o = 0; o < Tile; o++)
        {
            float scaled = sums[o] * (s[o] * unit);
            y[o] = scaled + b[o];
        }
    }
}
