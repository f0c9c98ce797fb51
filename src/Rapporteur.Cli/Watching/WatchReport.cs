// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Cli.Inputs;

namespace Rapporteur.Cli.Watching;

/// <summary>Tells what was read: each time if wanted, else once an hour, and at the end all of it.</summary>
internal sealed class WatchReport(Terminal terminal, string record, bool isVerbose)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private ReadingTotals all = new();
    private ReadingTotals sinceTold = new();
    private long told = terminal.Clock.GetTimestamp();

    /// <summary>Time until it tells the next time.</summary>
    public TimeSpan UntilNext => Hour - terminal.Clock.GetElapsedTime(told);

    /// <summary>Takes down what was read.</summary>
    public void Add(ReadingTotals totals)
    {
        all = all.Plus(totals);
        sinceTold = sinceTold.Plus(totals);
        if (isVerbose && !totals.IsNothing) terminal.Note($"{Now()}  {totals}");
    }

    /// <summary>Tells of the last hour, when it is over.</summary>
    public void TellWhenDue()
    {
        if (UntilNext > TimeSpan.Zero) return;
        if (!isVerbose) terminal.Note($"{Now()}  in the last hour: {sinceTold}");
        sinceTold = new();
        told = terminal.Clock.GetTimestamp();
    }

    /// <summary>Tells of everything.</summary>
    public void TellAll() => terminal.Note($"{record}: {all}");

    private string Now() => terminal.Clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
