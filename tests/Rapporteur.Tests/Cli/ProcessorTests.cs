// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;

namespace Rapporteur.Tests.Cli;

/// <summary>The same input gives the same bytes on any processor: the program is run with instructions switched off.</summary>
public sealed class ProcessorTests
{
    private static readonly Lazy<byte[]> WithAll = new(() => Extract(null));

    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Extract_writes_the_same_bytes_without(string instructions)
    {
        Assert.NotEmpty(WithAll.Value);
        Assert.Equal(WithAll.Value, Extract(instructions));
    }

    private static byte[] Extract(string? switchedOff)
    {
        string[] samples = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Where(f => Path.GetFileName(f) != "manifest.csv").Order(StringComparer.Ordinal)];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli.dll"), "extract", .. samples])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (switchedOff is not null) start.Environment[switchedOff] = "0";
        using Process process = Process.Start(start)!;
        using var output = new MemoryStream();
        Task<string> notes = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, notes.Result);
        return output.ToArray();
    }
}
