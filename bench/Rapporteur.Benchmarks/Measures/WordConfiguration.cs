// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Rapporteur.Benchmarks.Measures;

/// <summary>How every benchmark is run: in this process, by processor time, with figures by the word.</summary>
public sealed class WordConfiguration : ManualConfig
{
    /// <summary>Makes the configuration.</summary>
    public WordConfiguration()
    {
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10);
        job.Infrastructure.Clock = new ProcessorClock();
        AddJob(job);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddColumn(TargetMethodColumn.Type, TargetMethodColumn.Method, StatisticColumn.Mean, StatisticColumn.StdDev, WordColumn.WordsPerSecond, WordColumn.BytesPerWord);
        AddColumnProvider(DefaultColumnProviders.Params);
        WithOptions(ConfigOptions.JoinSummary);
    }
}
