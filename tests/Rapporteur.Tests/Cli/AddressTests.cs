// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Tests.Fetching;

namespace Rapporteur.Tests.Cli;

/// <summary>Addresses on the command line, against a server of the tests' own on loopback.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly TestTerminal terminal = new();
    private readonly LoopbackServer server = new();

    public void Dispose()
    {
        terminal.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task A_page_is_read_with_its_address()
    {
        server.With("/a", "<html><p>“No,” Ana Ruiz said.");
        CommandResult result = await RunAsync("extract", "--allow-private", server.At("/a"));
        Assert.Equal((0, ""), (result.Code, result.Notes));
        JsonElement input = JsonDocument.Parse(result.Output).RootElement.GetProperty("report").GetProperty("input");
        Assert.Equal(server.At("/a"), input.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_charset_that_it_was_sent_with_counts()
    {
        server.With("/a", "<html><meta charset='windows-1252'><p>“Ñandú,” Ana Ruiz said.");
        Assert.Contains("Ñandú", JsonDocument.Parse((await RunAsync("extract", "--allow-private", server.At("/a"))).Output).RootElement.GetProperty("report").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_fetched_again()
    {
        server.With("/a", fields => fields.GetValueOrDefault("If-None-Match") == "\"1\"" ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : LoopbackServer.Response("<html><p>“No,” he said.", fields: "ETag: \"1\"\r\n"));
        string[] read = ["read", "--record", "~/r.db", "--allow-private", server.At("/a")];
        Assert.Contains("reports: 1 new", (await RunAsync(read)).Notes, StringComparison.Ordinal);
        CommandResult again = await RunAsync(read);
        Assert.Equal(0, again.Code);
        Assert.Contains("nothing to read; 1 address unchanged", again.Notes, StringComparison.Ordinal);
        Assert.Contains("reports: 1 read anew", (await RunAsync([.. read, "--actors", terminal.Folder.Write("own.csv", "name,code,kind,from,to\nAna Ruiz,ZEDGOV,person,,\n")])).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_is_fetched_again()
    {
        server.With("/a", fields => LoopbackServer.Response(fields.ContainsKey("If-None-Match") ? "<html><p>“Yes,” she said." : "<html></html>", fields: "ETag: \"1\"\r\n"));
        string[] read = ["read", "--record", "~/r.db", "--allow-private", server.At("/a")];
        Assert.Contains("the page holds no text", (await RunAsync(read)).Notes, StringComparison.Ordinal);
        Assert.Contains("the page holds no text", (await RunAsync(read)).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_gives_its_entries_by_their_own_addresses_wherever_they_stand()
    {
        string[] read = ["read", "--record", "~/r.db", "--allow-private", server.At("/feed")];
        server.With("/feed", Feed("a"), "application/rss+xml");
        Assert.Contains("reports: 1 new", (await RunAsync(read)).Notes, StringComparison.Ordinal);
        server.With("/feed", Feed("b", "a"), "application/rss+xml");
        Assert.Contains("reports: 1 new, 1 known already", (await RunAsync(read)).Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("/a", server.Asked);
    }

    [Fact]
    public async Task Feeds_are_followed_to_their_pages_once()
    {
        string[] read = ["read", "--record", "~/r.db", "--allow-private", "--follow", server.At("/feed")];
        server.With("/feed", Feed("a", "b"), "application/rss+xml").With("/a", "<html><title>Page a</title><p>“The whole of a,” she said.").With("/b", "", status: "410 Gone");
        CommandResult first = await RunAsync(read);
        Assert.Contains($"not read: {server.At("/b")}: the server answers 410 Gone", first.Notes, StringComparison.Ordinal);
        string statements = (await RunAsync("statements", "--record", "~/r.db", "--csv")).Output;
        Assert.Contains("The whole of a", statements, StringComparison.Ordinal);
        Assert.DoesNotContain("In short: a", statements, StringComparison.Ordinal);
        Assert.Contains("In short: b", statements, StringComparison.Ordinal);
        Assert.Contains("2024-09-12", statements, StringComparison.Ordinal);
        server.Asked.Clear();
        await RunAsync(read);
        Assert.Equal(["/robots.txt", "/feed", "/b"], server.Asked);
    }

    [Fact]
    public async Task Links_of_a_feed_are_seen_from_the_feed_and_entries_without_one_are_read_as_they_are()
    {
        server.With("/news/feed", "<rss><channel><title>F</title><item><title>A</title><link>a.html</link><description>“In short,” he said.</description></item><item><title>B</title><description>“Without a link,” she said.</description></item></channel></rss>", "application/rss+xml")
            .With("/news/a.html", "<html><p>“At length,” he said.");
        CommandResult result = await RunAsync("extract", "--allow-private", "--follow", server.At("/news/feed"));
        Assert.Equal((0, ""), (result.Code, result.Notes));
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Contains("At length", lines[0], StringComparison.Ordinal);
        Assert.Contains("Without a link", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task An_archive_of_which_a_file_could_not_be_read_is_fetched_again()
    {
        string json = "[{\"text\":\"“No,” he said.\"},{\"words\":1}]";
        server.With("/a", fields => fields.ContainsKey("If-None-Match") ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : LoopbackServer.Response(json, "application/json", fields: "ETag: \"1\"\r\n"));
        string[] read = ["read", "--record", "~/r.db", "--allow-private", server.At("/a")];
        Assert.Contains("1 new, 1 not read", (await RunAsync(read)).Notes, StringComparison.Ordinal);
        Assert.Contains("1 known already, 1 not read", (await RunAsync(read)).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_interrupted_is_fetched_again()
    {
        using var interrupt = new CancellationTokenSource();
        server.With("/a", fields =>
        {
            if (fields.ContainsKey("If-None-Match")) return "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n";
            interrupt.Cancel();
            return LoopbackServer.Response("<html><p>“No,” he said.", fields: "ETag: \"1\"\r\n");
        });
        string[] read = ["read", "--record", "~/r.db", "--allow-private", server.At("/a")];
        Assert.Contains("Interrupted at", (await terminal.RunAsync(read, clock: new SkippingClock(), interrupt: interrupt.Token)).Notes, StringComparison.Ordinal);
        Assert.Contains("reports: 1 new", (await RunAsync(read)).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_is_not_asked_unless_that_is_allowed()
    {
        CommandResult result = await RunAsync("extract", server.At("/a"));
        Assert.Equal(1, result.Code);
        Assert.Contains("--allow-private asks it all the same", result.Notes, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
        Assert.Contains("only http and https addresses are read, not ftp", (await RunAsync("extract", "ftp://ledger.example/a")).Notes, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => terminal.RunAsync(arguments, clock: new SkippingClock());

    private string Feed(params string[] names)
        => "<rss><channel><title>The Ledger</title>" + string.Concat(names.Select(n => $"<item><title>Item {n}</title><link>{server.At("/" + n)}</link><pubDate>Thu, 12 Sep 2024 06:30:00 GMT</pubDate><description>“In short: {n},” he said.</description></item>")) + "</channel></rss>";
}
