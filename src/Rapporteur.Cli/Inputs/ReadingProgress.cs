// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Cli.Output;
using Spectre.Console;

namespace Rapporteur.Cli.Inputs;

/// <summary>Says on standard error how far reading is, once it takes over two seconds: one line that is rewritten, or a line now and then when piped.</summary>
internal sealed class ReadingProgress(Terminal terminal, InputWalker walker)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private readonly long start = terminal.Clock.GetTimestamp();
    private readonly bool rewrites = terminal.Notes.Profile.Capabilities.Interactive && terminal.Notes.Profile.Capabilities.Ansi;
    private TimeSpan shown;
    private bool isShowing;

    /// <summary>Reports read so far.</summary>
    public long Reports { get; private set; }

    /// <summary>Characters read so far.</summary>
    public long Characters { get; private set; }

    /// <summary>Time since reading began.</summary>
    public TimeSpan Elapsed => terminal.Clock.GetElapsedTime(start);

    public void Count(int characters)
    {
        Reports++;
        Characters += characters;
        TimeSpan now = Elapsed;
        if (now < Silence || now - shown < (rewrites ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10))) return;
        shown = now;
        string line = string.Create(CultureInfo.InvariantCulture, $"{Reports:N0} reports, {Characters / 1e6:0.0} million characters, {now.TotalSeconds:0} s; reading {TerminalText.Clean(walker.Current)}");
        if (!rewrites)
        {
            terminal.Note(line);
            return;
        }

        int width = Math.Max(20, terminal.Notes.Profile.Width - 1);
        terminal.Notes.Write(new ControlCode("\r\u001b[2K"));
        terminal.Notes.Write(new Text(line.Length > width ? line[..width] : line));
        isShowing = true;
    }

    /// <summary>Takes the line away, so that a note can be written.</summary>
    public void Clear()
    {
        if (isShowing) terminal.Notes.Write(new ControlCode("\r\u001b[2K"));
        isShowing = false;
    }
}
