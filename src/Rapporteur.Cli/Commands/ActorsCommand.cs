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
    private const int InDossier = 20;

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("name") { Description = "Everything about the actor of this name or description: what it is called, its roles, what it said, what is said of it", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { Description = "Only actors of this kind", HelpName = "kind" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<ActorKind>().Select(RecordWord.Of)]);
        var country = new Option<string?>("--country") { Description = "Only actors of this country, ISO 3166-1 alpha-3: FRA", HelpName = "code" };
        var sector = new Option<string?>("--sector") { Description = "Only actors of this sector, a code of PLOVER: GOV, MIL", HelpName = "code" };
        var command = new Command("actors", "Lists who is named in the record, those who say most first; with a name, all that the record has on that actor.") { name, kind, country, sector };
        var ask = new AskOptions(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is null) return;
            if (result.GetValue(kind) is not null || result.GetValue(country) is not null || result.GetValue(sector) is not null) result.AddError("A dossier is of one actor: give a name, or --kind, --country and --sector.");
            if (ask.AsksForCsv(result)) result.AddError("A dossier has several tables, and CSV holds one: use --json, or statements, events and relations with --csv.");
        });
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            if (parsed.GetValue(name) is { } asked) return Task.FromResult(WriteDossier(terminal, ask, parsed, queries, asked));
            IReadOnlyList<ActorRow> rows = queries.Actors(ask.Fill(parsed, new ActorFilter
            {
                Kind = parsed.GetValue(kind), Country = parsed.GetValue(country), Sector = parsed.GetValue(sector),
            }));
            return ask.Write(terminal, parsed, rows, Columns.Actors, "actor");
        });
        return command;
    }

    private static int WriteDossier(Terminal terminal, AskOptions ask, ParseResult parsed, RecordQueries queries, string name)
    {
        if (queries.Dossier(name, ask.Reports(parsed, InDossier)) is not { } dossier)
        {
            terminal.Note($"Nobody called '{name}' is in the record; rapporteur actors lists who is.");
            return CommandLine.Failure;
        }

        if (ask.Form(parsed) == TableForm.Json) DossierOutput.WriteJson(terminal, dossier);
        else DossierOutput.WriteScreen(terminal, dossier, ask.Limit(parsed, InDossier) ?? InDossier);
        return CommandLine.Success;
    }
}
