// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur provenance</c>: how words reached their page.</summary>
internal static class ProvenanceCommand
{
    private const int OnScreen = 50;

    public static Command Create(Terminal terminal)
    {
        var report = new Argument<string?>("report") { Description = "Only this report: the first digits of its id, as tables show it", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("provenance", "Lists how words reached their page: first publishers, interviews, posts, polls, documents, other outlets.") { report };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            string? id = parsed.GetValue(report) is { } digits ? Find(queries, digits) : null;
            IReadOnlyList<ProvenanceRow> rows = queries.Provenance(ask.Reports(parsed, OnScreen), id);
            Table.Write(terminal, ask.Form(parsed), rows, Columns.Provenance);
            ask.Note(terminal, parsed, rows.Count, "link", OnScreen);
            return Task.FromResult(CommandLine.Success);
        });
        return command;
    }

    private static string Find(RecordQueries queries, string digits)
    {
        string prefix = digits.Split('/')[0].ToLowerInvariant();
        if (prefix.Length < 4 || !prefix.All(char.IsAsciiHexDigit)) throw new UsageException($"'{digits}' is no id of a report; rapporteur reports shows them.");
        IReadOnlyList<string> ids = queries.Find(prefix);
        return ids.Count switch
        {
            0 => throw new RecordException($"There is no report {prefix} in the record."),
            1 => ids[0],
            _ => throw new UsageException($"'{prefix}' is the beginning of {ids.Count} reports: {string.Join(", ", ids.Select(id => id[..16]))}. Give more digits."),
        };
    }
}
