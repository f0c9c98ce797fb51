// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using Rapporteur.Cli.Inputs;
using Rapporteur.Formats;
using Rapporteur.Formats.Manifests;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur demo</c>: reads the samples and shows what to try next.</summary>
internal static class DemoCommand
{
    private const string Record = "demo.db";

    public static Command Create(Terminal terminal)
    {
        var command = new Command("demo", $"Reads the samples that come with the program into {Record} and shows what to try next.");
        command.SetAction(async (_, _) =>
        {
            string samples = Path.Combine(AppContext.BaseDirectory, "samples");
            if (!Directory.Exists(samples)) throw new RecordException($"The samples are missing: there is no folder {samples}. Install the program again.");
            Manifest manifest;
            using (var file = new StreamReader(Path.Combine(samples, "manifest.csv"))) manifest = Manifest.Read("manifest.csv", file);
            var walker = new InputWalker(new InputReader(), manifest, oneReport: false, terminal.Input, terminal.Interrupt) { NamedWithin = AppContext.BaseDirectory };
            string[] inputs = [.. Directory.EnumerateFiles(samples).Where(f => Path.GetFileName(f) != "manifest.csv").Order(StringComparer.Ordinal)];
            int code = await ReadCommand.ReadAsync(terminal, walker, walker.Walk(inputs), (new RapporteurReader(), ReaderVersion.Fingerprint), Record, "demo", Environment.ProcessorCount).ConfigureAwait(false);
            Show(terminal);
            return code;
        });
        return command;
    }

    private static void Show(Terminal terminal)
    {
        using var queries = new RecordQueries(RecordFile.OpenExisting(Record));
        RecordTotals totals = queries.Totals();
        terminal.Say("");
        terminal.Say($"{totals.Reports} reports with {totals.Statements} statements, {totals.Events} events, {totals.Figures} figures and {totals.Relations} relations are in {Record}.");
        foreach (UnreadRow row in queries.Unread()) terminal.Say($"Not read: {row.Passages} passage{(row.Passages == 1 ? "" : "s")}: {row.Why}.");
        IReadOnlyList<StatementRow> statements = queries.Statements(new StatementFilter { MinConfidence = 0.8 });
        StatementRow? example = statements.FirstOrDefault(s => s.Quotation == "direct" && s.Source is { } source && source.Split(' ') is [_, _] names && names.All(n => char.IsUpper(n[0])))
            ?? (statements.Count > 0 ? statements[0] : null);
        if (example is null) return;
        terminal.Say("");
        terminal.Say("Try next:");
        terminal.Say($"  ./rapporteur statements --record {Record} --source {example.Source?.Split(' ')[^1] ?? "minister"}");
        terminal.Say($"  ./rapporteur explain --record {Record} {example.Address}");
        terminal.Say($"  ./rapporteur serve --record {Record} --open");
        terminal.Say("  ./rapporteur read YOUR-FOLDER");
    }
}
