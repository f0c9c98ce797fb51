// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Fetching;

namespace Rapporteur.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /private/\n", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private/\n", "/privates", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a", true)]
    [InlineData("User-agent: *\nDisallow: /*/print", "/news/1/print?x=1", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Rapporteur\nAllow: /", "/a", true)]
    [InlineData("user-agent: rapporteur # us\ndisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nUser-agent: RAPPORTEUR/1.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void Rules_are_those_of_the_standard(string text, string path, bool allowed)
        => Assert.Equal(allowed, RobotsRules.Parse(text, "Rapporteur").Allow(new Uri("https://ledger.example" + path)));

    [Fact]
    public void Any_text_is_read()
        => Gen.OneOf(Gen.Int[0, 14].Select(i => new[] { "User-agent:", "*", "Rapporteur", "Disallow:", "Allow:", "Crawl-delay:", "/", "$", "\n", "\r", "#", ":", "-1", "1e9", "\0" }[i]), Gen.String[0, 5]).Array[0, 40].Select(string.Concat)
            .Sample(text => RobotsRules.Parse(text, "Rapporteur").Allow(new Uri("https://ledger.example/a/b.html?c=d*$")), iter: 2000);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 9999", 60)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    public void A_host_may_want_more_time(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RobotsRules.Parse(text, "Rapporteur").Delay);
}
