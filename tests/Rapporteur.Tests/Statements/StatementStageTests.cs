// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Statements;

/// <summary>What is found in a passage, written as: source | cue | content / content.</summary>
public sealed class StatementStageTests
{
    private static readonly RapporteurReader Reader = new();

    [Theory]
    // the source before or after its cue
    [InlineData("“We will not sign,” Ruiz said.", "Ruiz | said | “We will not sign,”")]
    [InlineData("“We will not sign,” said Ana Ruiz, the mayor of Lima.", "Ana Ruiz, the mayor of Lima | said | “We will not sign,”")]
    [InlineData("“We will not sign,” Ana Ruiz, a professor of law at Aar University, told The Ledger.", "Ana Ruiz, a professor of law at Aar University, | told | “We will not sign,”")]
    [InlineData("Ruiz said, “We will not sign.”", "Ruiz | said | “We will not sign.”")]
    [InlineData("In a statement on Monday, Ruiz said: “We will not sign.”", "Ruiz | said: | “We will not sign.”")]
    [InlineData("The mayor told reporters in the old town hall: “We will not sign.”", "The mayor | told | “We will not sign.”")]
    [InlineData("Its foreign ministry stated, “We will not sign.”", "Its foreign ministry | stated | “We will not sign.”")]
    [InlineData("As Ruiz explained, “We will not sign.”", "Ruiz | explained | “We will not sign.”")]
    [InlineData("“We will not sign,” according to Ana Ruiz.", "Ana Ruiz | according to | “We will not sign,”")]
    [InlineData("“We will not sign,” officials said.", "officials | said | “We will not sign,”")]
    // marks of every kind
    [InlineData("\"We will not sign,\" she said.", "she | said | \"We will not sign,\"")]
    [InlineData("''We will not sign,'' she said.", "she | said | ''We will not sign,''")]
    [InlineData("``We will not sign,'' she said.", "she | said | ``We will not sign,''")]
    [InlineData("«We will not sign», she said.", "she | said | «We will not sign»")]
    [InlineData("„We will not sign“, she said.", "she | said | „We will not sign“")]
    [InlineData("‘We will not sign,’ she said.", "she | said | ‘We will not sign,’")]
    [InlineData("'We will not sign,' she said.", "she | said | 'We will not sign,'")]
    [InlineData("\"We will not sign,” she said.", "she | said | \"We will not sign,”")]
    [InlineData("“They call it ‘the gift,’ and we don't want it,” she said.", "she | said | “They call it ‘the gift,’ and we don't want it,”")]
    // interrupted, continued
    [InlineData("“We will not sign,” she said. “Not now, not ever.”", "she | said | “We will not sign,” / “Not now, not ever.”")]
    [InlineData("“We will not,” she said, “sign this.”", "she | said | “We will not,” / “sign this.”")]
    [InlineData("“We will not sign,” she said, adding, “Not now.”", "she | said | “We will not sign,”\nshe | adding | “Not now.”")]
    [InlineData("“One.\n“Two,” she said.", "she | said | “One. / “Two,”")]
    [InlineData("Ruiz continued:\n“We will not sign.”", "Ruiz | continued | “We will not sign.”")]
    [InlineData("“We will not sign,” she said, and the hall cheered, “Bravo.”", "she | said | “We will not sign,”")]
    // questions and cries
    [InlineData("“Will they sign?” a reporter asked.", "a reporter | asked | “Will they sign?”")]
    // the cue with its auxiliaries
    [InlineData("“We signed,” the mayor has repeatedly said.", "the mayor | has repeatedly said | “We signed,”")]
    [InlineData("Ruiz never said, “We signed.”", "Ruiz | never said | “We signed.”")]
    // clauses
    [InlineData("Ruiz said the plan was “a gift to nobody.”", "Ruiz | said | the plan was “a gift to nobody.”")]
    [InlineData("The ministry confirmed that the talks took place.", "The ministry | confirmed | that the talks took place")]
    [InlineData("The bridge will stay closed, the agency said on Monday.", "the agency | said | The bridge will stay closed")]
    [InlineData("According to the agency, the bridge will stay closed.", "the agency | According to | the bridge will stay closed")]
    // nothing to find
    [InlineData("The so-called “People’s Republic” has its own stamps.", "")]
    [InlineData("The band played “The Long Way Home” at noon.", "")]
    [InlineData("He waved goodbye and left.", "")]
    [InlineData(": “No.”", "")]
    [InlineData(", “No.”", "")]
    public void Statements_are_found(string text, string expected)
    {
        Report report = Reader.Read(text);
        var found = new StringBuilder();
        foreach (Statement s in report.Statements)
            found.Append($"{s.Source?.In(text).ToString()} | {s.Cue?.Span.In(text).ToString()} | {string.Join(" / ", s.Content.Select(c => c.In(text).ToString()))}\n");
        Assert.Equal(expected, found.ToString().TrimEnd('\n'));
    }

    [Theory]
    [InlineData("London School of Economics geographer Matthew Holt said that turnout had fallen.", "Matthew Holt")]
    [InlineData("Journalist and historian Benjamin Vogel said that turnout had fallen.", "Benjamin Vogel")]
    [InlineData("The president of the Peruvian delegation to the fair, Óscar Benítez, said that turnout had fallen.", "Óscar Benítez")]
    [InlineData("Officials and Prime Minister Ana Ruiz said that turnout had fallen.", "Officials")]
    public void The_actor_of_a_source_is_whom_its_titles_lead_up_to(string text, string name)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Reader.Read(text).ToJson());
        string? actor = json.RootElement.GetProperty("statements")[0].GetProperty("source").GetProperty("actor").GetString();
        Assert.Equal(name, json.RootElement.GetProperty("actors").EnumerateArray().FirstOrDefault(a => a.GetProperty("id").GetString() == actor) is { ValueKind: System.Text.Json.JsonValueKind.Object } found ? found.GetProperty("name").GetString() : null);
    }

    [Fact]
    public void A_quoted_verb_can_be_a_cue()
        => Assert.Equal("reiterated", Assert.Single(Reader.Read("Foreign Minister Ana Ruiz then ‘reiterated’ her government’s “support for the transitional government” during a call.").Statements).Cue!.Span.In("Foreign Minister Ana Ruiz then ‘reiterated’ her government’s “support for the transitional government” during a call.").ToString());

    [Fact]
    public void A_negated_cue_is_told()
        => Assert.True(Assert.Single(Reader.Read("Ruiz never said, “We signed.”").Statements).IsNegated);

    [Theory]
    [InlineData("“We signed,” she said.", QuotationKind.Direct)]
    [InlineData("She said the plan was “a gift.”", QuotationKind.Mixed)]
    [InlineData("She said that the plan was a gift.", QuotationKind.Indirect)]
    public void Quotation_tells_how_the_words_are_given(string text, QuotationKind kind)
        => Assert.Equal(kind, Assert.Single(Reader.Read(text).Statements).Quotation);
}
