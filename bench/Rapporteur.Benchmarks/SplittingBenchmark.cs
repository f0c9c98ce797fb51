// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Attributes;
using Rapporteur.Benchmarks.Measures;
using Rapporteur.Documents;
using Rapporteur.Ingest;

namespace Rapporteur.Benchmarks;

/// <summary>What comes before the stages: cutting a text into reports.</summary>
public class SplittingBenchmark : IWordBenchmark
{
    private readonly InputText text = new("text", string.Join("\n\n", SampleReports.Texts), ReadOptions.None) { IsVerbatim = true };

    /// <inheritdoc/>
    public int Words => SampleReports.Words;

    /// <summary>Cuts all the texts, run together, into reports.</summary>
    [Benchmark]
    public int Split() => ReportSlicer.Slice(text, 0, Trace.Off, CancellationToken.None).Count();
}
