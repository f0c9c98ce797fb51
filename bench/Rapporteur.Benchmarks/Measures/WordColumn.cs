// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Rapporteur.Benchmarks.Measures;

/// <summary>A figure by the word.</summary>
/// <param name="name">The column's header.</param>
/// <param name="legend">What it means.</param>
/// <param name="figure">The figure, from the report of a benchmark and its words; null where it was not measured.</param>
public sealed class WordColumn(string name, string legend, Func<BenchmarkReport, int, double?> figure) : IColumn
{
    /// <summary>Words read in a second of processor time, all threads together.</summary>
    public static WordColumn WordsPerSecond { get; } = new(
        "words/s", "Words read in a second of processor time, all threads together",
        (report, words) => report.ResultStatistics is { Mean: > 0 } times ? words / times.Mean * 1e9 : null);

    /// <summary>Bytes allocated for each word.</summary>
    public static WordColumn BytesPerWord { get; } = new(
        "B/word", "Bytes allocated for each word",
        (report, words) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / (double?)words);

    /// <inheritdoc/>
    public string Id => ColumnName;

    /// <inheritdoc/>
    public string ColumnName => name;

    /// <inheritdoc/>
    public string Legend => legend;

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(benchmarkCase);
        double? value = summary[benchmarkCase] is { } report ? figure(report, WordsOf(benchmarkCase)) : null;
        return value?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";
    }

    private static int WordsOf(BenchmarkCase benchmarkCase)
    {
        object benchmark = Activator.CreateInstance(benchmarkCase.Descriptor.Type)!;
        foreach (ParameterInstance parameter in benchmarkCase.Parameters.Items)
            benchmarkCase.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(benchmark, parameter.Value);
        return ((IWordBenchmark)benchmark).Words;
    }
}
