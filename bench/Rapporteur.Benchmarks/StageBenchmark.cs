// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Attributes;
using Rapporteur.Benchmarks.Measures;
using Rapporteur.Documents;

namespace Rapporteur.Benchmarks;

/// <summary>One stage of the default pipeline, on documents that the stages before it have read. A stage that is added there is measured here.</summary>
public class StageBenchmark : IWordBenchmark
{
    private readonly Pipeline pipeline = DefaultPipeline.Create().Build();
    private Document[] documents = [];
    private IStage stage = null!;

    /// <summary>Type name of the stage.</summary>
    [ParamsSource(nameof(Stages))]
    public string Stage { get; set; } = "";

    /// <summary>The stages' type names, in order.</summary>
    public IEnumerable<string> Stages => pipeline.Stages.Select(s => s.GetType().Name);

    /// <inheritdoc/>
    public int Words => SampleReports.Words;

    /// <summary>Runs the stages before the one that is measured.</summary>
    [IterationSetup]
    public void Prepare()
    {
        documents = SampleReports.NewDocuments();
        stage = pipeline.Stages.Single(s => s.GetType().Name == Stage);
        foreach (Document document in documents)
        {
            foreach (IStage before in pipeline.Stages.TakeWhile(s => s != stage)) before.Run(document, StageContext.Plain);
        }
    }

    /// <summary>Gives the documents' vectors back to their pool, as the pipeline does.</summary>
    [IterationCleanup]
    public void Release()
    {
        foreach (Document document in documents) document.Release();
    }

    /// <summary>Runs the stage.</summary>
    [Benchmark]
    public void Run()
    {
        foreach (Document document in documents) stage.Run(document, StageContext.Plain);
    }
}
