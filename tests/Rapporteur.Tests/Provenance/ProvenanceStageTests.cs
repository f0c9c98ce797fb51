// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Provenance;
using Rapporteur.Tests.Relations;

namespace Rapporteur.Tests.Provenance;

/// <summary>Provenance: the table of sentences, the codebook's page, the list of words.</summary>
public sealed class ProvenanceStageTests
{
    public static TheoryData<string, string> Sentences => ReadRelations.Rows("tests/Rapporteur.Tests/Provenance/sentences.tsv");

    public static TheoryData<string, string> Examples => ReadRelations.Rows("docs/codebook/provenance.md", "## Examples");

    public static TheoryData<string, string> KnownFailures => ReadRelations.Rows("docs/codebook/provenance.md", "## Known failures");

    [Theory]
    [MemberData(nameof(Sentences))]
    [MemberData(nameof(Examples))]
    public void A_sentence_tells_this_provenance(string text, string expected) => Assert.Equal(expected, ReadRelations.Provenance(text));

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public void Known_failure_still_fails(string text, string expected) => Assert.NotEqual(expected, ReadRelations.Provenance(text));

    [Fact]
    public void A_link_names_the_statement_that_came_this_way()
    {
        var report = ReadRelations.Report("“The vote was fair,” Ana Ruiz told Reuters.");
        ProvenanceLink link = Assert.Single(report.Provenance);
        Assert.Equal("told", report.Statements[link.Statement!.Value].Cue!.Span.In(report.Text).ToString());
        Assert.Equal("Ana Ruiz", report.Actors[link.Actor!.Value].Name);
    }

    [Theory]
    [InlineData("Tell", "told", false)]
    [InlineData("Tell", "tell", true)]
    [InlineData("Poll", "Poll", true)]
    [InlineData("Platform", "twitter", true)]
    public void Words_are_looked_up_by_letters_whatever_their_case(string use, string word, bool known)
        => Assert.Equal(known, ProvenanceWords.Default.Of(word).HasFlag(Enum.Parse<ProvenanceUse>(use)));
}
