// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Cli.Output;
using Spectre.Console;

namespace Rapporteur.Cli;

/// <summary>What a command reads from and writes to: data on standard output, notes and progress on standard error.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, as bytes.</param>
/// <param name="Screen">Standard output, for tables and text.</param>
/// <param name="Notes">Standard error.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Interrupt">Cancelled by the first Ctrl-C or SIGTERM: what is under way is finished, nothing new is begun.</param>
public sealed record Terminal(Stream Input, Stream Output, IAnsiConsole Screen, IAnsiConsole Notes, TimeProvider Clock, CancellationToken Interrupt)
{
    private const int WidthWhenPiped = 120;

    /// <summary>Held for as long as the program runs.</summary>
    private static PosixSignalRegistration? termination;

    /// <summary>The terminal that the program was started from.</summary>
    public static Terminal System()
    {
        var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            if (interrupt.IsCancellationRequested) return;         // the second time: stop at once
            press.Cancel = true;
            interrupt.Cancel();
        };
        termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = !interrupt.IsCancellationRequested;    // as Ctrl-C
            interrupt.Cancel();
        });
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (!Console.IsOutputRedirected) Console.OutputEncoding = utf8;
        IAnsiConsole screen = Make(Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true } : Console.Out, Console.IsOutputRedirected);
        IAnsiConsole notes = Make(Console.IsErrorRedirected ? new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true } : Console.Error, Console.IsErrorRedirected);
        return new(Console.OpenStandardInput(), Console.OpenStandardOutput(), screen, notes, TimeProvider.System, interrupt.Token);
    }

    /// <summary>Writes a line to standard error, with nothing in it that a terminal would obey.</summary>
    public void Note(string line) => Notes.Profile.Out.Writer.WriteLine(TerminalText.Clean(line));

    /// <summary>Writes a line to standard output, with nothing in it that a terminal would obey.</summary>
    public void Say(string line) => Screen.Profile.Out.Writer.WriteLine(TerminalText.Clean(line));

    /// <summary>A terminal over text writers, with no colors.</summary>
    public static IAnsiConsole Make(TextWriter writer, bool isPiped)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isPiped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPiped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPiped ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isPiped) console.Profile.Width = WidthWhenPiped;
        return console;
    }
}
