// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur actors</c>: who is in the record.</summary>
internal static class ActorsCommand
{
    private const int OnScreen = 50;

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("name") { Description = "Only the actor of this name", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { Description = "Only actors of this kind", HelpName = "kind" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<ActorKind>().Select(RecordWord.Of)]);
        var country = new Option<string?>("--country") { Description = "Only actors of this country, ISO 3166-1 alpha-3: FRA", HelpName = "code" };
        var sector = new Option<string?>("--sector") { Description = "Only actors of this sector, a code of PLOVER: GOV, MIL", HelpName = "code" };
        var command = new Command("actors", "Lists who is named in the record, those who say most first.") { name, kind, country, sector };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<ActorRow> rows = queries.Actors(ask.Actors(parsed, OnScreen) with
            {
                Name = parsed.GetValue(name), Kind = parsed.GetValue(kind), Country = parsed.GetValue(country), Sector = parsed.GetValue(sector),
            });
            if (rows.Count == 0 && parsed.GetValue(name) is { } asked)
            {
                terminal.Note($"Nobody named '{asked}' is in the record; rapporteur actors lists who is.");
                return Task.FromResult(CommandLine.Failure);
            }

            Table.Write<ActorRow>(
                terminal, ask.Form(parsed), rows,
                new("name", r => r.Name),
                new("kind", r => r.Kind),
                new("country", r => r.Country),
                new("sector", r => r.Sector),
                new("reports", r => r.Reports),
                new("statements", r => r.Statements));
            ask.Note(terminal, parsed, rows.Count, "actor", OnScreen);
            return Task.FromResult(CommandLine.Success);
        });
        return command;
    }
}
