// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Cli;

namespace Rapporteur.Tests.Cli;

/// <summary>Runs the command line in this process, in a folder of its own, and keeps what it writes.</summary>
internal sealed class TestTerminal : IDisposable
{
    public TestFolder Folder { get; } = new();

    /// <summary>Runs a command; paths that begin with <c>~/</c> are in the folder.</summary>
    public async Task<CommandResult> RunAsync(string[] arguments, string input = "", TimeProvider? clock = null, CancellationToken interrupt = default)
    {
        using var output = new MemoryStream();
        using var notes = new StringWriter();
        using var screen = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
        var terminal = new Terminal(
            new MemoryStream(Encoding.UTF8.GetBytes(input)), output, Terminal.Make(screen, isPiped: true), Terminal.Make(notes, isPiped: true), clock ?? TimeProvider.System, interrupt);
        int code = await CommandLine.RunAsync([.. arguments.Select(Expand)], terminal);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), notes.ToString().Replace(Folder.Root, "~", StringComparison.Ordinal));
    }

    public void Dispose() => Folder.Dispose();

    private string Expand(string argument) => argument.StartsWith("~/", StringComparison.Ordinal) ? Folder.Path(argument[2..]) : argument;
}

internal sealed record CommandResult(int Code, string Output, string Notes);
