// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur reports</c>: what is in the record.</summary>
internal static class ReportsCommand
{
    /// <summary>The columns for a screen: the beginning of the id, and of the text where there is no title.</summary>
    private static readonly Column<ReportRow>[] Short =
    [
        .. Columns.Reports.Select(static c => c.Name switch
        {
            "id" => new("id", r => r.Id[..8]),
            "title" => new("title", r => r.Title ?? Shorten(r.Beginning)),
            _ => c,
        }),
    ];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("reports", "Lists the reports in the record, newest first.");
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<ReportRow> rows = queries.Reports(ask.Reports(parsed));
            return ask.Write(terminal, parsed, rows, ask.Form(parsed) == TableForm.Screen ? Short : Columns.Reports, "report");
        });
        return command;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
}
