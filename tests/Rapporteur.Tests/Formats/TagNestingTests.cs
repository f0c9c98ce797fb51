// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Html;

namespace Rapporteur.Tests.Formats;

public class TagNestingTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></b>")]
    [InlineData("<optgroup>")]
    [InlineData("<span><div></span>")]
    [InlineData("<div><table></div>")]
    [InlineData("<div a='>'>")]
    public void Nested_tags_are_counted(string piece) => Assert.True(TagNesting.Of(Repeat(piece, 600), 500).IsTooDeep);

    [Fact]
    public void Formatting_left_open_is_counted_though_its_block_ends()
        => Assert.True(TagNesting.Of(string.Concat(Enumerable.Range(0, 600).Select(i => $"<div><b id={i}></div></i>")), 500).IsTooDeep);

    [Theory]
    [InlineData("<p>")]
    [InlineData("<li>")]
    [InlineData("<br>")]
    [InlineData("<a href=x>")]
    [InlineData("<div></div>")]
    [InlineData("<div><span></div>")]
    [InlineData("<svg/>")]
    public void What_does_not_nest_is_not_counted(string piece) => Assert.False(TagNesting.Of(Repeat(piece, 600), 500).IsTooDeep);

    [Theory]
    [InlineData("<svg>", "<circle r=\"1\"/>", "</svg>")]
    [InlineData("<script>", "'<div>',", "</script>")]
    [InlineData("<!-- ", "<div>", " -->")]
    public void Drawings_scripts_and_comments_are_no_nesting(string before, string piece, string after)
        => Assert.False(TagNesting.Of(before + Repeat(piece, 600) + after, 500).IsTooDeep);

    [Fact]
    public void Any_prefix_of_tags_is_scanned_to_its_end()
    {
        const string page = "<!-- a --><p a=\"b' c='d\" e=f/><script>x</scr</script></div ><? ?><svg><a/></svg></";
        for (int length = 0; length <= page.Length; length++) Assert.False(TagNesting.Of(page[..length], 500).IsTooDeep);
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
