// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Tests.Fetching;
using Rapporteur.Web.Reading;
using Rapporteur.Web.Serving;

namespace Rapporteur.Tests.Web;

/// <summary>What the form of the first page makes of addresses.</summary>
public sealed partial class AddressFormTests : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly LoopbackServer outlet = new();

    public async ValueTask DisposeAsync()
    {
        outlet.Dispose();
        folder.Dispose();
        await ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("https://ledger.example/a", 1)]
    [InlineData("https://ledger.example/a\n\n  http://ledger.example/b  \n", 2)]
    [InlineData("https://ledger.example/a\nThe mayor said no.", 0)]
    [InlineData("https://ledger.example/a says the mayor", 0)]
    [InlineData("The mayor said no.", 0)]
    public void A_text_is_addresses_only_if_each_line_is_one(string text, int expected) => Assert.Equal(expected, StoryAddresses.In(text).Count);

    [Fact]
    public async Task An_address_of_this_machine_is_not_asked_for()
    {
        outlet.With("/ferry", "<html><body><p>“The ferry will run again,” Ana Ruiz said.</p></body></html>");
        Assert.Contains("--allow-private", await PostAsync(outlet.At("/ferry"), allowsPrivate: false), StringComparison.Ordinal);
        Assert.Empty(outlet.Asked);
    }

    [Fact]
    public async Task No_more_than_twenty_addresses_are_asked_for()
    {
        outlet.With("/a", "<html><body><p>“The ferry will run again,” Ana Ruiz said.</p></body></html>");
        string page = await PostAsync(string.Join('\n', Enumerable.Repeat("ftp://ledger.example/a", 20).Append(outlet.At("/a"))), allowsPrivate: true);
        Assert.Equal(20, Regex.Count(page, "only http and https"));
        Assert.Contains("no more than 20", page, StringComparison.Ordinal);
        Assert.Empty(outlet.Asked);
    }

    /// <summary>Sends the form, and gives the page it leads to.</summary>
    private async Task<string> PostAsync(string text, bool allowsPrivate)
    {
        await using WebServer server = await WebServer.StartAsync(new ServeOptions { Record = folder.Path("form.db"), Port = 0, AllowsPrivate = allowsPrivate, Note = static _ => { } });
        using var client = new HttpClient { BaseAddress = server.Address };
        string home = await client.GetStringAsync("/");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(home).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent(text), "text" },
        };
        using HttpResponseMessage answer = await client.PostAsync("/read", form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
