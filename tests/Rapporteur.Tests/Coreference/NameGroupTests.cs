// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Tests.Coreference;

/// <summary>Names: the same, shorter ones, people of one surname, acronyms.</summary>
public sealed class NameGroupTests
{
    [Fact]
    public void A_surname_is_the_person_of_the_full_name()
    {
        var read = new ReadActors("Maria Keller visited the port of Riga on Monday. Keller met dock workers there.");
        read.Same("Maria Keller", "Keller", 2);
        Assert.Equal("Maria Keller", read.Of("Maria Keller")!.Name);
        Assert.Equal(ActorKind.Person, read.Of("Maria Keller")!.Kind);
    }

    [Fact]
    public void People_of_one_surname_stay_apart()
        => new ReadActors("Peter Novak left the party in May. Helena Novak stayed in it. Both live in Prague.").Apart("Peter Novak", "Helena Novak");

    [Fact]
    public void An_acronym_in_parentheses_is_the_organization()
        => new ReadActors("The Baltic Transport Workers Union (BTWU) called a strike. Talks with the BTWU failed on Friday.")
            .Same("Baltic Transport Workers Union", "BTWU", 2);

    [Fact]
    public void A_longer_form_after_a_shorter_one_is_the_same()
        => new ReadActors("Mr. Okafor won the vote in Lagos. The party chose Samuel Okafor in March.").Same("Okafor", "Samuel Okafor");

    [Fact]
    public void Letters_in_parentheses_are_the_name_before_them()
    {
        new ReadActors("The North Atlantic Treaty Organization (NATO) grew by two.").Same("North Atlantic Treaty Organization", "NATO");
        new ReadActors("The Union of Rational Atheists (UAR) met in Lima on Monday.").Same("Union of Rational Atheists", "UAR");
    }

    [Fact]
    public void A_surname_with_two_letters_changed_about_is_the_same_person()
    {
        new ReadActors("Brent Hierman spoke first. Heirman said that the talks had failed.").Same("Brent Hierman", "Heirman");
        new ReadActors("Brent Hierman spoke first. Harman said that the talks had failed.").Apart("Brent Hierman", "Harman");
    }

    [Fact]
    public void A_nickname_in_quotation_marks_is_a_name_of_its_bearer()
    {
        var read = new ReadActors("Anna “Nina” Weber of Torsund spoke first. Nina told reporters that the talks had failed.");
        read.Same("Anna “Nina” Weber", "Nina", 2);
        Assert.Equal("BRA", new ReadActors("The candidate Luiz Inácio “Lula” da Silva won.").Of("Luiz Inácio")!.Country);
    }
}
