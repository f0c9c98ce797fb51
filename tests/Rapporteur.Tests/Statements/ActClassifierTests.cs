// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Tests.Statements;

/// <summary>Runs the examples of the lists of acts.</summary>
public sealed class ActClassifierTests
{
    public static TheoryData<string, string, string> Cues => Rows("en/statements/acts.tsv");

    public static TheoryData<string, string, string> Contents => Rows("en/statements/contents.tsv");

    [Theory]
    [MemberData(nameof(Cues))]
    public void Cue_tells_the_act(string lemma, string act, string example)
    {
        string text = example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        int start = text.IndexOf('{', StringComparison.Ordinal), end = text.IndexOf('}', StringComparison.Ordinal) - 1;
        text = text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        Document document = Analysed(text);
        TokenRange cue = document.Tokens.RangeOf(new(start, end));
        int head = Enumerable.Range(cue.First, cue.Count).FirstOrDefault(i => document.Tags.LemmaOf(i) == lemma.Split(' ')[0], -1);
        Assert.True(head >= 0, $"no word of the cue has the lemma {lemma}");
        Assert.Equal(act, RecordWord.Of(ActClassifier.Default.Of(document, Found(cue, head, []), negated: false)));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Content_tells_the_act_where_the_cue_does_not(string lemma, string act, string example)
    {
        Document document = Analysed("Ruiz said " + example);
        Assert.Contains(lemma, Enumerable.Range(0, document.Tokens.Count).Select(document.Tags.LemmaOf));
        Assert.Equal(act, RecordWord.Of(ActClassifier.Default.Of(document, Found(new(1, 2), 1, [new(2, document.Tokens.Count)]), negated: false)));
    }

    [Theory]
    [InlineData("The bank will fail by May", "predict")]
    [InlineData("The bank is going to fail", "predict")]
    [InlineData("The law that will pass is long", "state")]
    [InlineData("The bank failed", "state")]
    [InlineData("We will not sign", "refuse")]
    [InlineData("We will pay every worker", "promise")]
    public void A_main_clause_in_the_future_predicts_promises_or_refuses(string content, string act)
    {
        Document document = Analysed("Ruiz said " + content + ".");
        Assert.Equal(act, RecordWord.Of(ActClassifier.Default.Of(document, Found(new(1, 2), 1, [new(2, document.Tokens.Count)]), negated: false)));
    }

    private static FoundAttribution Found(TokenRange cue, int head, TokenRange[] content) => new()
    {
        Cue = cue, Head = head, Source = null, Content = content, IsInner = false, CueMargin = 1, SourceMargin = 0, ContentMargin = 1,
    };

    private static Document Analysed(string text)
    {
        var document = new Document(text, new ReadOptions(), new("example", 0, null));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.TakeWhile(static s => s is not StatementStage)) stage.Run(document, new StageContext(Trace.Off, default));
        return document;
    }

    private static TheoryData<string, string, string> Rows(string list)
    {
        var data = new TheoryData<string, string, string>();
        foreach (LexiconRow row in LexiconFile.Embedded(list, "lemma", "act", "example").Rows) data.Add(row["lemma"], row["act"], row["example"]);
        return data;
    }
}
