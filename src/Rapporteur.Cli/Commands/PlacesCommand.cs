// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur places</c>: where.</summary>
internal static class PlacesCommand
{
    public static Command Create(Terminal terminal)
    {
        var country = new Option<string?>("--country") { Description = "Only places of this country, ISO 3166-1 alpha-3: FRA", HelpName = "code" };
        var feature = new Option<string?>("--feature") { Description = "Only places of this kind", HelpName = "kind" };
        feature.AcceptOnlyFromAmong([.. Enum.GetValues<PlaceFeature>().Select(RecordWord.Of)]);
        var command = new Command("places", "Lists the places that reports name, with coordinates, those in most reports first.") { country, feature };
        var ask = new AskOptions(command);
        command.SetAction((parsed, _) =>
        {
            using RecordQueries queries = ask.Open(parsed);
            IReadOnlyList<PlaceRow> rows = queries.Places(ask.Fill(parsed, new PlaceFilter { Country = parsed.GetValue(country), Feature = parsed.GetValue(feature) }));
            return ask.Write(terminal, parsed, rows, Columns.Places, "place");
        });
        return command;
    }
}
