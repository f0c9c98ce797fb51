// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests;

/// <summary>What the trained stages together make of plain sentences: nothing that a better model could get wrong.</summary>
public sealed class LanguageTests
{
    private static readonly RapporteurReader Reader = new();

    [Fact]
    public void A_plain_sentence_is_read_whole()
    {
        Report report = Reader.Read("The minister rejected the plan on Tuesday. Her deputies were not told.");
        Assert.Equal(2, report.Sentences.Count);
        Assert.Equal("minister/nsubj rejected/root plan/obj", Arcs(report, 0, "nsubj", "root", "obj"));
        Assert.Equal("deputies/nsubj:pass told/root", Arcs(report, 1, "nsubj:pass", "root"));
        Assert.Equal("the minister reject the plan on Tuesday .", Lemmas(report, 0));
        Assert.Equal("DET NOUN VERB DET NOUN ADP PROPN PUNCT", string.Join(' ', Tokens(report, 0).Select(i => RecordWord.Of(report.Tags.UposOf(i)))));
    }

    [Fact]
    public void Names_have_kinds()
    {
        Report report = Reader.Read("Angela Merkel flew to Paris on Friday. The United Nations criticized French troops in Mali.");
        Assert.Equal(
            ["Angela Merkel PER", "Paris LOC", "United Nations ORG", "French MISC", "Mali LOC"],
            report.Names.Select(n => $"{n.Span.In(report.Text)} {RecordWord.Of(n.Type)}"));
    }

    [Fact]
    public void A_stop_behind_an_abbreviation_need_not_end_a_sentence()
    {
        Report report = Reader.Read("Sen. Ruiz met Dr. Novak of the U.S. delegation at 5 p.m. on Feb. 21. They did not agree. “We will see,” he said.");
        Assert.Equal(3, report.Sentences.Count);
    }

    [Fact]
    public void Long_sentences_long_words_and_text_without_spaces_are_read()
    {
        foreach (string text in (string[])[string.Concat(Enumerable.Repeat("the mayor and ", 3000)), new string('x', 10_000), string.Concat(Enumerable.Repeat("x-", 3000)), string.Concat(Enumerable.Repeat("\"", 5000))])
        {
            Report report = Reader.Read(text);
            foreach (Sentence sentence in report.Sentences) CheckTree(report, report.Tokens.RangeOf(sentence.Span));
        }
    }

    /// <summary>One root, no cycle, every head inside the sentence.</summary>
    internal static void CheckTree(Report report, TokenRange sentence)
    {
        var tokens = Enumerable.Range(sentence.First, sentence.Count);
        Assert.Single(tokens, i => report.Trees.HeadOf(i) < 0);
        var reaches = new bool[sentence.Count]; // those from which a way to the root was found
        List<int> way = [];
        foreach (int token in tokens)
        {
            Assert.Equal(report.Trees.HeadOf(token) < 0, report.Trees.DeprelOf(token) == Deprel.Root);
            way.Clear();
            for (int at = token; at >= 0 && !reaches[at - sentence.First]; at = report.Trees.HeadOf(at))
            {
                Assert.InRange(at, sentence.First, sentence.End - 1);
                Assert.True(way.Count < sentence.Count, "a cycle");
                way.Add(at);
            }

            foreach (int at in way) reaches[at - sentence.First] = true;
        }
    }

    private static IEnumerable<int> Tokens(Report report, int sentence)
    {
        TokenRange range = report.Tokens.RangeOf(report.Sentences[sentence].Span);
        return Enumerable.Range(range.First, range.Count);
    }

    private static string Arcs(Report report, int sentence, params string[] deprels)
        => string.Join(' ', Tokens(report, sentence).Select(i => (Word: report.Tokens.WordOf(i).ToString(), Label: TreeTable.LabelOf(report.Trees.DeprelOf(i))))
            .Where(t => deprels.Contains(t.Label)).Select(t => $"{t.Word}/{t.Label}"));

    private static string Lemmas(Report report, int sentence) => string.Join(' ', Tokens(report, sentence).Select(report.Tags.LemmaOf));
}
