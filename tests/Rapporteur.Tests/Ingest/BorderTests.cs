// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Ingest;
using static Rapporteur.Tests.Ingest.InventedReports;

namespace Rapporteur.Tests.Ingest;

public sealed class BorderTests
{
    [Theory]
    [InlineData(RiverHeadline + "\n", "headline on another topic")]
    [InlineData("River vote ends dispute about Salt River dams.\n", "plain headline on another topic")]
    [InlineData("The Long Dispute About the Dams\n", "heading on another topic")]
    [InlineData("River vote ends dispute about Salt River dams\nMERIDA BAY, Corallia — ", "headline and dateline")]
    [InlineData("River vote ends dispute\nMinister leaves chamber before senators vote.\nMERIDA BAY, Corallia (NPA) — ", "headline and dateline")]
    [InlineData("MERIDA BAY, Corallia, May 3 — ", "dateline on another topic")]
    [InlineData("A River of Their Own\nBy Amal Rashidi\n", "title and byline")]
    [InlineData("A River of Their Own\nWhat the vote means, and for whom it was held.\nBy Amal Rashidi\n", "title and byline")]
    [InlineData("Editor's note: This article was first published by Inland Voices.\n", "editor's note")]
    public void A_report_begins_where_it_says_so(string head, string rule)
    {
        var trace = Trace.Listening();
        string second = head + River;
        string text = $"{Harbor}\n{second}";
        Assert.Equal([Harbor, second], Split(text, trace));
        Assert.Equal(rule, Assert.Single(trace.Entries, entry => entry.Stage == "splitting").Rule);
    }

    [Theory]
    [InlineData("Jonas Berg is a reporter who covers the coast. He can be followed at @jonasberg.")]
    [InlineData("Follow Jonas Berg on Twitter @jonasberg.")]
    [InlineData("Jonas Berg is a reporter who covers the coast and writes about ferries.\nMia Dahl is a photographer based in Sundvik.")]
    [InlineData("Jonas Berg is a reporter who covers the coast and writes about ferries.\n(Reporting by Mia Dahl; editing by Nils Aas)")]
    [InlineData("(Reporting by Mia Dahl; editing by Nils Aas)")]
    [InlineData("Contributing: Mia Dahl and Nils Aas.")]
    public void What_closes_a_report_stays_with_it(string end)
        => Assert.Equal([$"{Harbor}\n{end}", River], Split($"{Harbor}\n{end}\n{River}"));

    [Fact]
    public void A_note_on_publication_closes_reports_where_the_last_one_ends_with_it()
    {
        string harbor = $"{Harbor}\nThis article was first published by The Ledger.", river = $"{River}\nThis article was first published by Inland Voices.";
        Assert.Equal([harbor, river], Split($"{harbor}\n{river}"));
    }

    [Theory]
    [InlineData("What Comes Next")]
    [InlineData("“The river was here before us”")]
    [InlineData("It was a long day in the Senate.")]
    [InlineData("THE DAMS — “two too many”")]
    [InlineData("Jonas Berg is a reporter whom many in the valley know.")]
    public void A_change_of_topic_alone_is_no_border(string line) => Assert.Single(Split($"{Harbor}\n{line}\n{River}"));

    [Fact]
    public void Headings_stand_inside_a_report()
    {
        string again = Harbor.Replace("The council of Sundvik rejected", "The lease, which the council of Sundvik rejected", StringComparison.Ordinal);
        Assert.Single(Split($"{Harbor}\nThe Lease and the Council\n{again}\nThe Cranes of the Quay\n{Harbor}"));
    }

    [Fact]
    public void A_dateline_on_the_same_topic_is_no_border() => Assert.Single(Split($"{Harbor}\nSUNDVIK, Norland — {Harbor}"));

    [Theory]
    [InlineData("The Norland News Digest")]
    [InlineData("Morning Briefing: Harbor and River")]
    public void A_digest_that_says_so_stays_whole(string title) => Assert.Single(Split($"{title}\n{HarborHeadline}\n{Harbor}\n{RiverHeadline}\n{River}"));

    [Fact]
    public void An_interview_stays_whole()
    {
        string turns = "Q: Was it close?\nA: It was.\nQ: Will you sign?\nA: I will not say.\n";
        Assert.Single(Split($"{Harbor}\n{turns}{RiverHeadline}\n{River}"));
    }

    [Fact]
    public void Short_ends_make_no_report()
        => Assert.Single(Split($"{Harbor}\nEditor's note: This article was first published by Inland Voices.\nThe ferry from Torsund was late."));

    [Fact]
    public void Many_reports_take_no_more_than_their_share_of_time()
    {
        string line = "SUNDVIK, Norland — Karin Holm met Oskar Lindahl in Torsund and spoke of Meridian Freight, Valberg and the quay for an hour.\nThey went home.\n";
        Assert.Single(Split(string.Concat(Enumerable.Repeat(line, 20_000))));      // minutes, if each candidate read the names before it again
    }

    private static string[] Split(string text, Trace? trace = null)
        => [.. ReportSplitter.Split(text, ReadOptions.None, trace ?? Trace.Off).Select(slice => text[slice.Start..slice.End])];
}
