// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;
using Rapporteur.Store;
using Rapporteur.Tests.Store;

namespace Rapporteur.Tests.Cli;

/// <summary>Kills the program while it reads, again and again; then reads again, and compares with a reading that nobody disturbed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;
    private const int Reports = 1500;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_survives_being_killed_at_any_moment()
    {
        string[] samples = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "0*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        for (int i = 0; i < Reports; i++) folder.Write($"in/{i:0000}.txt", $"{samples[i % samples.Length]}\n\n“This is number {i},” she said.\n");
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Run("whole.db", null));
        TimeSpan whole = watch.Elapsed;
        int killed = 0;
        for (int i = 0; i < Kills; i++)
        {
            // moments spread over a whole reading, in an order that is the same every time
            if (Run("killed.db", whole * ((i * 37 % Kills) + 0.5) / Kills) != 0) killed++;
            if (File.Exists(folder.Path("killed.db"))) _ = RecordFile.OpenExisting(folder.Path("killed.db"));
        }

        Assert.True(killed > Kills / 4, $"only {killed} of {Kills} readings were still under way when they were killed");
        Assert.Equal(0, Run("killed.db", null));
        Assert.Equal(ReportWriterTests.Dump(RecordFile.OpenExisting(folder.Path("whole.db"))), ReportWriterTests.Dump(RecordFile.OpenExisting(folder.Path("killed.db"))));
    }

    private int Run(string record, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli.dll"), "read", "--record", folder.Path(record), "in"])
        {
            WorkingDirectory = folder.Root, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (killAfter is { } moment && !process.WaitForExit(moment)) process.Kill();
        process.WaitForExit();
        return process.ExitCode;
    }
}
