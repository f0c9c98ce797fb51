// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;

namespace Rapporteur.Tests.Cli;

/// <summary>The same text gives the same bytes, whatever instructions the processor has.</summary>
public sealed class ProcessorTests
{
    private static readonly Lazy<string> AsItIs = new(() => Extract(null));

    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Bytes_are_the_same_without(string instructions) => Assert.Equal(AsItIs.Value, Extract(instructions));

    private static string Extract(string? without)
    {
        string samples = Path.Combine(AppContext.BaseDirectory, "samples");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli.dll"), "extract", .. Directory.GetFiles(samples, "0*.txt").Order(StringComparer.Ordinal).Take(6)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (without is not null) start.Environment[without] = "0";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("\"deprel\":\"nsubj\"", output, StringComparison.Ordinal);
        return output;
    }
}
