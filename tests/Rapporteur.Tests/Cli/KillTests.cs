// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;
using Rapporteur.Store;
using Rapporteur.Tests.Store;

namespace Rapporteur.Tests.Cli;

/// <summary>Kills the program fifty times while it reads. A reading that ends before it is killed has completed a record, which must equal
/// that of a reading that nobody disturbed; the next one begins a new record.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;
    /// <summary>The exit code of a process that SIGKILL ended: 128 + 9.</summary>
    private const int Killed = 137;

    private const int MostAttempts = 1000;
    private const int Reports = 40;

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
        string undisturbed = ReportWriterTests.Dump(RecordFile.OpenExisting(folder.Path("whole.db")));
        int record = 0, kills = 0;
        for (int attempt = 0; kills < Kills; attempt++)
        {
            Assert.True(attempt < MostAttempts, $"only {kills} of {attempt} readings were still under way when they were to be killed");
            // moments spread over a whole reading, in an order that is the same every time
            int code = Run($"killed-{record}.db", whole * ((attempt * 37 % Kills) + 0.5) / Kills);
            Assert.True(code is 0 or Killed, $"the reading ended by itself with exit code {code}");
            if (code == 0) CheckWhole($"killed-{record++}.db");
            else kills++;
        }

        Assert.Equal(0, Run($"killed-{record}.db", null));
        CheckWhole($"killed-{record}.db");

        void CheckWhole(string name) => Assert.Equal(undisturbed, ReportWriterTests.Dump(RecordFile.OpenExisting(folder.Path(name))));
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
