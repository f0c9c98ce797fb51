// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.CommandLine.Help;
using Rapporteur.Cli.Commands;
using Rapporteur.Models;
using Rapporteur.Store;

namespace Rapporteur.Cli;

/// <summary>The commands, and what becomes of errors: exit code 0 all read, 1 something failed, 2 usage.</summary>
public static class CommandLine
{
    /// <summary>Everything was read.</summary>
    public const int Success = 0;

    /// <summary>Something could not be read or found; a note on standard error says what and why.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        Command root = Create(terminal);
        ParseResult parsed = root.Parse(arguments);
        if (arguments is []) parsed = root.Parse(["--help"]);
        if (parsed.Errors.Count > 0 && parsed.Action is not TeachingHelp)
        {
            foreach (var error in parsed.Errors) terminal.Note(error.Message);
            string command = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
            terminal.Note($"Try: rapporteur {command}--help");
            return Usage;
        }

        using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (RecordException problem)
        {
            terminal.Note(problem.Message);
            return Failure;
        }
        catch (ModelException problem)
        {
            terminal.Note(problem.Message);
            return Failure;
        }
        catch (UsageException problem)
        {
            terminal.Note(problem.Message);
            return Usage;
        }
        catch (IOException problem)
        {
            terminal.Note(problem.Message);
            return Failure;
        }
    }

    private static Command Create(Terminal terminal)
    {
        var root = new Command("rapporteur", "Reads political news and keeps the record: who said what, on whose word, tied to the exact words.")
        {
            DemoCommand.Create(terminal),
            ReadCommand.Create(terminal),
            WatchCommand.Create(terminal),
            ExtractCommand.Create(terminal),
            ReportsCommand.Create(terminal),
            StatementsCommand.Create(terminal),
            EventsCommand.Create(terminal),
            ActorsCommand.Create(terminal),
            FiguresCommand.Create(terminal),
            PlacesCommand.Create(terminal),
            RelationsCommand.Create(terminal),
            ProvenanceCommand.Create(terminal),
            SearchCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ServeCommand.Create(terminal),
            ModelCommand.Create(terminal),
        };
        root.Add(new VersionOption { Action = new VersionAction(terminal) });
        var help = new HelpOption();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        root.Add(help);
        return root;
    }
}

/// <summary>The command line makes no sense; the message says what to do.</summary>
public sealed class UsageException(string message) : Exception(message);
