// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Figures;
using Rapporteur.Records;

namespace Rapporteur.Tests.Figures;

/// <summary>What holds of the figures of any text, and what the tables do not say.</summary>
public sealed class FigureStageTests
{
    private static readonly string[] Pieces =
    [
        "two ", "twenty", "-", "five ", "hundred ", "and ", "a half ", "million ", "dozens ", "tens of ", "thousands ", "of ", "a ", "third ", "thirds ", "half ", "1,229.5", "2.5bn ", "10 ", "000 ", "1/3 ", "½ ",
        "3–4", "% ", "percent ", "percentage points ", "$", "€", "R$", "CAD ", "dollars ", "km ", "between ", "to ", "or ", "at least ", "more than ", "or more ", "-odd ", "in ", "times ", "as ", "doubled ", "twice ",
        "people ", "votes ", "ships ", "the ", "rose ", "killed ", "years ", "May ", "Section ", "No. ", "(", ")", ", ", ". ", "“", "” she said. ", "99999999999999999999999999999 ", "\n", "🚢", "e\u0301",
    ];

    private static readonly RapporteurReader Reader = new();

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_apart()
        => Gen.Int[0, Pieces.Length - 1].Array[0, 40].Sample(
            picked =>
            {
                string text = string.Concat(picked.Select(p => Pieces[p]));
                int end = 0;
                foreach (Figure figure in Reader.Read(text).Figures)
                {
                    Assert.True(figure.Span.Start >= end && !figure.Span.IsEmpty && figure.Span.End <= text.Length, $"{figure.Span} after {end}");
                    end = figure.Span.End;
                    Assert.True(figure.Of is not { } of || (!of.IsEmpty && of.Start >= 0 && of.End <= text.Length), $"{figure.Of}");
                    Assert.True(figure.Value >= 0 && (figure.Upper is null) == (figure.Qualifier != FigureQualifier.Between), $"{figure}");
                    Assert.True(figure.Upper is null || figure.Upper > figure.Value, $"{figure}");
                    Assert.True(figure.Currency is null || figure.Unit == FigureUnit.Money, $"{figure}");
                }
            },
            iter: 3000);

    [Theory]
    [InlineData("9999999999999999999999999999999999999999")]
    [InlineData("999999999999999 trillion")]
    [InlineData("1,2,3,4,5,6,7,8")]
    [InlineData("0.00000000000000000000000000000000001")]
    [InlineData("1.2.3.4")]
    public void A_number_that_none_can_be_is_not_invented(string number)
    {
        foreach (Figure figure in Reader.Read($"The bank lost {number} ships.").Figures)
            Assert.Equal("999999999999999 trillion", number);
    }

    [Fact]
    public void A_thousand_digits_and_a_thousand_magnitudes_are_survived()
    {
        Assert.Empty(Reader.Read($"They counted {new string('7', 1000)} ships.").Figures);
        Assert.All(Reader.Read($"They counted two {string.Concat(Enumerable.Repeat("million ", 1000))}ships.").Figures, static f => Assert.True(f.Value <= 2_000_000));
        Reader.Read($"They counted {string.Concat(Enumerable.Repeat("one of ", 1000))}ships and {string.Concat(Enumerable.Repeat("10 000 ", 1000))}.");
    }

    [Fact]
    public void A_figure_is_within_the_statement_that_tells_it()
    {
        const string Text = "“We lost 40 ships,” the admiral said. The fleet has 90 ships.";
        Report report = Reader.Read(Text);
        Assert.Equal([0, null], report.Figures.Select(static f => f.Within));
    }

    [Fact]
    public void The_one_day_of_its_clause_is_the_day_that_it_holds_for()
    {
        const string Text = "On March 3 the gunmen killed 12 guards. The fleet has 90 ships.";
        var document = new Document(Text, ReadOptions.None, new("test", 0, null));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.TakeWhile(static s => s is not FigureStage))
        {
            if ((stage.Writes & Layers.Times) == 0) stage.Run(document, StageContext.Plain);
        }

        document.Times.Fill([new TimeExpression(new(3, 10), TimeType.Date, "2023-03-03")]);
        new FigureStage().Run(document, StageContext.Plain);
        Assert.Equal(["2023-03-03", null], document.Figures.Select(static f => f.AsOf));
    }

    [Fact]
    public void The_trace_tells_why_a_number_is_kept_or_not()
    {
        var trace = Trace.Listening();
        Reader.Explain("The ship sank in 1912. Police held 40 sailors.", null, trace, TestContext.Current.CancellationToken);
        Assert.Contains(trace.Entries, static e => e is { Stage: "figures", Rule: "not:time or age", Kept: false });
        Assert.Contains(trace.Entries, static e => e is { Stage: "figures", Rule: "counted:Noun", Kept: true });
    }
}
