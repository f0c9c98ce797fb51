// SPDX-License-Identifier: Apache-2.0

using Microsoft.Playwright;
using Rapporteur.Formats;
using Rapporteur.Store;
using Rapporteur.Store.Writing;
using Rapporteur.Web.Serving;

namespace Rapporteur.Tests.Web;

/// <summary>A page over a record of the samples and of a hostile report, and a browser to look at it.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TestFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Words that would do harm if a page took them for its own.</summary>
    public const string Hostile =
        "“<script>window.hit=1</script> & <img src=x onerror=window.hit=1>,” Mayor <b onclick=window.hit=1>Eve</b> \u202eNoble said.\n\n\"><svg onload=window.hit=1> told reporters that 'the \u2066bridge' is closed.";

    internal WebServer Server { get; private set; } = null!;

    internal List<string> Notes { get; } = [];

    internal HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string record = folder.Path("web.db");
        RecordFile file = RecordFile.OpenOrCreate(record);
        using (var writer = new ReportWriter(file, "", TimeProvider.System))
        {
            var reader = new RapporteurReader();
            foreach (string sample in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Where(f => !f.EndsWith("manifest.csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using FileStream content = File.OpenRead(sample);
                await foreach (var result in reader.ReadManyAsync(new InputReader().Read("/secret/folder/" + Path.GetFileName(sample), content), PreparedReport.From))
                {
                    if (result is ReadResult<PreparedReport>.Read read) writer.Write(read.Value);
                }
            }

            writer.Write(PreparedReport.From(reader.Read(Hostile, new ReadOptions { InputName = "<script>window.hit=1</script>", Outlet = "<i onmouseover=window.hit=1>The \u202eLedger</i>", Title = "</title><script>window.hit=1</script>", Published = "2024-05-02" })));
            writer.Write(PreparedReport.From(reader.Read("“The tariff is a mistake,” Emmanuel Macron said. He warned that Germany would pay for it.", new ReadOptions { InputName = "m", Outlet = "The Ledger", Published = "2024-06-01" })));
            writer.Complete();
        }

        Server = await WebServer.StartAsync(new ServeOptions { Record = record, Port = 0, AllowsPrivate = true, Note = line => { lock (Notes) Notes.Add(line); } });
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Server.Address };
    }

    /// <summary>A page of the browser that takes down what it should not see: errors, and requests to anywhere else.</summary>
    internal async Task<WatchedPage> OpenAsync(string path, int width = 1360, bool dark = false)
    {
        if (browser is null)
        {
            string program = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("The tests need Chromium; ./test installs it on Debian.");
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        }

        IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
            BaseURL = Server.Address.ToString(), Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(60_000);
        IPage page = await context.NewPageAsync();
        var watched = new WatchedPage(page, Server.Address);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Client.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A page of the browser, and what went wrong in it.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    public WatchedPage(IPage page, Uri own)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(own.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Faults.Add("outside: " + request.Url);
        };
    }

    public IPage Page { get; }

    public List<string> Faults { get; } = [];

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
