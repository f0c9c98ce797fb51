// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;

namespace Rapporteur.Tests.Documents;

public sealed class StatementContentsTests
{
    [Fact]
    public void The_innermost_is_the_shortest_content_that_holds_the_words_whether_contents_nest_or_cross()
        => Gen.Select(Gen.Int[0, 60], Gen.Int[1, 30]).Select(static (start, length) => new TextSpan(start, start + length)).Array[0, 12]
            .Select(Gen.Int[0, 80], Gen.Int[1, 6]).Sample(
                (contents, start, length) =>
                {
                    var document = new Document("", ReadOptions.None, new("test", 0, null));
                    document.Statements.Fill([.. contents.Select(static c => new Statement { Quotation = QuotationKind.Indirect, Content = [c], Confidence = 1 })]);
                    var words = new TextSpan(start, start + length);
                    int? around = document.Contents.Around(words);
                    int[] holding = [.. contents.Where(c => c.Contains(words)).Select(static c => c.Length)];
                    Assert.Equal(holding.Length > 0, around is not null);
                    if (around is { } found) Assert.Equal((true, holding.Min()), (contents[found].Contains(words), contents[found].Length));
                });
}
