// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Ingest;
using Rapporteur.Lexicons;
using static Rapporteur.Tests.Ingest.InventedReports;

namespace Rapporteur.Tests.Ingest;

public sealed class HeadlineTests
{
    public static TheoryData<string> Sentences
        => [.. LexiconFile.Embedded("en/ingest/headlines.tsv", "class", "words", "example").Rows.Select(row => row["example"])];

    public static TheoryData<string> Layouts
        => [.. LexiconFile.Embedded("en/ingest/layouts.tsv", "layout", "phrase", "example").Rows.Select(row => row["example"])];

    [Theory]
    [MemberData(nameof(Sentences))]
    [InlineData("“No harbor, no vote”")]
    [InlineData("HARBOR VOTE FAILS")]
    public void A_sentence_or_a_cry_is_not_terse(string line) => Assert.False(Headline.IsTerse(line, new(0, line.Length)));

    [Theory]
    [InlineData("Council rejects harbor lease.")]
    [InlineData("Harbor Vote Fails")]
    public void A_headline_leaves_words_out(string line) => Assert.True(Headline.IsTerse(line, new(0, line.Length)));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_layout_is_told_by_the_first_lines(string line)
    {
        string text = $"{line}\n{Harbor}";
        Assert.NotNull(TextLayout.Of(text, PassageFinder.Find(text, ReadOptions.None)));
    }

    [Theory]
    [InlineData("Council Vote Ends Dispute")]
    [InlineData("Brief Encounter at the Harbor")]
    public void Other_first_lines_tell_nothing(string line)
    {
        string text = $"{line}\n{Harbor}";
        Assert.Null(TextLayout.Of(text, PassageFinder.Find(text, ReadOptions.None)));
    }

    [Theory]
    [InlineData("Council votes against harbor lease after docker protest.", PassageKind.Title)]
    [InlineData("SUNDVIK, Norland — Council rejects lease of harbor.", PassageKind.Paragraph)]
    [InlineData("It rained in the morning of the vote.", PassageKind.Paragraph)]
    public void A_title_is_told_again_below_it(string line, PassageKind kind)
        => Assert.Equal(kind, new RapporteurReader().Read($"{line}\n{Harbor}").Passages[0].Kind);
}
