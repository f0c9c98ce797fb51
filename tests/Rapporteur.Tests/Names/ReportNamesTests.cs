// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Tests.Names;

/// <summary>What a report as a whole says of its names, beyond the single sentence.</summary>
public sealed class ReportNamesTests
{
    private static readonly RapporteurReader Reader = new();

    [Theory]
    [InlineData("The band released the song “Over the Cold Water” in May.", "Over the Cold Water")]
    [InlineData("His novel \"Lantern\" was praised by the jury.", "Lantern")]
    [InlineData("The shortlist has the films “Gravel”, “Paper Moon” and “Salt.”", "Gravel|Paper Moon|Salt")]
    [InlineData("The play “Anger in Lisbon” opened on Friday.", "Anger in Lisbon")]
    public void A_title_in_quotation_marks_is_a_name(string text, string titles)
        => Assert.Equal(titles.Split('|'), Names(text, NameType.Miscellaneous));

    [Theory]
    [InlineData("“Never Again,” she said, and left.")]                        // direct speech may have capitals, but a verb of saying is no work
    [InlineData("He called the plan “irresponsible” on Friday.")]
    [InlineData("The senator, nicknamed “The Old Fox”, retired.")]
    [InlineData("Ana “Stormy” Ruiz won the seat.")]
    [InlineData("The ministry spoke of “so-called Volunteers in the North” on Friday.")]
    public void Other_words_in_quotation_marks_are_no_title(string text)
        => Assert.DoesNotContain(Reader.Read(text).Names, n => n.Type == NameType.Miscellaneous && text[n.Span.Start - 1] is '“' or '"');

    [Fact]
    public void A_title_is_a_name_without_its_marks_too()
    {
        const string Text = "The band released the album “A Quiet Harbor” in May.\n\nBecause A Quiet Harbor was praised, the tour was extended.";
        Assert.Equal(["A Quiet Harbor", "A Quiet Harbor"], Names(Text, NameType.Miscellaneous));
    }

    [Fact]
    public void What_a_description_says_is_what_a_name_is()
    {
        Assert.Equal(["Venn", "Venn"], Names("Venn is a village in the north of the county. The school of Venn was closed.", NameType.Location));
        Assert.Contains("Orla", Names("Orla, a bank in the capital, was fined on Monday.", NameType.Organization));
        Assert.Contains("Tamsel", Names("The fire began in the village of Tamsel on Monday.", NameType.Location));
    }

    [Fact]
    public void Names_stay_in_order_and_never_overlap()
    {
        const string Text = "“Mr. Ruiz in Peru” and “Night over Peru”, songs by Ana Ruiz, were sung. Ana Ruiz in Peru said “Night over Peru” is hers; Ruiz left. “““ ”” \"\" “A” “";
        Name[] names = [.. Reader.Read(Text).Names];
        Assert.NotEmpty(names);
        Assert.All(names.Zip(names.Skip(1)), static pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
    }

    private static string[] Names(string text, NameType type) => [.. Reader.Read(text).Names.Where(n => n.Type == type).Select(n => n.Span.In(text).ToString())];
}
