// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;

namespace Rapporteur.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestTerminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task Actors_are_listed_and_nobody_of_a_name_is_a_failure()
    {
        await terminal.RunAsync(["read", "--record", "~/actors.db", "--text", "“The budget will hold,” Emmanuel Macron said."]);
        Assert.Contains("Emmanuel Macron,person,FRA,GOV,1,1", (await terminal.RunAsync(["actors", "--csv", "--country", "fra", "--record", "~/actors.db"])).Output, StringComparison.Ordinal);
        CommandResult none = await terminal.RunAsync(["actors", "Nemo", "--record", "~/actors.db"]);
        Assert.Equal((1, ""), (none.Code, none.Output));
    }

    [Fact]
    public async Task A_dossier_tells_names_statements_by_and_about_and_reports()
    {
        await terminal.RunAsync(["read", "--record", "~/d.db", "--text", "“The budget will hold,” President Emmanuel Macron said. Ana Ruiz said that Macron was wrong."]);
        CommandResult shown = await terminal.RunAsync(["actors", "macron", "--record", "~/d.db"]);
        Assert.Equal(0, shown.Code);
        Assert.Contains("Emmanuel Macron  person FRA GOV; in 1 report, source of 1 statement", shown.Output, StringComparison.Ordinal);
        Assert.Contains("also called: Macron", shown.Output, StringComparison.Ordinal);
        Assert.True(shown.Output.IndexOf("The budget will hold", StringComparison.Ordinal) < shown.Output.IndexOf("said by others about it", StringComparison.Ordinal));
        using var json = JsonDocument.Parse((await terminal.RunAsync(["actors", "emmanuel macron", "--json", "--record", "~/d.db"])).Output);
        Assert.Equal("Ana Ruiz", Assert.Single(json.RootElement.GetProperty("about").EnumerateArray()).GetProperty("source").GetString());
        Assert.Equal(["actors", "aliases", "relations", "by", "about", "events", "reports"], json.RootElement.EnumerateObject().Select(static p => p.Name));
    }

    [Fact]
    public async Task Another_list_of_actors_is_another_reading()
    {
        await File.WriteAllTextAsync(terminal.Folder.Path("own.csv"), "name,code,kind,from,to\nAna Ruiz,ZEDGOV,person,,\n", TestContext.Current.CancellationToken);
        const string list = "~/own.csv";
        string[] read = ["read", "--record", "~/own.db", "--text", "“No,” Ana Ruiz said."];
        await terminal.RunAsync(read);
        Assert.Contains("1 read anew", (await terminal.RunAsync([.. read, "--actors", list])).Notes, StringComparison.Ordinal);
        Assert.Contains("1 known already", (await terminal.RunAsync([.. read, "--actors", list])).Notes, StringComparison.Ordinal);
        Assert.Contains("Ana Ruiz,person,ZED", (await terminal.RunAsync(["actors", "--csv", "--record", "~/own.db"])).Output, StringComparison.Ordinal);
        Assert.Contains("“No,”", (await terminal.RunAsync(["statements", "--country", "zed", "--csv", "--record", "~/own.db"])).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await terminal.RunAsync([.. read, "--actors", "no-such-file.csv"])).Code);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("actors", "Ruiz", "--csv")]
    [InlineData("actors", "Ruiz", "--country", "FRA")]
    [InlineData("actors", "--kind", "animal")]
    [InlineData("read", "--text", "a", "b.txt")]
    [InlineData("nonsense")]
    [InlineData("statements", "--since", "yesterday")]
    [InlineData("statements", "--limit", "0")]
    [InlineData("statements", "--min-confidence", "2")]
    [InlineData("statements", "--json", "--csv")]
    [InlineData("extract", "--threads", "0", "a.txt")]
    [InlineData("extract", "--records", "5", "a.warc")]
    [InlineData("watch")]
    [InlineData("watch", "-")]
    [InlineData("watch", "no-such-folder")]
    [InlineData("watch", "--every", "0", "https://ledger.example/")]
    [InlineData("export")]
    [InlineData("serve", "--port", "a")]
    [InlineData("serve", "--listen", "nowhere")]
    [InlineData("extract", "--manifest", "no-such-file.csv", "a.txt")]
    public async Task A_command_line_that_makes_no_sense_is_usage(params string[] arguments)
    {
        CommandResult result = await terminal.RunAsync(arguments);
        Assert.Equal(2, result.Code);
        Assert.NotEmpty(result.Notes);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("read")]
    [InlineData("watch")]
    [InlineData("extract")]
    [InlineData("reports")]
    [InlineData("statements")]
    [InlineData("actors")]
    [InlineData("figures")]
    [InlineData("events")]
    [InlineData("places")]
    [InlineData("relations")]
    [InlineData("provenance")]
    [InlineData("search")]
    [InlineData("explain")]
    [InlineData("export")]
    [InlineData("serve")]
    public async Task Help_teaches_with_examples(string command)
    {
        CommandResult result = await terminal.RunAsync([command, "--help"]);
        Assert.Equal(0, result.Code);
        Assert.Contains($"  rapporteur {command}", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
        => Assert.Contains("rapporteur demo", (await terminal.RunAsync([])).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Version_names_program_format_models_and_lexicons()
    {
        string[] lines = (await terminal.RunAsync(["--version"])).Output.Split('\n');
        Assert.Equal($"rapporteur {ReaderVersion.Program}", lines[0]);
        Assert.Equal("record format rapporteur/1", lines[1]);
        Assert.Equal($"models {ReaderVersion.Models}", lines[2]);
        Assert.Matches("^lexicons [0-9a-f]{12}$", lines[3]);
    }

    [Fact]
    public async Task Extract_writes_a_line_a_report_and_names_what_it_could_not_read()
    {
        terminal.Folder.Write("b.txt", "“Yes,” she said.");
        terminal.Folder.Write("a.txt", "“No,” he said.");
        CommandResult result = await terminal.RunAsync(["extract", "~/a.txt", "~/none.txt", "~/b.txt", "-"], input: "“Maybe,” they said.");
        Assert.Equal(1, result.Code);
        Assert.Equal("not read: ~/none.txt: there is no such file or folder\n", result.Notes);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["“No,” he said.", "“Yes,” she said.", "“Maybe,” they said."], lines.Select(Text));
    }

    [Fact]
    public async Task A_folder_is_read_by_name_with_all_below_it_but_hidden_files()
    {
        terminal.Folder.Write("in/b/c.txt", "“Two,” he said.");
        terminal.Folder.Write("in/a.txt", "“One,” he said.");
        terminal.Folder.Write("in/.git/x.txt", "“Zero,” he said.");
        CommandResult result = await terminal.RunAsync(["extract", "~/in"]);
        Assert.Equal(0, result.Code);
        Assert.Equal(["“One,” he said.", "“Two,” he said."], result.Output.TrimEnd('\n').Split('\n').Select(Text));
    }

    [Fact]
    public async Task Files_in_an_archive_have_names_and_rows_of_the_manifest_of_their_own()
    {
        await File.WriteAllBytesAsync(terminal.Folder.Path("a.zip"), Rapporteur.Fuzz.Seeds.Zip(("in/one.txt", "“One,” he said."), ("two.txt", "“Two,” he said.")), TestContext.Current.CancellationToken);
        string manifest = terminal.Folder.Write("m.csv", $"name,outlet\n{terminal.Folder.Path("a.zip")},The Ledger\ntwo.txt,The Post\n");
        CommandResult result = await terminal.RunAsync(["extract", "--manifest", manifest, "~/a.zip"]);
        Assert.Equal((0, ""), (result.Code, result.Notes));
        JsonElement[] reports = [.. result.Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement.GetProperty("report"))];
        Assert.Equal(["a.zip/in/one.txt", "a.zip/two.txt"], reports.Select(r => r.GetProperty("input").GetProperty("name").GetString()![(terminal.Folder.Root.Length + 1)..]));
        Assert.Equal(["The Ledger", "The Post"], reports.Select(r => r.GetProperty("outlet").GetString()));
    }

    [Fact]
    public async Task Processes_can_share_the_records_of_an_archive()
    {
        byte[] archive = Rapporteur.Fuzz.Seeds.WarcGzip([.. Enumerable.Range(1, 5).Select(i => Rapporteur.Fuzz.Seeds.Response($"https://ledger.example/{i}", "text/html", $"<html><p>“No {i},” he said."))]);
        await File.WriteAllBytesAsync(terminal.Folder.Path("a.warc.gz"), archive, TestContext.Current.CancellationToken);
        string whole = (await terminal.RunAsync(["extract", "~/a.warc.gz"])).Output;
        string parts = (await terminal.RunAsync(["extract", "--records", ":2", "~/a.warc.gz"])).Output + (await terminal.RunAsync(["extract", "--records", "3:", "~/a.warc.gz"])).Output;
        Assert.Equal(5, whole.Count(c => c == '\n'));
        Assert.Equal(whole, parts);
    }

    [Fact]
    public async Task Links_to_files_are_read_and_broken_ones_named()
    {
        terminal.Folder.Write("elsewhere/a.txt", "“One,” he said.");
        terminal.Folder.Write("in/b.txt", "“Two,” he said.");
        File.CreateSymbolicLink(terminal.Folder.Path("in/a.txt"), terminal.Folder.Path("elsewhere/a.txt"));
        File.CreateSymbolicLink(terminal.Folder.Path("in/c.txt"), terminal.Folder.Path("elsewhere/none.txt"));
        Directory.CreateSymbolicLink(terminal.Folder.Path("in/d"), terminal.Folder.Path("in"));
        CommandResult result = await terminal.RunAsync(["extract", "~/in"]);
        Assert.Equal(1, result.Code);
        Assert.Equal("not read: ~/in/c.txt: there is no such file or folder\n", result.Notes);
        Assert.Equal(["“One,” he said.", "“Two,” he said."], result.Output.TrimEnd('\n').Split('\n').Select(Text));
    }

    [Fact]
    public async Task Events_are_listed_explained_and_exported_with_whose_word_they_are()
    {
        await terminal.RunAsync(["read", "--record", "~/ev.db", "--text", "France imposed sanctions on Belarus. Algeria said that Morocco attacked Tunisia. Russia did not attack Georgia."]);
        using var json = JsonDocument.Parse((await terminal.RunAsync(["events", "--type", "assault", "--json", "--record", "~/ev.db"])).Output);
        Assert.Equal(["Algeria", null], json.RootElement.EnumerateArray().Select(static e => e.GetProperty("toldBy").GetString()));
        Assert.Equal(["asserted", "negated"], json.RootElement.EnumerateArray().Select(static e => e.GetProperty("reality").GetString()));
        Assert.Contains("Belarus", (await terminal.RunAsync(["events", "--actor", "FRA", "--recipient", "belarus", "--csv", "--record", "~/ev.db"])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Belarus", (await terminal.RunAsync(["events", "--actor", "BLR", "--csv", "--record", "~/ev.db"])).Output, StringComparison.Ordinal);
        string id = json.RootElement[0].GetProperty("id").GetString()!;
        Assert.Contains("the word of Algeria", (await terminal.RunAsync(["explain", id, "--record", "~/ev.db"])).Output, StringComparison.Ordinal);
        string csv = (await terminal.RunAsync(["export", "--format", "polecat-csv", "--record", "~/ev.db"])).Output;
        Assert.StartsWith("Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        string[] lines = (await terminal.RunAsync(["export", "--format", "plover", "--with-negated", "--record", "~/ev.db"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, static l => Assert.Contains("\"Reality\":", l, StringComparison.Ordinal));
        Assert.StartsWith("PAR1", (await terminal.RunAsync(["export", "--format", "parquet", "--record", "~/ev.db"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_a_document_is_explained_with_its_page()
    {
        await File.WriteAllBytesAsync(terminal.Folder.Path("vote.pdf"), Fuzz.Made.MadePdf.Report(), TestContext.Current.CancellationToken);
        await terminal.RunAsync(["read", "--record", "~/pages.db", "~/vote.pdf"]);
        string id = (await terminal.RunAsync(["statements", "--csv", "--record", "~/pages.db"])).Output.Split('\n')[1].Split(',')[0];
        Assert.Contains("vote.pdf, report 1, page 1", (await terminal.RunAsync(["explain", id, "--record", "~/pages.db"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relations_are_listed_and_explained()
    {
        terminal.Folder.Write("r.txt", "The council met in the old town hall on Tuesday.\nAna Ruiz, the mayor of Porto Azul, resigned on Monday.");
        await terminal.RunAsync(["read", "--record", "~/rel.db", "~/r.txt"]);
        using var json = JsonDocument.Parse((await terminal.RunAsync(["relations", "--json", "--record", "~/rel.db"])).Output);
        JsonElement row = Assert.Single(json.RootElement.EnumerateArray());
        CommandResult explained = await terminal.RunAsync(["explain", "--record", "~/rel.db", row.GetProperty("id").GetString()!]);
        Assert.Equal(0, explained.Code);
        Assert.Contains("holdsRole", explained.Output, StringComparison.Ordinal);
        Assert.Contains("[words Ana Ruiz, the mayor of Porto Azul], resigned", explained.Output, StringComparison.Ordinal);
        Assert.Contains("apposition:HoldsRole", explained.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await terminal.RunAsync(["explain", "--record", "~/rel.db", row.GetProperty("id").GetString()!.Split('/')[0] + "/r99"])).Code);
    }

    [Fact]
    public async Task Read_statements_explain_export_work_together()
    {
        terminal.Folder.Write("news.txt", "“The lithium stays here,” President Gábor Borić said.");
        CommandResult read = await terminal.RunAsync(["read", "--record", "~/r.db", "~/news.txt"]);
        Assert.Equal(0, read.Code);
        Assert.Contains("reports: 1 new; 1 statements", read.Notes, StringComparison.Ordinal);

        CommandResult again = await terminal.RunAsync(["read", "--record", "~/r.db", "~/news.txt"]);
        Assert.Contains("reports: 1 known already", again.Notes, StringComparison.Ordinal);

        CommandResult statements = await terminal.RunAsync(["statements", "--record", "~/r.db", "--source", "boric", "--about", "lithium", "--json"]);
        JsonElement row = Assert.Single(JsonDocument.Parse(statements.Output).RootElement.EnumerateArray());
        Assert.Equal("“The lithium stays here,”", row.GetProperty("content").GetString());

        CommandResult explained = await terminal.RunAsync(["explain", "--record", "~/r.db", row.GetProperty("id").GetString()!]);
        Assert.Contains("[content “The lithium stays here,”] [source President Gábor Borić] [cue said].", explained.Output, StringComparison.Ordinal);
        Assert.Contains("cues:say", explained.Output, StringComparison.Ordinal);

        CommandResult exported = await terminal.RunAsync(["export", "--jsonl", "--record", "~/r.db"]);
        Assert.Equal((await terminal.RunAsync(["extract", "~/news.txt"])).Output, exported.Output);
    }

    [Fact]
    public async Task Csv_has_a_header_and_disarms_formulas()
    {
        terminal.Folder.Write("news.txt", "=HYPERLINK said, “No.”");
        await terminal.RunAsync(["read", "--record", "~/r.db", "~/news.txt", "--manifest", terminal.Folder.Write("m.csv", "name,outlet\nnews.txt,=1+1\n")]);
        string[] lines = (await terminal.RunAsync(["reports", "--record", "~/r.db", "--csv"])).Output.Split('\n');
        Assert.StartsWith("id,published,outlet,", lines[0], StringComparison.Ordinal);
        Assert.Contains("'=1+1", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_terminal_would_obey_reaches_it()
    {
        terminal.Folder.Write("news.txt", "“Red \u001b[31m alert\u202e,” he said.");
        await terminal.RunAsync(["read", "--record", "~/r.db", "~/news.txt"]);
        string table = (await terminal.RunAsync(["statements", "--record", "~/r.db"])).Output;
        Assert.DoesNotContain('\u001b', table);
        Assert.DoesNotContain('\u202e', table);
        Assert.Contains("alert", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_gives_dates_and_its_absent_names_are_told()
    {
        terminal.Folder.Write("in/a.txt", "“No,” he said.");
        string manifest = terminal.Folder.Write("m.csv", "name,published,outlet\na.txt,2024-05-02,The Ledger\ngone.txt,2024-05-03,\n");
        CommandResult result = await terminal.RunAsync(["extract", "--manifest", manifest, "~/in"]);
        Assert.Equal(1, result.Code);
        Assert.Equal("not read: gone.txt: the manifest names it on line 3, but it is not among the inputs\n", result.Notes);
        JsonElement report = JsonDocument.Parse(result.Output).RootElement.GetProperty("report");
        Assert.Equal("2024-05-02", report.GetProperty("published").GetString());
        Assert.Equal("input", report.GetProperty("anchorDateFrom").GetString());
        Assert.Equal("The Ledger", report.GetProperty("outlet").GetString());
    }

    [Fact]
    public async Task An_interrupted_reading_ends_well_and_goes_on_when_run_again()
    {
        for (int i = 0; i < 40; i++) terminal.Folder.Write($"in/{i:00}.txt", $"“No {i},” he said.");
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        CommandResult result = await terminal.RunAsync(["read", "--record", "~/r.db", "~/in"], interrupt: interrupt.Token);
        Assert.Equal(1, result.Code);
        Assert.Contains("Interrupted at", result.Notes, StringComparison.Ordinal);
        Assert.Contains("reports: 40 new", (await terminal.RunAsync(["read", "--record", "~/r.db", "~/in"])).Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s1")]
    [InlineData("3f2a/x1")]
    [InlineData("zzzz/s1")]
    public async Task An_id_that_is_none_is_usage(string id)
    {
        terminal.Folder.Write("a.txt", "“No,” he said.");
        await terminal.RunAsync(["read", "--record", "~/r.db", "~/a.txt"]);
        Assert.Equal(2, (await terminal.RunAsync(["explain", "--record", "~/r.db", id])).Code);
    }

    private static string? Text(string line) => JsonDocument.Parse(line).RootElement.GetProperty("report").GetProperty("text").GetString();
}
