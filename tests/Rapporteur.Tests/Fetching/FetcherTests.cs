// SPDX-License-Identifier: Apache-2.0

using System.Net;
using System.Text;
using Rapporteur.Fetching;
using Rapporteur.Tests.Cli;

namespace Rapporteur.Tests.Fetching;

/// <summary>Against a server of the tests' own on loopback.</summary>
public sealed class FetcherTests : IDisposable
{
    private readonly LoopbackServer server = new();
    private readonly SkippingClock clock = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task An_answer_has_its_bytes_charset_and_marks()
    {
        server.With("/a", "“No”", "text/plain; charset=\"utf-8\"", fields: "ETag: W/\"1\"\r\nLast-Modified: Thu, 02 May 2024 08:00:00 GMT\r\n");
        var page = Assert.IsType<FetchResult.Fetched>(await FetchAsync("/a"));
        Assert.Equal(("“No”", "utf-8", "W/\"1\"", "Thu, 02 May 2024 08:00:00 GMT"), (Encoding.UTF8.GetString(page.Body), page.Charset, page.ETag, page.LastModified));
        Assert.Equal($"Rapporteur/{ReaderVersion.Program}", server.LastFields["User-Agent"]);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_told()
    {
        server.With("/a", fields => fields.GetValueOrDefault("If-None-Match") == "\"1\"" ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : LoopbackServer.Response("x"));
        Assert.IsType<FetchResult.Unchanged>(await FetchAsync("/a", etag: "\"1\""));
        Assert.IsType<FetchResult.Fetched>(await FetchAsync("/a", etag: "\"2\""));
    }

    [Fact]
    public async Task Redirects_are_followed_up_to_a_limit()
    {
        server.With("/a", "", status: "301 Moved", fields: "Location: /b\r\n").With("/b", "x").With("/c", "", status: "302 Found", fields: "Location: /c\r\n");
        Assert.Equal(server.At("/b"), Assert.IsType<FetchResult.Fetched>(await FetchAsync("/a")).Address.AbsoluteUri);
        Assert.Equal("it leads on more than 5 times", Reason(await FetchAsync("/c")));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x", "only http and https addresses are read, not ftp")]
    [InlineData("file:///etc/passwd", "only http and https addresses are read, not file")]
    [InlineData("http://user:secret@127.0.0.1/", "it holds a user name or a password")]
    public async Task Redirects_to_what_is_never_read_are_refused(string location, string reason)
    {
        server.With("/a", "", status: "302 Found", fields: $"Location: {location}\r\n");
        string told = Reason(await FetchAsync("/a"));
        Assert.Contains(reason, told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost/", null)]
    [InlineData("HTTPS://ledger.example/", null)]
    [InlineData("gopher://ledger.example/", "only http and https")]
    [InlineData("https://a:b@ledger.example/", "user name or a password")]
    [InlineData("http://", "no well-formed address")]
    public void Addresses_that_are_never_asked_are_told(string address, string? reason)
    {
        if (reason is null) Assert.Null(Fetcher.Refusal(address));
        else Assert.Contains(reason, Fetcher.Refusal(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    public async Task This_machine_is_asked_only_if_that_is_allowed(string host)
    {
        using var fetcher = new Fetcher(new FetchOptions(), clock);
        Assert.Contains("private network or on this machine", Reason(await fetcher.FetchAsync(new Uri($"http://{host}:{server.Port}/a"), null, null, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_asked_even_the_second_time()
    {
        int asked = 0;
        // 203.0.113.1 is nobody's; the name leads there for the look before, and to this machine for the connection.
        using var fetcher = new Fetcher(new FetchOptions { Resolve = (_, _) => Task.FromResult<IPAddress[]>(asked++ == 0 ? [IPAddress.Parse("203.0.113.1")] : [IPAddress.Loopback]) }, clock);
        for (int i = 0; i < 2; i++) Assert.Contains("private network", Reason(await fetcher.FetchAsync(new Uri($"http://ledger.example:{server.Port}/a"), null, null, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(2, asked);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_honored()
    {
        server.With("/robots.txt", "User-agent: *\nDisallow: /no", "text/plain").With("/no", "x").With("/yes", "x").With("/leads", "", status: "302 Found", fields: "Location: /no\r\n");
        using var fetcher = NewFetcher();
        Assert.Contains("does not allow it", Reason(await FetchAsync("/no", fetcher: fetcher)), StringComparison.Ordinal);
        Assert.IsType<FetchResult.Fetched>(await FetchAsync("/yes", fetcher: fetcher));
        Assert.Contains("does not allow it", Reason(await FetchAsync("/leads", fetcher: fetcher)), StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/yes", "/leads"], server.Asked);
    }

    [Fact]
    public async Task A_host_whose_robots_txt_fails_is_left_alone()
    {
        server.With("/robots.txt", "", status: "503 Busy").With("/a", "x");
        Assert.Contains("can't be had", Reason(await FetchAsync("/a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_is_asked_once_a_second()
    {
        server.With("/a", "x");
        using var fetcher = NewFetcher();
        for (int i = 0; i < 5; i++) await FetchAsync("/a", fetcher: fetcher);
        Assert.InRange(clock.Skipped, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Limits_of_size_and_time_hold()
    {
        server.With("/large", new string('x', 3 << 20)).With("/bomb", _ => "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 3 << 20)).With("/slow", _ => "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
        var options = new FetchOptions { AllowPrivate = true, MaxBytes = 1 << 20 };
        using var small = new Fetcher(options, clock);
        Assert.Equal("it is larger than 1 MB", Reason(await FetchAsync("/large", fetcher: small)));
        Assert.Equal("it is larger than 1 MB", Reason(await FetchAsync("/bomb", fetcher: small)));
        Assert.IsType<FetchResult.Failed>(await FetchAsync("/slow", fetcher: small));
    }

    [Fact]
    public async Task What_the_server_answers_is_told()
    {
        server.With("/a", "", status: "429 Too Many Requests", fields: "Retry-After: 120\r\n");
        Assert.Equal("the server answers 429 Too Many Requests; it asks to come back in 120 s", Reason(await FetchAsync("/a")));
        Assert.StartsWith("the server answers 404", Reason(await FetchAsync("/none")), StringComparison.Ordinal);
    }

    private Fetcher NewFetcher() => new(new FetchOptions { AllowPrivate = true }, clock);

    private async Task<FetchResult> FetchAsync(string path, string? etag = null, Fetcher? fetcher = null)
    {
        if (fetcher is not null) return await fetcher.FetchAsync(new Uri(server.At(path)), etag, null, TestContext.Current.CancellationToken);
        using Fetcher own = NewFetcher();
        return await own.FetchAsync(new Uri(server.At(path)), etag, null, TestContext.Current.CancellationToken);
    }

    private static string Reason(FetchResult result) => Assert.IsType<FetchResult.Failed>(result).Reason;
}
