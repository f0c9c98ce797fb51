// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Rapporteur.Cli;

/// <summary>The usual help text, with examples below it.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help is not told what is missing.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        if (Examples.Of(parseResult.CommandResult.Command) is { Count: > 0 } examples)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach ((string command, string meaning) in examples)
            {
                output.WriteLine("  " + command);
                output.WriteLine("      " + meaning);
            }

            output.WriteLine();
            output.WriteLine("Exit codes: 0 all read, 1 something could not be read or found (standard error says what), 2 usage.");
        }

        return code;
    }
}
