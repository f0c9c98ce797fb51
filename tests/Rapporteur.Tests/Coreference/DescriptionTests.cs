// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Tests.Coreference;

/// <summary>Descriptions: titles, appositions, nouns taken up again, officials of a state.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void A_title_can_be_taken_up()
        => new ReadActors("President Laura Mendes arrived in Porto. The president spoke for an hour.").Same("Laura Mendes", "The president");

    [Fact]
    public void An_apposition_belongs_to_the_mention()
    {
        var read = new ReadActors("Tom Berg, the mayor of the town, resigned. The mayor had been ill.");
        read.Same("Tom Berg", "The mayor");
        Assert.Contains(read.Of("Tom Berg")!.Mentions, m => m.Span.In(read.Text).ToString() == "Tom Berg, the mayor of the town");
    }

    [Fact]
    public void A_noun_is_taken_up_with_fewer_modifiers_not_with_others()
    {
        var read = new ReadActors("A young lawyer filed the case. The lawyer wanted a trial. The old lawyer disagreed with them.");
        read.Same("young lawyer", "The lawyer");
        read.Apart("young lawyer", "old lawyer");
    }

    [Fact]
    public void Officials_of_a_state_are_not_the_state()
    {
        var read = new ReadActors("Russian officials met in Geneva. Russia has not signed the treaty.");
        Assert.NotSame(read.Of("Russian officials"), read.Report.Actors.Single(a => a.Name == "Russia"));
        Actor officials = read.Of("Russian officials")!;
        Assert.Equal(ActorKind.Group, officials.Kind);
        Assert.Equal("RUS", officials.Country);
    }

    [Fact]
    public void The_country_is_the_last_one_named_whatever_small_words_describe_it()
    {
        var read = new ReadActors("The protests in Kazakhstan broke out in January. The alliance sent 2,000 troops to the energy-rich country.");
        read.Same("Kazakhstan", "the energy-rich country");
        new ReadActors("The protests in Chad broke out in January. Norway sent 200 troops to the country.").Same("Chad", "the country");
    }

    [Fact]
    public void Names_of_two_kinds_or_of_two_persons_are_no_apposition()
    {
        var read = new ReadActors("Critics named Ivan Duque, Lenin Moreno and Guillermo Lasso in their letter. Moreno answered.");
        read.Apart("Ivan Duque", "Lenin Moreno");
        read.Same("Lenin Moreno", "Moreno", 2);
    }

    [Fact]
    public void A_mention_ends_where_a_quotation_ends()
    {
        var read = new ReadActors("“I expect that these attacks will not be the last from IS-K,” Brent Hallam, a professor at Valberg University, told The Ledger.");
        Assert.All(read.Of("Brent Hallam")!.Mentions, m => Assert.DoesNotContain("”", m.Span.In(read.Text).ToString(), StringComparison.Ordinal));
        read.Same("Brent Hallam", "I");
    }

    [Fact]
    public void What_has_a_number_is_no_person()
        => Assert.Equal(ActorKind.Other, new ReadActors("According to Article 4 of the treaty, an attack on one is an attack on all.").Of("Article 4")!.Kind);

    [Fact]
    public void A_state_has_its_code()
    {
        Actor canada = new ReadActors("Canada signed the treaty on Monday.").Of("Canada")!;
        Assert.Equal((ActorKind.State, "CAN"), (canada.Kind, canada.Country));
        Assert.Equal("CAN", canada.Identifiers["iso3166"]);
    }

    [Fact]
    public void A_minister_has_the_country_and_sector_of_the_words_beside_the_name()
    {
        Actor minister = new ReadActors("The crowd cheered when Canada's transport minister Anton Weber opened the bridge in the north of the country on Monday. Weber smiled.").Of("Anton Weber")!;
        Assert.Equal((ActorKind.Person, "CAN", "GOV"), (minister.Kind, minister.Country, minister.Sector));
    }
}
