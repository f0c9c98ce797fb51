// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Records;

namespace Rapporteur.Tests.Statements;

/// <summary>Runs the examples of the cue lexicon: [source] and {cue} must be found as marked.</summary>
public sealed class CueLexiconTests
{
    private static readonly RapporteurReader Reader = new();

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
        Report report = Reader.Read(text);
        Statement statement = Assert.Single(report.Statements);
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
