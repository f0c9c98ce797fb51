// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;

namespace Rapporteur.Cli;

/// <summary>The examples that each help text teaches with.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, IReadOnlyList<(string Command, string Meaning)>> All = new(StringComparer.Ordinal)
    {
        ["rapporteur"] =
        [
            ("rapporteur demo", "reads the samples and shows what to try next"),
            ("rapporteur read news/", "reads every file below news/ into rapporteur.db"),
            ("rapporteur statements --source minister --about budget", "who called minister said what about the budget"),
        ],
        ["demo"] = [("rapporteur demo", "reads the samples into demo.db in this folder")],
        ["read"] =
        [
            ("rapporteur read news/ feed.xml -", "a folder, a feed and standard input, into rapporteur.db; archives (zip, tar.gz, warc.gz, …) are read as folders are"),
            ("rapporteur read --record peru.db --manifest dates.csv peru/", "into a record of its own; dates.csv tells name,published,outlet,author,url,title"),
            ("rapporteur read --text-field content articles.jsonl.gz", "one report a line, its text in the field content"),
            ("rapporteur read https://ledger.example/feed.xml --follow", "a feed, and the pages that it links to; asked again, only what changed is fetched"),
            ("rapporteur read crawl.warc.gz --records 1:50000", "the first records of a web archive; another process can read --records 50001:"),
            ("rapporteur read --actors ours.csv news/", "with your own list of actors; another list reads everything anew"),
        ],
        ["watch"] =
        [
            ("rapporteur watch news/ https://ledger.example/feed.xml --follow", "reads files as they come into news/, and asks the feed every 15 minutes"),
            ("rapporteur watch inbox/ --record desk.db --verbose", "tells each time what was read; Ctrl-C ends it, and the next start goes on from there"),
            ("rapporteur watch --once news/ https://ledger.example/feed.xml", "reads what is new and ends: a line for cron"),
        ],
        ["extract"] =
        [
            ("rapporteur extract news/ > out.jsonl", "one JSON object a report, nothing stored"),
            ("rapporteur extract https://ledger.example/budget.html", "a page at an address; robots.txt and the server's pace are honored"),
            ("rapporteur extract --one-report interview.txt", "the file is one report, whatever it looks like"),
            ("rapporteur extract --text \"“We will not sign,” the minister said.\"", "a text on the command line"),
        ],
        ["reports"] =
        [
            ("rapporteur reports --since 2022-02 --until 2022", "what is in the record from February to December 2022"),
            ("rapporteur reports --outlet herald --csv", "as a table for a spreadsheet or R"),
        ],
        ["statements"] =
        [
            ("rapporteur statements --source Boric --about lithium", "accents and capitals do not matter"),
            ("rapporteur statements --about '\"free trade\"' --since 2023", "a phrase, in reports from 2023 on"),
            ("rapporteur statements --about 'sanction*' --min-confidence 0.9 --json", "sanction, sanctions, sanctioned; only the surest, as JSON"),
        ],
        ["actors"] =
        [
            ("rapporteur actors --country FRA --sector GOV", "who of the French government is named, and how often they speak"),
            ("rapporteur actors \"Emmanuel Macron\"", "a dossier: names, roles, what he said, what others said about him, events, reports"),
            ("rapporteur actors Mercosur --json", "the same for programs; accents and capitals do not matter"),
        ],
        ["events"] =
        [
            ("rapporteur events --type SANCTION --actor USA --recipient VEN --reality asserted --since 2022-02", "what is told as a fact, from reports since February 2022"),
            ("rapporteur events --type PROTEST --by event --since 2023-01 --until 2023-01 --csv", "protests of January 2023, whenever they were reported"),
            ("rapporteur events --actor \"African Union\" --reported", "only on the reports' own word"),
        ],
        ["relations"] =
        [
            ("rapporteur relations --actor Mercosur", "who belongs to it, leads it, speaks for it"),
            ("rapporteur relations --predicate holdsRole --csv", "all offices and roles"),
        ],
        ["provenance"] =
        [
            ("rapporteur provenance 3f2a9c1b", "where the words of a report come from; the id is in every table"),
            ("rapporteur provenance --outlet herald", "of all reports of an outlet"),
        ],
        ["figures"] =
        [
            ("rapporteur figures --of deaths --about Peru", "how many deaths, in sentences that name Peru"),
            ("rapporteur figures --unit percent --of 'vote*' --csv", "shares of votes, with who tells them and as of when"),
        ],
        ["places"] =
        [
            ("rapporteur places --country PER", "places in Peru, with coordinates"),
            ("rapporteur places --feature city --since 2023 --csv", "cities that reports since 2023 name"),
        ],
        ["search"] =
        [
            ("rapporteur search harbor strike", "passages that hold both words, best first"),
            ("rapporteur search '\"state of emergency\"' --outlet herald", "a phrase, in one outlet"),
        ],
        ["explain"] = [("rapporteur explain 3f2a9c1b/s3", "the passage with statement s3 marked, and why it is there; the id is in every table"), ("rapporteur explain 3f2a9c1b/e1", "the same of an event; f2 is a figure, r4 a relation")],
        ["export"] =
        [
            ("rapporteur export --format jsonl > all.jsonl", "every report with all its entries, as docs/record.md says"),
            ("rapporteur export --format polecat-csv > events.csv", "events in the columns of POLECAT, for R or a spreadsheet"),
            ("rapporteur export --format parquet > events.parquet", "the same for DuckDB, pandas or Arrow"),
        ],
        ["serve"] =
        [
            ("rapporteur serve --open", "the page over rapporteur.db, in the browser; only this machine can reach it"),
            ("rapporteur serve --record peru.db --port 9000", "another record, another port"),
            ("rapporteur serve --listen 0.0.0.0 --certificate cert.pem --key key.pem", "for others too: the page then asks for the token that is shown once"),
        ],
        ["model"] = [("rapporteur model show", "which model is loaded, from where, and what it tells apart")],
        ["show"] = [("rapporteur model show", "which model is loaded, from where, and what it tells apart")],
    };

    public static IReadOnlyList<(string Command, string Meaning)> Of(Command command)
        => All.GetValueOrDefault(command.Name) ?? [];
}
