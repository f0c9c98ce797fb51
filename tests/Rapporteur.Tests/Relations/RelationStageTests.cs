// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Relations;

/// <summary>Relations: the table of sentences, the codebook's page, and what holds of any text.</summary>
public sealed class RelationStageTests
{
    private static readonly string[] Pieces =
    [
        "Ana Ruiz", ", the mayor of ", "Peru", " President ", "the Green Party", " is a member of ", "'s ", "-based ", "-led ", " which borders ", " and ", ", ", " of ", " as ", ". ", "“", "”",
        "said Omar Haddad", " ambassador to ", " owns ", "Acme Corporation", " former ", "ex-", " allies such as ", "(", ")", "\n", "His ", "He ", " poll by ", " told Reuters", " in a tweet",
    ];

    public static TheoryData<string, string> Sentences => ReadRelations.Rows("tests/Rapporteur.Tests/Relations/sentences.tsv");

    public static TheoryData<string, string> Examples => ReadRelations.Rows("docs/codebook/relations.md", "## Examples");

    public static TheoryData<string, string> KnownFailures => ReadRelations.Rows("docs/codebook/relations.md", "## Known failures");

    [Theory]
    [MemberData(nameof(Sentences))]
    [MemberData(nameof(Examples))]
    public void A_sentence_tells_these_relations(string text, string expected) => Assert.Equal(expected, ReadRelations.Relations(text));

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public void Known_failure_still_fails(string text, string expected) => Assert.NotEqual(expected, ReadRelations.Relations(text));

    [Fact]
    public void On_any_text_relations_and_links_lie_in_it_in_order_and_point_to_its_actors_and_statements()
        => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(parts => string.Concat(parts)).Sample(
            text =>
            {
                Report report = new RapporteurReader().Read(text);
                Assert.Equal(report.Relations.Select(r => r.Span.Start).Order(), report.Relations.Select(r => r.Span.Start));
                foreach (Relation relation in report.Relations)
                {
                    Assert.True(relation.Span.Start >= 0 && relation.Span.End <= report.Text.Length && !relation.Span.IsEmpty);
                    Assert.InRange(relation.Subject, 0, report.Actors.Count - 1);
                    Assert.True(relation.Object is null || (relation.Object >= 0 && relation.Object < report.Actors.Count && relation.Object != relation.Subject));
                    Assert.True(relation.Within is null || report.Statements[relation.Within.Value].Content.Any(c => c.Contains(relation.Span)));
                    Assert.InRange(relation.Confidence, 0, 1);
                    Assert.Contains(report.Actors[relation.Subject].Mentions, static m => m.Form == MentionForm.Name);
                }

                Assert.Equal(report.Provenance.Select(p => p.Span.Start).Order(), report.Provenance.Select(p => p.Span.Start));
                foreach (ProvenanceLink link in report.Provenance)
                {
                    Assert.True(link.Span.Start >= 0 && link.Span.End <= report.Text.Length && !link.Span.IsEmpty);
                    Assert.True(link.Actor is null || link.Actor < report.Actors.Count);
                    Assert.True(link.Statement is null || link.Statement < report.Statements.Count);
                }
            },
            iter: 400);

    [Fact]
    public void A_relation_is_told_once_a_report()
    {
        Report report = ReadRelations.Report("President Ana Ruiz arrived in Lima. On Monday President Ana Ruiz left. President Ruiz had met nobody.");
        Assert.Single(report.Relations, r => r.Role == "President");
    }

    [Fact]
    public void The_trace_tells_the_pattern_and_what_was_dropped()
    {
        var trace = Trace.Listening();
        new RapporteurReader().Explain("President Ana Ruiz arrived in Lima. On Monday President Ana Ruiz left.", null, trace, TestContext.Current.CancellationToken);
        Assert.Contains(trace.Entries, static e => e is { Stage: "relations", Rule: "title:HoldsRole", Kept: true });
        Assert.Contains(trace.Entries, static e => e is { Stage: "relations", Kept: false, Note: "told before" });
    }
}
