// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Rapporteur.Models;

namespace Rapporteur.Tests.Models;

/// <summary>Writes small weights files with their manifests.</summary>
internal sealed class TinyModel
{
    private readonly List<byte> data = [];
    private readonly Dictionary<string, object> tensors = [];
    private readonly Dictionary<string, string[]> labels = [];

    public int Layout { get; set; } = ModelFile.Layout;

    public TinyModel Add<T>(string name, string type, T[] values)
        where T : unmanaged
    {
        while (data.Count % 64 != 0) data.Add(0);
        tensors[name] = new { type, offset = data.Count, count = values.Length };
        data.AddRange(MemoryMarshal.AsBytes<T>(values));
        return this;
    }

    public TinyModel Label(string name, params string[] values)
    {
        labels[name] = values;
        return this;
    }

    /// <summary>Adds a layer as <see cref="Dense"/> wants it.</summary>
    public TinyModel AddDense(string name, int[,] weights, float[] scale, float[] bias)
    {
        int outputs = weights.GetLength(0), inputs = weights.GetLength(1), padded = (outputs + 15) / 16 * 16;
        var tiles = new short[padded * inputs];
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++) tiles[(o / 16 * 16 * inputs) + (i / 2 * 32) + (o % 16 * 2) + (i % 2)] = (short)weights[o, i];
        }

        Array.Resize(ref scale, padded);
        Array.Resize(ref bias, padded);
        return Add(name + ".weight", "i16", tiles).Add(name + ".scale", "f32", scale).Add(name + ".bias", "f32", bias);
    }

    public void Write(string folder)
    {
        byte[] bytes = [.. data];
        File.WriteAllBytes(Path.Combine(folder, "language.weights"), bytes);
        File.WriteAllText(Path.Combine(folder, "language.json"), JsonSerializer.Serialize(new
        {
            layout = Layout, version = "tiny-1", bytes = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            settings = new Dictionary<string, double> { ["width"] = 16 }, labels, tensors,
        }));
    }

    public ModelFile Open(string folder)
    {
        Write(folder);
        return ModelFile.Open(folder, "language");
    }
}
