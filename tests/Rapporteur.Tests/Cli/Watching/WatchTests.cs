// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Cli.Watching;
using Rapporteur.Tests.Fetching;

namespace Rapporteur.Tests.Cli.Watching;

public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestTerminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task Once_reads_what_is_new_and_ends()
    {
        string[] watch = ["watch", "--once", "--record", "~/r.db", "~/in"];
        terminal.Folder.Write("in/a.txt", "“One,” he said.");
        CommandResult first = await RunAsync(watch);
        Assert.Equal(0, first.Code);
        Assert.Contains("reports: 1 new", first.Notes, StringComparison.Ordinal);
        terminal.Folder.Write("in/b.txt", "“Two,” he said.");
        Assert.Contains("reports: 1 new, 1 known already", (await RunAsync(watch)).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_told_and_the_rest_read()
    {
        terminal.Folder.Write("in/a.txt", "%PNG\0");
        terminal.Folder.Write("in/b.txt", "“Two,” he said.");
        CommandResult result = await RunAsync("watch", "--once", "--record", "~/r.db", "~/in");
        Assert.Equal(1, result.Code);
        Assert.Contains("not read: ~/in/a.txt: it is binary data", result.Notes, StringComparison.Ordinal);
        Assert.Contains("reports: 1 new, 1 not read", result.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_read_and_unchanged_ones_cost_no_run()
    {
        using var server = new LoopbackServer();
        server.With("/feed", fields => fields.GetValueOrDefault("If-None-Match") == "\"1\"" ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
            : LoopbackServer.Response("<rss><channel><title>F</title><item><title>A</title><link>https://ledger.example/a</link><description>“No,” he said.</description></item></channel></rss>", "application/rss+xml", fields: "ETag: \"1\"\r\n"));
        string[] watch = ["watch", "--once", "--allow-private", "--record", "~/r.db", server.At("/feed")];
        Assert.Contains("reports: 1 new", (await RunAsync(watch)).Notes, StringComparison.Ordinal);
        Assert.Contains("nothing to read; 1 address unchanged", (await RunAsync(watch)).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_read_as_they_come_until_it_is_stopped()
    {
        terminal.Folder.Write("in/a.txt", "“One,” he said.");
        using var stop = new CancellationTokenSource();
        Task<CommandResult> watching = Task.Run(() => terminal.RunAsync(["watch", "--verbose", "--record", "~/r.db", "~/in"], interrupt: stop.Token));
        await UntilAsync("One");
        terminal.Folder.Write("in/below/b.txt", "“Two,” he said.");
        await UntilAsync("Two");
        await stop.CancelAsync();
        CommandResult result = await watching.WaitAsync(Patience);
        Assert.Equal(0, result.Code);
        Assert.Contains("watching ~/in for ~/r.db (Ctrl-C ends it)", result.Notes, StringComparison.Ordinal);
        Assert.Contains("~/r.db: reports: 2 new", result.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_due_once_it_has_stopped_growing()
    {
        string path = terminal.Folder.Write("in/a.txt", "One");
        var clock = new Moving();
        var files = new WatchedFiles([terminal.Folder.Path("in")], clock);
        Assert.Empty(files.Due());
        Assert.True(files.IsWaiting);
        clock.Move(WatchedFiles.Settling);
        File.AppendAllText(path, " and two");
        Assert.Empty(files.Due());
        clock.Move(WatchedFiles.Settling);
        Assert.Equal([path], files.Due());
        Assert.False(files.IsWaiting);
        clock.Move(TimeSpan.FromHours(1));
        Assert.Empty(files.Due());
        File.AppendAllText(path, " and three");
        Assert.Equal([path], files.Due());              // nobody has written to it for an hour
        files.Forget(path);
        Assert.Equal([path], files.Due());
    }

    [Fact]
    public void Addresses_are_due_again_after_a_while()
    {
        var clock = new Moving();
        var addresses = new WatchedAddresses(["https://a.example/", "https://b.example/"], TimeSpan.FromMinutes(15), clock);
        Assert.Equal(2, addresses.Due().Count);
        Assert.Empty(addresses.Due());
        clock.Move(TimeSpan.FromMinutes(14));
        Assert.Equal(TimeSpan.FromMinutes(1), addresses.UntilNext);
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(2, addresses.Due().Count);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => terminal.RunAsync(arguments, clock: new SkippingClock());

    /// <summary>Waits until the record tells of some words.</summary>
    private async Task UntilAsync(string words)
    {
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < end)
        {
            if ((await terminal.RunAsync(["statements", "--csv", "--record", "~/r.db"])).Output.Contains(words, StringComparison.Ordinal)) return;
            await Task.Delay(200);
        }

        Assert.Fail($"“{words}” was not read.");
    }

    private sealed class Moving : TimeProvider
    {
        private TimeSpan moved;

        public void Move(TimeSpan by) => moved += by;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => moved.Ticks;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + moved;
    }
}
