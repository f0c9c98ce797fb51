// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Attributes;
using Rapporteur.Benchmarks.Measures;
using Rapporteur.Records;

namespace Rapporteur.Benchmarks;

/// <summary>Reports to JSON.</summary>
public class RecordBenchmark : IWordBenchmark
{
    private Report[] reports = [];

    /// <inheritdoc/>
    public int Words => SampleReports.Words;

    /// <summary>Reads the reports.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var reader = new RapporteurReader();
        reports = [.. SampleReports.Texts.Select(text => reader.Read(text))];
    }

    /// <summary>Writes every report as JSON.</summary>
    [Benchmark]
    public long ToJson() => reports.Sum(report => (long)report.ToJson().Length);
}
