// SPDX-License-Identifier: Apache-2.0

using BenchmarkDotNet.Attributes;
using Rapporteur.Benchmarks.Measures;
using Rapporteur.Cli;

namespace Rapporteur.Benchmarks;

/// <summary>Whole commands over a folder of text files, in this process.</summary>
public class CommandBenchmark : IWordBenchmark
{
    private const int Rounds = 4;

    private readonly Terminal terminal = new(
        Stream.Null, Stream.Null, Terminal.Make(TextWriter.Null, isPiped: true), Terminal.Make(TextWriter.Null, isPiped: true), TimeProvider.System, CancellationToken.None);

    private string folder = "";

    /// <summary>Reports read at once.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <inheritdoc/>
    public int Words => SampleReports.Words * Rounds;

    private string Record => Path.Combine(folder, "record.db");

    /// <summary>Writes the texts to files.</summary>
    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "in"));
        for (int i = 0; i < SampleReports.Texts.Count * Rounds; i++)
            File.WriteAllText(Path.Combine(folder, "in", $"{i:0000}.txt"), $"{SampleReports.Texts[i % SampleReports.Texts.Count]}\n#{i}\n");
    }

    /// <summary>Takes the files away.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    /// <summary>Takes the record of the last reading away, so that every report is new.</summary>
    [IterationSetup(Target = nameof(Read))]
    public void Forget()
    {
        foreach (string file in Directory.EnumerateFiles(folder, "record.db*")) File.Delete(file);
    }

    /// <summary><c>rapporteur extract</c>.</summary>
    [Benchmark]
    public Task Extract() => RunAsync("extract");

    /// <summary><c>rapporteur read</c>, into a new record.</summary>
    [Benchmark]
    public Task Read() => RunAsync("read", "--record", Record);

    private async Task RunAsync(params string[] command)
    {
        int code = await Cli.CommandLine.RunAsync([.. command, "--one-report", "--threads", $"{Threads}", Path.Combine(folder, "in")], terminal).ConfigureAwait(false);
        if (code != Cli.CommandLine.Success) throw new InvalidOperationException($"{command[0]} ended with exit code {code}.");
    }
}
