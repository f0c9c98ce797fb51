// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur reports</c>: what is in the record.</summary>
internal static class ReportsCommand
{
    private const int OnScreen = 50;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("reports", "Lists the reports in the record, newest first.");
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<ReportRow> rows = queries.Reports(ask.Reports(parsed, OnScreen));
            Table.Write<ReportRow>(
                terminal, ask.Form(parsed), rows,
                new("id", r => ask.Form(parsed) == TableForm.Screen ? r.Id[..8] : r.Id),
                new("published", r => r.Published),
                new("outlet", r => r.Outlet),
                new("author", r => r.Author),
                new("title", r => r.Title ?? (ask.Form(parsed) == TableForm.Screen ? Shorten(r.Beginning) : null)),
                new("firstPublishedBy", r => r.FirstPublishedBy, OnScreen: false),
                new("language", r => r.Language, OnScreen: false),
                new("statements", r => r.Statements),
                new("words", r => r.Words),
                new("appearances", r => r.Appearances, OnScreen: false),
                new("input", r => r.Input));
            ask.Note(terminal, parsed, rows.Count, "report", OnScreen);
            return Task.FromResult(CommandLine.Success);
        });
        return command;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
}
