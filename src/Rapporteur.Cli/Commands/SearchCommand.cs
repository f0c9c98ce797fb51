// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur search</c>: passages that hold some words.</summary>
internal static class SearchCommand
{
    private const int OnScreen = 20;

    public static Command Create(Terminal terminal)
    {
        var words = new Argument<string[]>("words") { Description = "Words that must all be there; \"two words\" for a phrase, harb* for a beginning", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "Searches the text of all reports, those passages too that were not read.") { words };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            string typed = string.Join(' ', parsed.GetValue(words)!);
            if (FullTextQuery.From(typed) is null) throw new UsageException($"There is no word to search for in: {typed}");
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<PassageRow> rows = queries.Search(typed, ask.Reports(parsed, OnScreen));
            return ask.Write<PassageRow>(
                terminal, parsed, rows,
                [
                    new("report", r => ask.Form(parsed) == TableForm.Screen ? r.Report[..8] : r.Report),
                    new("published", r => r.Published),
                    new("outlet", r => r.Outlet),
                    new("kind", r => r.Kind, OnScreen: false),
                    new("passage", r => r.Snippet.Replace("\u0002", "[", StringComparison.Ordinal).Replace("\u0003", "]", StringComparison.Ordinal)),
                    new("input", r => r.Input),
                ],
                "passage", OnScreen);
        });
        return command;
    }
}
