// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Tests.Ingest;

public sealed class OriginStageTests
{
    private const string Body = "The council met on Tuesday in the old town hall to talk about the harbor, the bridge and the budget of the coming year.";

    public static TheoryData<string> Notes
        => [.. LexiconFile.Embedded("en/ingest/notes.tsv", "use", "phrase", "example").Rows.Where(r => r["use"] == "names").Select(r => r["example"])];

    [Theory]
    [MemberData(nameof(Notes))]
    public void The_first_publisher_is_taken_from_the_note(string example)
    {
        string note = example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        Assert.Equal(example[(example.IndexOf('[', StringComparison.Ordinal) + 1)..example.IndexOf(']', StringComparison.Ordinal)], Origin($"{note}\n{Body}\n{Body}\n{Body}").FirstPublishedBy);
    }

    [Theory]
    [InlineData("A Title of a Report\nBy Ana Ruiz\n", "Ana Ruiz", null, null)]
    [InlineData("A Title of a Report\nBy Ana Ruiz, Delta Watch | May 3, 2023\n", "Ana Ruiz", "Delta Watch", "2023-05-03")]
    [InlineData("A Title of a Report\nBy Ana Ruiz and Ivo Aar\nUpdated: 3 May 2023\n", "Ana Ruiz and Ivo Aar", null, "2023-05-03")]
    [InlineData("LIMA, Peru, May 3, 2023 — ", null, null, "2023-05-03")]
    public void Author_outlet_and_date_are_taken_from_the_head(string head, string? author, string? outlet, string? published)
    {
        Origin origin = Origin($"{head}{Body}\n{Body}\n{Body}");
        Assert.Equal((author, outlet, published), (origin.Author, origin.Outlet, origin.Published));
        Assert.Equal(published is null ? null : AnchorSource.Text, origin.AnchorDateFrom);
    }

    [Fact]
    public void The_outlet_that_people_told_is_the_reports_own()
        => Assert.Equal("Delta Watch", Origin("“No,” Ruiz told Delta Watch.\n“Yes,” Aar told Delta Watch.\n“Maybe,” Moe told Delta Watch.\n“Ask me,” Lund told CNN.").Outlet);

    [Fact]
    public void An_outlet_that_is_named_once_or_twice_is_not()
        => Assert.Null(Origin("“No,” Ruiz told Delta Watch.\n“Yes,” Aar told Delta Watch.").Outlet);

    [Fact]
    public void What_the_input_tells_wins()
    {
        Origin origin = new RapporteurReader().Read($"A Title of a Report\nBy Ana Ruiz\n{Body}", new ReadOptions { Author = "Ivo Aar", Published = "2024-05-02", Title = "Another" }).Origin;
        Assert.Equal(("Ivo Aar", "2024-05-02", "2024-05-02", AnchorSource.Input, "Another"), (origin.Author, origin.Published, origin.AnchorDate, origin.AnchorDateFrom, origin.Title));
    }

    [Fact]
    public void A_date_that_is_merely_told_of_is_no_anchor() => Assert.Null(Origin($"{Body}\nThe war ended on May 3, 2020, and {Body}").AnchorDate);

    [Fact]
    public void A_date_as_of_which_figures_hold_is()
        => Assert.Equal("2023-02-06", Origin($"{Body}\nThere were 58 of them (as of February 6, 2023). {Body}").AnchorDate);

    [Theory]
    [InlineData("Editor's note: This article was first published by The Ledger on May 3, 2023.", "2023-05-03")]
    [InlineData("Editor's note: Updated on 3 May 2023 with new figures.", "2023-05-03")]
    [InlineData("Editor's note: The war of May 3, 2020, is told of in another article.", null)]
    public void A_day_on_which_a_note_says_that_it_appeared_is(string note, string? anchor)
    {
        Origin origin = Origin($"{note}\n{Body}\n{Body}\n{Body}");
        Assert.Equal((anchor, anchor is null ? null : AnchorSource.Text), (origin.AnchorDate, origin.AnchorDateFrom));
    }

    private static Origin Origin(string text) => new RapporteurReader().Read(text).Origin;
}
