// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.CommandLine.Invocation;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur --version</c>: program, record format, models, lexicons.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Say($"rapporteur {ReaderVersion.Program}");
        terminal.Say($"record format {ReaderVersion.Format}");
        terminal.Say($"models {ReaderVersion.Models}");
        terminal.Say($"lexicons {ReaderVersion.Lexicons}");
        return CommandLine.Success;
    }
}
