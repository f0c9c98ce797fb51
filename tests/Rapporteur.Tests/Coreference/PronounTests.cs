// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests.Coreference;

/// <summary>Pronouns by gender, number and place in the sentence; "I" in quotations.</summary>
public sealed class PronounTests
{
    [Fact]
    public void Gender_decides()
    {
        var read = new ReadActors("Mary Lindt met Peter Falk in Vienna. She thanked the crowd. He left early.");
        read.Same("Mary Lindt", "She");
        read.Same("Peter Falk", "He");
    }

    [Fact]
    public void The_object_of_a_verb_is_not_its_subject()
        => new ReadActors("Peter Falk praised David Stern. Peter Falk thanked him.").Same("David Stern", "him");

    [Fact]
    public void A_reflexive_is_the_subject()
        => new ReadActors("Peter Falk defended himself on Monday.").Same("Peter Falk", "himself");

    [Fact]
    public void Rain_is_nobody()
        => Assert.Null(new ReadActors("Acme Corporation closed the plant. It rained all day.").Of("It "));

    [Fact]
    public void Quoted_I_is_the_speaker()
        => new ReadActors("“I will not resign,” Helen Brandt said on Monday.").Same("Helen Brandt", "I");

    [Fact]
    public void A_source_points_to_its_actor()
    {
        var read = new ReadActors("“The vote was fair,” Helen Brandt said on Monday. “It will stand,” she added.");
        string json = System.Text.Encoding.UTF8.GetString(read.Report.ToJson());
        int id = read.Report.Actors.ToList().IndexOf(read.Of("Helen Brandt")!) + 1;
        Assert.Contains($"\"actor\":\"a{id}\"", json, StringComparison.Ordinal);
    }
}
