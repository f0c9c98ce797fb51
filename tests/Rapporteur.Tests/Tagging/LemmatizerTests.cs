// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;
using Rapporteur.Tagging;

namespace Rapporteur.Tests.Tagging;

public sealed class LemmatizerTests
{
    private static readonly string[] Tags = ["NNS", "NNP", "VBD"];
    private const string Rules = "# a note\nNNS\t\t1\t\t\nNNS\ties\t3\ty\t\nNNS\t^mice\t3\touse\t\nNNP\t\t0\t\t=\nVBD\ted\t2\t\t\n";

    [Theory]
    [InlineData("Parties", "NNS", "party")]
    [InlineData("votes", "NNS", "vote")]
    [InlineData("mice", "NNS", "mouse")]
    [InlineData("dormice", "NNS", "dormic")]
    [InlineData("Aarholm", "NNP", "Aarholm")]
    [InlineData("Rejected", "VBD", "reject")]
    [InlineData("went", "VBD", "went")]
    public void Whole_words_go_before_endings_and_long_endings_before_short_ones(string word, string tag, string lemma)
        => Assert.Equal(lemma, Lemma(Lemmatizer.Read(Rules, Tags), Tags, word, tag));

    [Theory]
    [InlineData("NNS\ts\t1")]
    [InlineData("NOTAG\ts\t1\t\t")]
    [InlineData("NNS\ts\tone\t\t")]
    public void A_line_that_is_no_rule_is_named(string line)
        => Assert.Contains("lemmas.tsv, line 3:", Assert.Throws<ModelException>(() => Lemmatizer.Read("# a note\n\n" + line + "\n", Tags)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("countries", "NNS", "country")]
    [InlineData("went", "VBD", "go")]
    [InlineData("was", "VBD", "be")]
    [InlineData("I", "PRP", "I")]
    [InlineData("i", "PRP", "I")]
    [InlineData("condemned", "VBD", "condemn")]
    [InlineData("Sanctions", "NNS", "sanction")]
    [InlineData("Chile", "NNP", "Chile")]
    public void The_rules_that_ship_know_common_words(string word, string tag, string lemma)
    {
        string[] tags = LanguageModel.Default.Labels["xpos"];
        Assert.Equal(lemma, Lemma(Lemmatizer.Read(LanguageModel.Default.Lemmas, tags), tags, word, tag));
    }

    private static string Lemma(Lemmatizer lemmatizer, string[] tags, string word, string tag)
    {
        int index = Array.IndexOf(tags, tag);
        var table = new TagTable(new TokenTable(word, [0], [word.Length]), [0], [(byte)index], [lemmatizer.Find(word, index)], tags, lemmatizer.Edits);
        return table.LemmaOf(0);
    }
}
