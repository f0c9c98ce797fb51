// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Output;

/// <summary>Writes what the record has on an actor.</summary>
internal static class DossierOutput
{
    /// <summary>As one JSON object with a list for each kind of entry.</summary>
    public static void WriteJson(Terminal terminal, ActorDossier dossier)
    {
        terminal.Output.Write("{\n\"actors\": "u8);
        Table.WriteJson(terminal.Output, dossier.Actors, Columns.Actors);
        terminal.Output.Write(",\"aliases\": "u8);
        Table.WriteJson(terminal.Output, dossier.Aliases, Columns.Aliases);
        terminal.Output.Write(",\"relations\": "u8);
        Table.WriteJson(terminal.Output, dossier.Relations, Columns.Relations);
        terminal.Output.Write(",\"by\": "u8);
        Table.WriteJson(terminal.Output, dossier.By, Columns.Statements);
        terminal.Output.Write(",\"about\": "u8);
        Table.WriteJson(terminal.Output, dossier.About, Columns.Statements);
        terminal.Output.Write(",\"events\": "u8);
        Table.WriteJson(terminal.Output, dossier.Events, Columns.Events);
        terminal.Output.Write(",\"reports\": "u8);
        Table.WriteJson(terminal.Output, dossier.Reports, Columns.Reports);
        terminal.Output.Write("}\n"u8);
        terminal.Output.Flush();
    }

    /// <summary>As tables under headings; a heading without entries is left out.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="dossier">What.</param>
    /// <param name="limit">How many rows each list was asked for.</param>
    public static void WriteScreen(Terminal terminal, ActorDossier dossier, int limit)
    {
        foreach (ActorRow actor in dossier.Actors)
        {
            string codes = string.Join(" ", new[] { actor.Country, actor.Sector }.Where(static c => c is not null));
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(actor.Name)}  {actor.Kind}{(codes.Length > 0 ? " " + codes : "")}; in {Count(actor.Reports, "report")}, source of {Count(actor.Statements, "statement")}"));
        }

        WriteAliases(terminal, "also called", dossier.Aliases.Where(a => a.Form == "name" && a.Mentions > 0 && !dossier.Actors.Any(r => r.Name == a.Words)));
        WriteAliases(terminal, "described as", dossier.Aliases.Where(static a => a.Form == "noun"));
        Section(terminal, "roles and relations", dossier.Relations, limit, Columns.Relations);
        Section(terminal, "said", dossier.By, limit, [.. Columns.Statements.Where(static c => c.Name != "source")]);
        Section(terminal, "said by others about it", dossier.About, limit, Columns.Statements);
        Section(terminal, "events", dossier.Events, limit, Columns.Events);
        Section(terminal, "reports", dossier.Reports, limit, [new("id", r => r.Id[..8]), .. Columns.Reports.Skip(1)]);
    }

    private static void WriteAliases(Terminal terminal, string heading, IEnumerable<AliasRow> rows)
    {
        string words = string.Join("; ", rows.Take(12).Select(static a => TerminalText.Clean(a.Words)));
        if (words.Length > 0) terminal.Say($"{heading}: {words}");
    }

    private static void Section<T>(Terminal terminal, string heading, IReadOnlyList<T> rows, int limit, Column<T>[] columns)
    {
        if (rows.Count == 0) return;
        terminal.Say("");
        terminal.Say(rows.Count == limit ? string.Create(CultureInfo.InvariantCulture, $"{heading} (the first {limit}; --limit shows more)") : heading);
        Table.Write(terminal, TableForm.Screen, rows, columns);
    }

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
