// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Statements;

namespace Rapporteur.Tests.Statements;

public sealed class CueWindowTests
{
    private static readonly string Text = string.Join("\n", Enumerable.Range(0, 30).Select(static i =>
        i % 7 == 0 ? string.Concat(Enumerable.Repeat("The envoy of the northern port said on Monday, after long talks, that “nobody had asked him”. ", 12))
            : "“We will not sign,” Ruiz said. She added: “Never.”"));

    [Fact]
    public void Every_window_holds_its_cue_and_stays_in_the_passage()
    {
        var document = new Document(Text, new ReadOptions { OneReport = true }, new("text", 0, null));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.TakeWhile(static s => s is not StatementStage)) stage.Run(document, new StageContext(Trace.Off, default));
        var quotations = QuotationMap.Of(document);
        Gen.Int[0, document.Sentences.Count - 1].Select(Gen.Int[0, 500], Gen.Int[1, 6]).Sample(
            (sentence, place, length) =>
            {
                // The window keeps its place while it writes; samples run side by side, so each has its own.
                var window = new CueWindow(document, quotations);
                TokenRange own = document.Tokens.RangeOf(document.Sentences[sentence].Span);
                int first = own.First + (place % own.Count);
                var cue = new TokenRange(first, Math.Min(own.End, first + length));
                TokenRange around = window.Around(sentence, cue);
                Assert.InRange(around.Count, cue.Count, CueWindow.Most);
                Assert.True(around.First <= cue.First && around.End >= cue.End);
                Assert.True(document.Passages[document.Sentences[sentence].Passage].Span.Contains(document.Tokens.SpanOf(around)));
                var rows = new int[around.Count * CueWindow.Count];
                window.Write(sentence, cue, around, rows);
                Assert.All(rows, static r => Assert.InRange(r, 0, CueWindow.Size - 1));
            },
            iter: 300);
    }
}
