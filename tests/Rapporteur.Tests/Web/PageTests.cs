// SPDX-License-Identifier: Apache-2.0

using Deque.AxeCore.Playwright;
using System.Text.Json;
using Microsoft.Playwright;
using Rapporteur.Tests.Fetching;

namespace Rapporteur.Tests.Web;

/// <summary>Every page in a real browser, wide and narrow, light and dark; and the main tasks.</summary>
public sealed class PageTests(WebFixture web) : IClassFixture<WebFixture>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/statements", "/statements?by=speaker", "/statements?source=moe&about=paper", "/statements?about=nothing-of-the-kind", "/search?q=harbor", "/actors", "/actor?name=Emmanuel%20Macron",
        "/events", "/events?view=matrix", "/events?view=map", "/figures", "/sources", "/network", "/network?since=2024&until=2024-06", "/map", "/map?since=2024", "/reports", "/about", "/about/accuracy", "/about/codebook/statements", "/api", "REPORT", "REPORT?layer=statements&layer=actors", "WHY",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_asks_nobody_else_and_fits_its_window(string path)
    {
        string report = await ReportAsync();
        path = path.Replace("REPORT", report, StringComparison.Ordinal).Replace("WHY", report + "/why/s1", StringComparison.Ordinal);
        foreach ((int width, bool dark) in new[] { (1360, false), (390, true) })
        {
            await using WatchedPage watched = await web.OpenAsync(path, width, dark);
            Assert.Empty(watched.Faults);
            Assert.True(await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, "the page is wider than its window");
            var found = await watched.Page.RunAxe();
            Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"));
            Assert.Equal(1, await watched.Page.Locator("h1").CountAsync());
            Assert.NotEmpty(await watched.Page.TitleAsync());
        }
    }

    [Fact]
    public async Task A_story_is_pasted_and_a_quotation_copied()
    {
        await using WatchedPage watched = await web.OpenAsync("/");
        await watched.Page.FillAsync("textarea", "“We will open the archive in May,” Ana Ruiz, the mayor of Lima, said on Tuesday. She denied that papers were burned.");
        await watched.Page.FillAsync("input[name=outlet]", "The Evening Post");
        await watched.Page.FillAsync("input[name=published]", "2024-03-05");
        await watched.Page.ClickAsync("button:text('Read')");
        await watched.Page.WaitForURLAsync("**/report/*");
        await watched.Page.ClickAsync("[data-copy] >> nth=0");
        // the note that it was copied goes away by itself, so wait for what was copied
        await watched.Page.WaitForFunctionAsync("navigator.clipboard.readText().then(text => text.length > 0)");
        string copied = await watched.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(@"^“We will open the archive in May,” — Ana Ruiz, the mayor of Lima\. The Evening Post, 5 March 2024\. http://\S+/report/[0-9a-f]{64}#s1$", copied);
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task An_address_is_pasted_or_dropped_in_a_storys_place()
    {
        using LoopbackServer outlet = new LoopbackServer().With("/ferry", "<html><head><title>Ferry</title></head><body><article><p>“The ferry will run again in June,” Ana Ruiz, the mayor of Lima, said on Tuesday.</p></article></body></html>");
        await using WatchedPage watched = await web.OpenAsync("/");
        await watched.Page.FillAsync("textarea", outlet.At("/ferry"));
        await watched.Page.ClickAsync("button:text('Read')");
        await watched.Page.WaitForURLAsync("**/report/*");
        string report = watched.Page.Url;
        Assert.Contains("Ana Ruiz", await watched.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await watched.Page.GotoAsync("/");
        await watched.Page.FillAsync("textarea", "What somebody writes");
        await DropAsync();
        Assert.Equal("What somebody writes", await watched.Page.InputValueAsync("textarea"));
        await watched.Page.FillAsync("textarea", "");
        await DropAsync();
        await watched.Page.WaitForURLAsync("**/report/*");
        Assert.Equal(report, watched.Page.Url);
        Assert.Empty(watched.Faults);

        Task DropAsync() => watched.Page.EvaluateAsync("""
            address => {
              const data = new DataTransfer();
              data.setData("text/uri-list", "# a list\r\n" + address);
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, outlet.At("/ferry"));
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("figures")]
    [InlineData("relations")]
    public async Task Every_kind_of_entry_tells_why_it_is_there(string list)
    {
        using var page = JsonDocument.Parse(await web.Client.GetStringAsync($"/api/v1/{list}", TestContext.Current.CancellationToken));
        JsonElement row = page.RootElement.GetProperty("rows")[0];
        string address = $"/report/{row.GetProperty("report").GetString()}/why/{row.GetProperty("id").GetString()}";
        Assert.Contains($"<td>{list}</td>", await web.Client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var told = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1" + address.Replace("/report/", "/reports/", StringComparison.Ordinal), TestContext.Current.CancellationToken));
        Assert.NotEqual(0, told.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Theory]
    [InlineData("/reports")]
    [InlineData("/statements?about=nothing-of-the-kind")]
    [InlineData("/figures")]
    public async Task A_list_that_fits_a_page_has_no_further_one(string path)
        => Assert.DoesNotContain("rel=\"next\"", await web.Client.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task Files_are_read_and_what_can_not_be_read_is_named()
    {
        await using WatchedPage watched = await web.OpenAsync("/");
        await watched.Page.SetInputFilesAsync("input[type=file]",
        [
            new FilePayload { Name = "one.txt", MimeType = "text/plain", Buffer = "“The levee held,” the engineer said."u8.ToArray() },
            new FilePayload { Name = "two.bin", MimeType = "application/octet-stream", Buffer = [0, 1, 2, 3, 0, 0, 255, 254, 0] },
        ]);
        await watched.Page.ClickAsync("button:text('Read')");
        await watched.Page.WaitForURLAsync("**/read/*");
        Assert.Contains("two.bin", await watched.Page.InnerTextAsync(".failures"), StringComparison.Ordinal);
        Assert.Contains("The levee held", await watched.Page.InnerTextAsync(".reports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_said_about_something_is_found_and_opens_at_its_words()
    {
        await using WatchedPage watched = await web.OpenAsync("/statements");
        await watched.Page.FillAsync(".filters input[name=source]", "macron");
        await watched.Page.FillAsync(".filters input[name=about]", "tariff");
        await watched.Page.ClickAsync(".filters button");
        await watched.Page.ClickAsync(".statements blockquote a");
        await watched.Page.WaitForURLAsync("**/report/*#s1");
        Assert.Contains("“The tariff is a mistake,”", await watched.Page.InnerTextAsync(".text .is-on >> nth=0"), StringComparison.Ordinal);
        Assert.Equal("card-s1", await watched.Page.GetAttributeAsync(".card.is-on", "id"));
    }

    [Fact]
    public async Task An_event_opens_at_its_words()
    {
        await using WatchedPage watched = await web.OpenAsync("/events");
        IPage page = watched.Page;
        ILocator words = page.Locator("main section.answer > .scroll tbody a[href*='/report/']").First;
        string trigger = await words.InnerTextAsync();
        await words.ClickAsync();
        await page.WaitForURLAsync("**/report/**");
        Assert.Contains(trigger, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_and_the_matrix_are_filtered_in_time()
    {
        await using WatchedPage watched = await web.OpenAsync("/map");
        IPage page = watched.Page;
        int all = await page.Locator("figure.chart tbody tr").CountAsync();
        await page.GetByLabel("Since").FillAsync("2024-06");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync("**/map?since=2024-06**");
        int few = await page.Locator("figure.chart tbody tr").CountAsync();
        Assert.InRange(few, 1, all - 1);

        await page.GotoAsync(new Uri(web.Server.Address, "/events?view=matrix&since=1900").ToString());
        Assert.NotEqual(0, await page.Locator("figure.chart tbody tr").CountAsync());
        await page.GotoAsync(new Uri(web.Server.Address, "/events?view=matrix&until=1900").ToString());
        Assert.Equal(0, await page.Locator("figure.chart tbody tr").CountAsync());
    }

    [Fact]
    public async Task Layers_are_turned_on_and_off_and_the_address_keeps_it()
    {
        await using WatchedPage watched = await web.OpenAsync(await ReportAsync());
        await watched.Page.CheckAsync("input[value=actors]");
        await watched.Page.UncheckAsync("input[value=statements]");
        Assert.Contains("layer=actors", watched.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("layer=statements", watched.Page.Url, StringComparison.Ordinal);
        await watched.Page.ReloadAsync();
        Assert.False(await watched.Page.IsCheckedAsync("input[value=statements]"));
        Assert.True(await watched.Page.IsVisibleAsync("#list-actors"));
    }

    [Fact]
    public async Task An_entry_is_reached_by_keyboard_and_tells_why_it_is_there()
    {
        await using WatchedPage watched = await web.OpenAsync(await ReportAsync() + "#s1");
        await watched.Page.FocusAsync("[data-ref=s1]");
        await watched.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#card-s1", watched.Page.Url, StringComparison.Ordinal);
        await watched.Page.FocusAsync("#card-s1 [data-why]");
        await watched.Page.Keyboard.PressAsync("Enter");
        await watched.Page.WaitForSelectorAsync("#card-s1 .why table");
        Assert.Contains("statements", await watched.Page.InnerTextAsync("#card-s1 .why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_are_shown_and_do_nothing()
    {
        foreach (string path in new[] { "/", "/reports", "/sources", "/statements", "/actors", "/search?q=bridge", "/search?q=%3Cscript%3Ewindow.hit%3D1%3C/script%3E", "/statements?speaker=%22%3E%3Csvg%20onload%3Dwindow.hit%3D1%3E", await HostileAsync() })
        {
            await using WatchedPage watched = await web.OpenAsync(path);
            Assert.Empty(watched.Faults);
            Assert.Equal("undefined", await watched.Page.EvaluateAsync<string>("typeof window.hit"));
            Assert.False(await watched.Page.EvaluateAsync<bool>(@"/[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText)"), path);
        }
    }

    private async Task<string> ReportAsync() => await FindAsync("/reports?outlet=aarholm");

    private async Task<string> HostileAsync() => await FindAsync("/search?q=onerror");

    private async Task<string> FindAsync(string path)
    {
        string html = await web.Client.GetStringAsync(path);
        int at = html.IndexOf("/report/", StringComparison.Ordinal);
        return at < 0 ? "/" : html.Substring(at, "/report/".Length + 64);
    }
}
