// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Ingest;

public sealed class ReportSplitterTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    [Fact]
    public void Reports_run_together_are_told_apart()
    {
        IReadOnlyList<Report> reports = ReadSample("08-bundle.txt");
        Assert.Equal(["Sunmark's Senate Sends", "Editor's note: This ar", "MERIDA BAY, Corallia —"], reports.Select(r => r.Text[..22]));
        Assert.Equal(["Tomas Quill", "Amal Rashidi", null], reports.Select(r => r.Origin.Author));
        Assert.Equal([null, "Inland Voices", null], reports.Select(r => r.Origin.FirstPublishedBy));
        string text = File.ReadAllText(Path.Combine(Samples, "08-bundle.txt"));
        foreach (Report report in reports) Assert.Equal(text[report.Input.Span!.Value.Start..report.Input.Span.Value.End], report.Text);
    }

    [Fact]
    public void Headlines_begin_their_reports()
    {
        IReadOnlyList<Report> reports = ReadSample("11-headlines.txt");
        Assert.Equal(["Fishermen of Torsund Refuse to Give Up Quota", "Teachers in Puerto Lema End Strike Over Pay"], reports.Select(r => r.Origin.Title));
    }

    [Theory]
    [InlineData("01-harbor-strike.txt")]
    [InlineData("02-interview.txt")]
    [InlineData("03-live-blog.txt")]
    [InlineData("04-press-release.txt")]
    [InlineData("05-republished.txt")]
    [InlineData("06-posts.txt")]
    [InlineData("07-names.txt")]
    [InlineData("10-court-ruling.txt")]
    public void A_single_report_stays_whole(string sample) => Assert.Single(ReadSample(sample));

    [Fact]
    public void A_digest_of_datelines_on_short_items_stays_whole()
    {
        string item = "— The council of the town met on Tuesday and spoke about its harbor, its bridge and its budget for an hour before it went home.";
        Assert.Single(new RapporteurReader().ReadAll($"LIMA, Peru {item}\nAARHOLM, Norland {item}\nKESH, Tamar {item}\nOSLO, Norway {item}"));
    }

    [Fact]
    public void One_report_is_never_cut()
        => Assert.Single(new RapporteurReader().ReadAll(File.ReadAllText(Path.Combine(Samples, "08-bundle.txt")), new ReadOptions { OneReport = true }));

    [Fact]
    public void Slices_are_in_order_and_hold_all_but_white_space()
        => Gen.OneOf(
                Gen.Const("Editor's note: This article was first published by The Ledger.\n"), Gen.Const("Ana Ruiz is a journalist who covers the coast. Follow her at @ana.\n"),
                Gen.Const("LIMA, Peru — The council met on Tuesday.\n"), Gen.Const("By Ana Ruiz\n"), Gen.Const("The Long Way Home\n"), Gen.Const(" \n"), Gen.String[0, 30],
                Gen.Const("The council of the town met on Tuesday and spoke about its harbor, its bridge and its budget for an hour before it went home to eat.\n"))
            .Array[0, 60].Select(string.Concat).Sample(
                text =>
                {
                    int at = 0;
                    foreach (TextSpan slice in Rapporteur.Ingest.ReportSplitter.Split(text, ReadOptions.None, Trace.Off))
                    {
                        Assert.True(text.AsSpan(at, slice.Start - at).Trim().Trim('\ufeff').Trim('\u200b').IsWhiteSpace());
                        Assert.True(slice.End >= slice.Start);
                        at = slice.End;
                    }
                },
                iter: 300);

    private static IReadOnlyList<Report> ReadSample(string name) => new RapporteurReader().ReadAll(File.ReadAllText(Path.Combine(Samples, name)));
}
