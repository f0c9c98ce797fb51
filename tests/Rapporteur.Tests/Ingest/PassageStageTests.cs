// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Ingest;

namespace Rapporteur.Tests.Ingest;

public sealed class PassageStageTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const(" \u200b\ufeff"), Gen.Const("\f"), Gen.Const("- one\n"), Gen.Const("By Ana Ruiz\n"), Gen.String[0, 40],
            Gen.Const("The council of the town met on Tuesday and spoke about its harbor.\n"), Gen.Const("🇳🇮 #Uno #Dos El pueblo no olvida a los que se fueron. pic.twitter.com/a1\n"),
            Gen.Const("El ministro perdió las elecciones y no se presentará otra vez.\n"), Gen.Const("اجتمع المجلس يوم الثلاثاء للحديث عن الميناء.\n"))
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void Passages_are_trimmed_in_order_and_inside_the_text()
        => Texts.Sample(text => Check(text, ReadOptions.None), iter: 500);

    [Fact]
    public void Blocks_keep_the_order_too()
        => Gen.Select(Texts, Gen.Int[0, 60].Array[0, 12], (text, cuts) => (text, cuts)).Sample(
            (text, cuts) =>
            {
                List<Block> blocks = [];
                int at = 0;
                foreach (int cut in cuts)
                {
                    int end = Math.Min(text.Length, at + cut);
                    blocks.Add(new(new(at, end), cut % 2 == 0 ? PassageKind.Paragraph : PassageKind.Heading));
                    at = end;
                }

                Check(text, new ReadOptions { Blocks = blocks });
            },
            iter: 500);

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ReportSplitter.Split("A.\nB.\nC.\nD.\nE.", ReadOptions.None, Trace.Off, source.Token));
    }

    private static void Check(string text, ReadOptions options)
    {
        var document = new Document(text, options, new InputReference("text", 0, null));
        new PassageStage().Run(document, StageContext.Plain);
        int at = 0;
        foreach (Passage passage in document.Passages)
        {
            Assert.True(passage.Span.Start >= at && passage.Span.End <= text.Length && !passage.Span.IsEmpty);
            Assert.False(char.IsWhiteSpace(text[passage.Span.Start]) || char.IsWhiteSpace(text[passage.Span.End - 1]));
            at = passage.Span.End;
        }

        Assert.All(document.Unread, unread => Assert.Contains(document.Passages, passage => passage.Span == unread.Span));
    }
}
