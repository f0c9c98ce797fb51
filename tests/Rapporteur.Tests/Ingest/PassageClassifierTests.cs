// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;
using Rapporteur.Records;

namespace Rapporteur.Tests.Ingest;

public sealed class PassageClassifierTests
{
    private const string Body = "The council met on Tuesday in the old town hall to talk about the harbor, the bridge and the budget of the coming year.";

    public static TheoryData<string, string> LexiconExamples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (LexiconRow row in LexiconFile.Embedded("en/ingest/credits.tsv", "place", "phrase", "example").Rows) data.Add("caption", row["example"]);
            foreach (LexiconRow row in LexiconFile.Embedded("en/ingest/notes.tsv", "use", "phrase", "example").Rows.Where(r => r["use"] == "opens")) data.Add("editorNote", row["example"]);
            foreach (LexiconRow row in LexiconFile.Embedded("en/ingest/authors.tsv", "use", "phrase", "example").Rows) data.Add("authorBio", row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LexiconExamples))]
    public void Example_of_a_word_list_is_told(string kind, string example)
        => Assert.Equal(kind, Kind($"{Body}\n{Body}\n{Body}\n{example}", 3));

    [Theory]
    [InlineData("By Ana Ruiz", "byline")]
    [InlineData("By Ana Ruiz and Ivo Aar | Delta Watch", "byline")]
    [InlineData("Updated: May 3, 2023", "byline")]
    [InlineData("3 May 2023", "byline")]
    [InlineData("By noon the harbor was full of people who had come to see it.", "paragraph")]
    [InlineData("El puente sigue cerrado y nadie sabe por qué. pic.twitter.com/a1b2c3", "socialPost")]
    [InlineData("The bridge belongs to those who use it, and it will be open soon. 2/3", "socialPost")]
    [InlineData("— we will rebuild it, all of us. — Ana Ruiz (@anaruiz) May 3, 2023", "socialPost")]
    [InlineData("The report gives the odds as 2/3.", "paragraph")]
    [InlineData("Follow Ana Ruiz on Twitter @anaruiz.", "authorBio")]
    [InlineData("Follow the money, said Ana Ruiz, who leads the bank.", "paragraph")]
    [InlineData("Contributing: Ana Ruiz and Ivo Aar.", "byline")]
    [InlineData("Contributing to the fund is a duty, the mayor said.", "paragraph")]
    [InlineData("What Comes Next", "heading")]
    [InlineData("“No vote, no harbor”", "paragraph")]
    [InlineData("Ana Ruiz is a mayor who has never lost a vote in the valley.", "paragraph")]
    public void Kind_is_told_by_words_and_shape(string line, string kind)
        => Assert.Equal(kind, Kind($"{Body}\n{Body}\n{line}\n{Body}\n{Body}\n{Body}", 2));

    [Theory]
    [InlineData("Council Talks About the Harbor", "title")]
    [InlineData("Council Talks About the Harbor Again.", "title")]
    [InlineData("The council met.", "paragraph")]
    [InlineData("From the diary of a mayor:", "paragraph")]
    [InlineData("“We will not sign,” she said.", "paragraph")]
    public void A_title_is_told_from_a_first_sentence(string line, string kind) => Assert.Equal(kind, Kind($"{line}\n{Body}\n{Body}", 0));

    [Fact]
    public void A_list_needs_more_than_one_item()
    {
        Assert.Equal("list", Kind($"{Body}\n- the harbor\n- the bridge\n{Body}", 1));
        Assert.Equal("paragraph", Kind($"{Body}\n- the harbor was closed, and nobody knew why.\n{Body}", 1));
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph()
    {
        string text = string.Join('\n', Enumerable.Repeat("the council met on tuesday in the old town hall to talk about\nthe harbor, the bridge and the budget of the coming year, which\nis short of money for both of them, as the treasurer has\nsaid more than once.\n", 3));
        Assert.Equal(3, new RapporteurReader().Read(text).Passages.Count);
    }

    private static string Kind(string text, int index) => RecordWord.Of(new RapporteurReader().Read(text).Passages[index].Kind);
}
