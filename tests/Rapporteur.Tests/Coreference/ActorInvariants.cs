// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Coreference;

/// <summary>What holds of the actors of any text.</summary>
public sealed class ActorInvariants
{
    [Fact]
    public void Mentions_lie_in_the_text_in_order_and_no_span_stands_twice()
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "samples"), "*.txt")) Check(new RapporteurReader().Read(File.ReadAllText(path)));
        Check(new RapporteurReader().Read("He (the ( said “I they we you” it: , Mr. 's Bonn's Bonn (Bonn), who he himself."));
        Check(new RapporteurReader().Read(""));
    }

    [Fact]
    public void A_long_report_that_repeats_itself_keeps_its_few_actors()
    {
        string part = "Peter Falk met Mary Lindt of Acme Corporation in Vienna. “I will sell the company,” he said. The company has its seat there. ";
        Report report = new RapporteurReader().Read(string.Concat(Enumerable.Repeat(part, 2000)));
        Assert.InRange(report.Actors.Count, 3, 100);
        Check(report);
    }

    private static void Check(Report report)
    {
        HashSet<TextSpan> seen = [];
        TextSpan before = default;
        foreach (Actor actor in report.Actors)
        {
            Assert.NotEmpty(actor.Mentions);
            Assert.NotEmpty(actor.Name);
            Assert.True(before <= actor.Mentions[0].Span, "actors stand in order of their first mention");
            before = actor.Mentions[0].Span;
            for (int i = 0; i < actor.Mentions.Count; i++)
            {
                TextSpan span = actor.Mentions[i].Span;
                Assert.True(span.Start >= 0 && span.End <= report.Text.Length && !span.IsEmpty);
                Assert.True(seen.Add(span), $"{span} stands twice");
                if (i > 0) Assert.True(actor.Mentions[i - 1].Span < span);
            }
        }
    }
}
