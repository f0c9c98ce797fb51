// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Tokens;

namespace Rapporteur.Tests.Tokens;

public sealed class TokenStageTests
{
    [Theory]
    [InlineData("I don't think Peru's mayor can't.", "I do n't think Peru 's mayor ca n't .")]
    [InlineData("They cannot, we’ll see.", "They can not , we ’ll see .")]
    [InlineData("A long-term anti-government, pro-Russian re-election e-mail", "A long - term anti-government , pro-Russian re-election e-mail")]
    [InlineData("mid-March, post-war and well-known", "mid-March , post-war and well - known")]
    [InlineData("It cost $9.9 billion, or 34%, on 11/28/2000.", "It cost $ 9.9 billion , or 34 % , on 11/28/2000 .")]
    [InlineData("Call 555-0134 or 202-555-0134, from 2003-2004.", "Call 555-0134 or 202-555-0134 , from 2003 - 2004 .")]
    [InlineData("Write to press.desk@example.org, see https://example.org/a?b=c.", "Write to press.desk@example.org , see https://example.org/a?b=c .")]
    [InlineData("See example.com/list/4, budget_2024.pdf and news.example.co.uk.", "See example.com/list/4 , budget_2024.pdf and news.example.co.uk .")]
    [InlineData("It ended.The guards left.It was over.", "It ended . The guards left . It was over .")]
    [InlineData("Really?! No!!! Well... :) ;-) fine", "Really ?! No !!! Well ... :) ;-) fine")]
    [InlineData("The U.S. and the U.N. met at 5 p.m. on Feb. 21", "The U.S. and the U.N. met at 5 p.m. on Feb. 21")]
    [InlineData("@who said #NoWar", "@who said #NoWar")]
    [InlineData("“We will not sign,” she said.", "“ We will not sign , ” she said .")]
    [InlineData("(see: page 4)", "( see : page 4 )")]
    [InlineData("its 1,229 members", "its 1,229 members")]
    public void Words_are_cut_as_the_treebanks_cut_them(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Fact]
    public void Every_prefix_stays_with_its_word_in_its_example()
    {
        foreach (LexiconRow row in LexiconFile.Embedded("en/tokens/prefixes.tsv", "prefix", "example").Rows)
            Assert.Contains(Cut(row["example"]).Split(' '), w => w.StartsWith(row["prefix"] + "-", StringComparison.OrdinalIgnoreCase) && w.Length > row["prefix"].Length + 1);
    }

    [Fact]
    public void Every_contraction_is_cut_at_its_seam_in_its_example()
    {
        foreach (LexiconRow row in LexiconFile.Embedded("en/tokens/contractions.tsv", "word", "example").Rows)
            Assert.Contains(row["word"].Replace('|', ' '), Cut(row["example"]), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(200_000, "a")]
    [InlineData(100_000, "a.")]
    [InlineData(100_000, "a-")]
    [InlineData(100_000, "1-")]
    [InlineData(60_000, "a@b.")]
    [InlineData(100_000, "'s")]
    public void Text_without_any_space_is_cut(int times, string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(text, Cut(text).Replace(" ", "", StringComparison.Ordinal));
    }

    private static string Cut(string text)
    {
        var document = new Document(text, ReadOptions.None, new("test", 0, null));
        document.Passages.Fill([new(new(0, text.Length), PassageKind.Paragraph, "en")]);
        document.Unread.Fill([]);
        new TokenStage().Run(document, StageContext.Plain);
        return string.Join(' ', Enumerable.Range(0, document.Tokens.Count).Select(i => document.Tokens.WordOf(i).ToString()));
    }
}
