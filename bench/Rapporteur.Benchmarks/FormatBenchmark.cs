// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Attributes;
using Rapporteur.Benchmarks.Measures;
using Rapporteur.Documents;
using Rapporteur.Formats;

namespace Rapporteur.Benchmarks;

/// <summary>One format: bytes to text.</summary>
public class FormatBenchmark : IWordBenchmark
{
    private readonly InputReader reader = new();
    private IReadOnlyList<byte[]> inputs = [];

    /// <summary>Name of the format.</summary>
    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "";

    /// <summary>The formats' names.</summary>
    public static IEnumerable<string> Formats => FormattedReports.Names;

    /// <inheritdoc/>
    public int Words => SampleReports.Words;

    /// <summary>Writes the texts in the format.</summary>
    [GlobalSetup]
    public void Prepare() => inputs = FormattedReports.In(Format);

    /// <summary>Reads every input to its end.</summary>
    [Benchmark]
    public int Read() => inputs.Sum(input => reader.Read("input", new MemoryStream(input)).Sum(item => item is InputText text ? text.Text.Length : throw new InvalidDataException($"{item}")));
}
