// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Tests.Statements;

/// <summary>Runs the examples of the cue lexicon through the rules that read it: [source] and {cue} must be found as marked.</summary>
public sealed class CueLexiconTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (LexiconRow row in LexiconFile.Embedded("en/statements/cues.tsv", "lemma", "forms", "act", "clause", "example").Rows)
                data.Add(row["lemma"], row["act"], row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_marked(string lemma, string act, string example)
    {
        string text = example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        var document = new Document(text, new ReadOptions(), new("example", 0, null));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.TakeWhile(static s => s is not StatementStage)) stage.Run(document, new StageContext(Trace.Off, default));
        using var words = new WordView(document.Tokens, ClosedClasses.Default, CueLexicon.Default);
        var assembler = new StatementAssembler(document, words, PatternConfidence.Default, Trace.Off);
        assembler.AddQuotations(0, [.. QuotationMap.Of(document).All]);
        Statement statement = Assert.Single(assembler.Finish());
        Assert.Equal(Between(example, '[', ']'), statement.Source?.In(text).ToString());
        Assert.Equal(Between(example, '{', '}'), statement.Cue?.Span.In(text).ToString());
        Assert.Equal(lemma, statement.Cue?.Lemma);
        Assert.Equal(act, RecordWord.Of(statement.Act));
    }

    private static string Between(string text, char open, char close)
    {
        int start = text.IndexOf(open, StringComparison.Ordinal) + 1;
        return text[start..text.IndexOf(close, start)];
    }
}
