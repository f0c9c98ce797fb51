// SPDX-License-Identifier: Apache-2.0

using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rapporteur.Models;

/// <summary>A trained model is missing, damaged, or of a version that this program cannot run.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Says what is wrong with which file, and what to do.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong with which file, and what to do, with the cause.</summary>
    public ModelException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Numbers of one kind in a mapped weights file.</summary>
/// <typeparam name="T">Their type, as the manifest states it.</typeparam>
internal readonly unsafe struct Tensor<T>(T* first, int count)
    where T : unmanaged
{
    public int Count => count;

    public T* Pointer => first;

    public ReadOnlySpan<T> Span => new(first, count);
}

/// <summary>A weights file with its manifest: tensors by name, label lists by name.</summary>
/// <remarks>
/// The manifest (<c>NAME.json</c>) states version, size, SHA-256, settings, labels, and for each tensor its type, count and
/// place; the weights (<c>NAME.weights</c>) are mapped into memory, not copied. Little-endian, tensors on 64-byte borders.
/// The mapping lives as long as the process.
/// </remarks>
internal sealed unsafe class ModelFile
{
    /// <summary>Layout of the weights that this program runs.</summary>
    public const int Layout = 1;

    private readonly byte* data;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<string, (string Type, long Offset, int Count)> tensors = [];
    private readonly Dictionary<string, string[]> labels = [];
    private readonly Dictionary<string, double> settings = [];

    private ModelFile(string path, JsonElement manifest, MemoryMappedViewAccessor view, byte* data)
    {
        Path = path;
        this.view = view;
        this.data = data;
        Version = manifest.GetProperty("version").GetString() ?? "";
        Sha256 = manifest.GetProperty("sha256").GetString() ?? "";
        Bytes = manifest.GetProperty("bytes").GetInt64();
        foreach (JsonProperty t in manifest.GetProperty("tensors").EnumerateObject())
            tensors[t.Name] = (t.Value.GetProperty("type").GetString()!, t.Value.GetProperty("offset").GetInt64(), t.Value.GetProperty("count").GetInt32());
        foreach (JsonProperty l in manifest.GetProperty("labels").EnumerateObject())
            labels[l.Name] = [.. l.Value.EnumerateArray().Select(static v => v.GetString()!)];
        foreach (JsonProperty s in manifest.GetProperty("settings").EnumerateObject())
            settings[s.Name] = s.Value.GetDouble();
    }

    /// <summary>The weights file.</summary>
    public string Path { get; }

    /// <summary>The model's own version, such as <c>en-1</c>.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the weights, hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Size of the weights.</summary>
    public long Bytes { get; }

    /// <summary>Numbers in a word's vector.</summary>
    /// <exception cref="ModelException">The model's width cannot be run.</exception>
    public int Width => Whole("width") is var width && width % 16 == 0 && width is >= 16 and <= 512 ? width : throw new ModelException($"{Path}: a width of {width} cannot be run.");

    /// <summary>Names of the label lists.</summary>
    public IReadOnlyDictionary<string, string[]> Labels => labels;

    /// <summary>Opens <c>NAME.json</c> and <c>NAME.weights</c> in a folder and checks that they belong together.</summary>
    /// <exception cref="ModelException">Missing, damaged or of another layout.</exception>
    public static ModelFile Open(string folder, string name)
    {
        string manifestPath = System.IO.Path.Combine(folder, name + ".json");
        string weightsPath = System.IO.Path.Combine(folder, name + ".weights");
#pragma warning disable RS0030 // Models are opened here and nowhere else.
        foreach (string path in (string[])[manifestPath, weightsPath])
        {
            if (!File.Exists(path))
                throw new ModelException($"The model file {path} is missing. Models belong in the folder models/ beside the program; install or build Rapporteur again.");
        }

        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(manifestPath));
            int layout = manifest.RootElement.GetProperty("layout").GetInt32();
            if (layout != Layout)
                throw new ModelException($"{manifestPath} has layout {layout}; this program runs layout {Layout}. Use the models that came with it.");
            // An empty file cannot be mapped, and one of the wrong length need not be.
            (long length, long stated) = (new FileInfo(weightsPath).Length, manifest.RootElement.GetProperty("bytes").GetInt64());
            if (length != stated || length == 0) throw new ModelException($"{weightsPath} has {length} bytes, its manifest states {stated}. Install or build Rapporteur again.");
            using var file = MemoryMappedFile.CreateFromFile(weightsPath, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* data = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
            var model = new ModelFile(weightsPath, manifest.RootElement, view, data + view.PointerOffset);
            model.Check();
            return model;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"{manifestPath} is not a model's manifest: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{weightsPath} cannot be read: {problem.Message}", problem);
        }
#pragma warning restore RS0030
    }

    /// <summary>Reads a part of a model that is plain text.</summary>
    /// <exception cref="ModelException">It is missing or cannot be read.</exception>
    public static string ReadText(string folder, string name)
    {
        string path = System.IO.Path.Combine(folder, name);
        try
        {
#pragma warning disable RS0030 // A part of the model.
            return File.ReadAllText(path);
#pragma warning restore RS0030
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="ModelException">There is none of that name, type and size.</exception>
    public Tensor<T> Get<T>(string name, int count)
        where T : unmanaged
    {
        string type = typeof(T) == typeof(float) ? "f32" : typeof(T) == typeof(short) ? "i16" : typeof(T) == typeof(sbyte) ? "i8"
            : typeof(T) == typeof(int) ? "i32" : typeof(T) == typeof(ulong) ? "u64" : typeof(T).Name;
        if (!tensors.TryGetValue(name, out var t)) throw new ModelException($"{Path} holds no tensor {name}.");
        if (t.Type != type || t.Count != count) throw new ModelException($"{Path}: {name} is {t.Count} × {t.Type}, where the program wants {count} × {type}.");
        return new((T*)(data + t.Offset), t.Count);
    }

    /// <summary>How many numbers a tensor holds.</summary>
    public int CountOf(string name) => tensors.TryGetValue(name, out var t) ? t.Count : throw new ModelException($"{Path} holds no tensor {name}.");

    /// <summary>A list of labels.</summary>
    public string[] LabelsOf(string name) => labels.TryGetValue(name, out string[]? list) ? list : throw new ModelException($"{Path} states no labels {name}.");

    /// <summary>A whole number among the settings.</summary>
    public int Whole(string name) => checked((int)Number(name));

    /// <summary>A number among the settings.</summary>
    public float Number(string name) => settings.TryGetValue(name, out double value) ? (float)value : throw new ModelException($"{Path} states no {name}.");

    private void Check()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(new ReadOnlySpan<byte>(data, checked((int)Bytes)), hash);
        if (!Convert.ToHexStringLower(hash).Equals(Sha256, StringComparison.OrdinalIgnoreCase))
            throw new ModelException($"{Path} is damaged: its SHA-256 is not the one that its manifest states. Install or build Rapporteur again.");
        foreach ((string name, (string type, long offset, int count)) in tensors)
        {
            int size = type switch { "f32" or "i32" => 4, "i16" => 2, "i8" => 1, "u64" => 8, _ => throw new ModelException($"{Path}: {name} has the unknown type {type}.") };
            if (offset < 0 || offset % 64 != 0 || count < 0 || offset + ((long)count * size) > Bytes)
                throw new ModelException($"{Path}: {name} lies outside the file.");
        }

        GC.KeepAlive(view);
    }
}
