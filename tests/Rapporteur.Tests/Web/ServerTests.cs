// SPDX-License-Identifier: Apache-2.0

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rapporteur.Web.Serving;

namespace Rapporteur.Tests.Web;

/// <summary>What the server answers to programs, to strangers, and to what is too large.</summary>
public sealed class ServerTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Every_answer_forbids_scripts_of_others_and_frames()
    {
        foreach (string path in new[] { "/", "/nothing", "/api/v1/", "/api/v1/nothing", "/statements" })
        {
            using HttpResponseMessage answer = await web.Client.GetAsync(path);
            string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:9", HttpStatusCode.OK)]
    [InlineData("news.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.news.example", HttpStatusCode.BadRequest)]
    public async Task A_name_that_another_gave_to_this_machine_is_refused(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await web.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/read")]
    [InlineData("/api/v1/reports")]
    [InlineData("/mcp")]
    public async Task Another_site_may_not_send_anything(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("“No,” he said.", Encoding.UTF8, "text/plain") };
        request.Headers.Add("Origin", "http://news.example");
        using HttpResponseMessage answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("“No,” he said."), "text" } };
        using HttpResponseMessage answer = await web.Client.PostAsync("/read", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_of_ten_megabytes_is_refused()
    {
        byte[] body = Encoding.ASCII.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{new string('n', 10 << 20)}.txt\"\r\n\r\nYes.\r\n--x--\r\n");
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using HttpResponseMessage answer = await web.Client.PostAsync("/read", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_report_of_one_endless_name_is_read_and_its_pages_stay_small()
    {
        string endless = new('N', 10 << 20);
        using HttpResponseMessage answer = await web.Client.PostAsJsonAsync("/api/v1/reports", new { text = $"“No,” said Mr {endless[..200_000]}.", outlet = endless, title = endless, name = endless });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await web.Client.GetStringAsync("/reports")).Length < 200_000);
        Assert.True((await web.Client.GetStringAsync("/statements")).Length < 400_000);
        Assert.True((await web.Client.GetStringAsync("/sources")).Length < 200_000);
    }

    [Fact]
    public async Task No_folder_of_the_machine_is_shown()
    {
        JsonElement reports = await web.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports?limit=500");
        Assert.DoesNotContain("secret", reports.ToString(), StringComparison.Ordinal);
        string id = reports.GetProperty("rows").EnumerateArray().First(r => r.GetProperty("input").GetString() == "page.html").GetProperty("id").GetString()!;
        string report = await web.Client.GetStringAsync("/api/v1/reports/" + id);
        Assert.Equal("page.html", JsonDocument.Parse(report).RootElement.GetProperty("report").GetProperty("input").GetProperty("name").GetString());
        Assert.DoesNotContain("secret", report + await web.Client.GetStringAsync("/report/" + id) + await web.Client.GetStringAsync("/statements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_entry_once()
    {
        JsonElement whole = await web.Client.GetFromJsonAsync<JsonElement>("/api/v1/statements?min-confidence=0&limit=500");
        List<string> all = [.. whole.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("address").GetString()!)], paged = [];
        string? next = null;
        do
        {
            JsonElement page = await web.Client.GetFromJsonAsync<JsonElement>($"/api/v1/statements?min-confidence=0&limit=7&after={next}");
            paged.AddRange(page.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("address").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.True(all.Count > 100);
        Assert.Equal(all, paged);
        Assert.Equal(all.Count, paged.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/v1/statements?limit=0")]
    [InlineData("/api/v1/statements?since=yesterday")]
    [InlineData("/api/v1/statements?act=sing")]
    [InlineData("/api/v1/search?q=%22")]
    public async Task What_makes_no_sense_is_told_as_a_problem(string path)
    {
        using HttpResponseMessage answer = await web.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/events")]
    [InlineData("/api/v1/events?actor=FRA&type=ACCUSE&reality=asserted")]
    [InlineData("/api/v1/figures?of=workers")]
    [InlineData("/api/v1/relations?actor=Emmanuel%20Macron")]
    [InlineData("/api/v1/places")]
    [InlineData("/api/v1/actors")]
    [InlineData("/api/v1/actors/Emmanuel%20Macron")]
    [InlineData("/api/v1/search?q=harbor")]
    [InlineData("/api/v1/statements?speaker=Emmanuel%20Macron&country=FRA&sector=GOV&outlet=ledger&unnamed=")]
    public async Task Every_list_answers(string path)
    {
        using HttpResponseMessage answer = await web.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/actor?name=Nobody%20Atall", "Nobody called")]
    [InlineData("/report/abcdef123456", "no such report")]
    [InlineData("/nothing", "nothing at this address")]
    public async Task What_is_not_there_is_said(string path, string words)
    {
        using HttpResponseMessage answer = await web.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_is_described()
    {
        JsonElement document = await web.Client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json");
        JsonElement statements = document.GetProperty("paths").GetProperty("/api/v1/statements").GetProperty("get");
        Assert.Contains(statements.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "about");
    }

    [Fact]
    public async Task A_posted_text_is_extracted_as_on_the_command_line()
    {
        const string text = "“The lithium stays here,” President Gábor Borić said.";
        using HttpResponseMessage answer = await web.Client.PostAsync("/api/v1/extract", new StringContent(text, Encoding.UTF8, "text/plain"));
        byte[] expected = new RapporteurReader().ReadAll(text, new ReadOptions { InputName = "posted" })[0].ToJson();
        Assert.Equal(Encoding.UTF8.GetString(expected) + "\n", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Tools_for_language_models_cite_words_outlet_and_date()
    {
        string names = await McpAsync("tools/list", new { });
        foreach (string tool in new[] { "search", "statements", "dossier", "explain" }) Assert.Contains($"\"name\":\"{tool}\"", names, StringComparison.Ordinal);
        string said = await McpAsync("tools/call", new { name = "statements", arguments = new { source = "macron", about = "tariff" } });
        Assert.Contains("The tariff is a mistake", said, StringComparison.Ordinal);
        Assert.Contains("The Ledger", said, StringComparison.Ordinal);
        Assert.Contains("2024-06-01", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_this_machine_a_token_is_demanded_told_once_and_kept_hashed()
    {
        using var folder = new TestFolder();
        List<string> notes = [];
        var options = new ServeOptions { Record = folder.Path("r.db"), Address = IPAddress.Any, Port = 0, Note = notes.Add };
        await using (WebServer server = await WebServer.StartAsync(options))
        {
            string token = notes.Single(n => n.StartsWith("Token", StringComparison.Ordinal)).Split(' ')[^1];
            Assert.DoesNotContain(token, await File.ReadAllTextAsync(folder.Path("r.db.token")), StringComparison.Ordinal);
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = server.Address };
            Assert.Equal("/enter", (await client.GetAsync("/")).Headers.Location?.OriginalString);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/mcp", null)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/enter", new FormUrlEncodedContent([new("token", "guess")]))).StatusCode);
            using (var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/"))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
            }

            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/enter", new FormUrlEncodedContent([new("token", token)]))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        }

        notes.Clear();
        await using WebServer again = await WebServer.StartAsync(options);
        Assert.DoesNotContain(notes, n => n.StartsWith("Token (", StringComparison.Ordinal));
    }

    private async Task<string> McpAsync(string method, object parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method, @params = parameters }) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2025-06-18");
        using HttpResponseMessage answer = await web.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
