// SPDX-License-Identifier: Apache-2.0

using System.Text;
using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests;

/// <summary>What every stage of the default pipeline keeps to, on random and on awkward text.</summary>
public sealed class StageContract
{
    private static readonly string[] Awkward =
    [
        "“We will not sign,” the minister said. ", "\"No,\" he added.", "''Yes''", "‘Maybe’", "\n", "\n\n", "\r\n", " ", "\t", "Dr. J. Smith of the U.S. ",
        "according to ", "Ana Ruiz: “", "”", "\"", "’", "https://example.org/a?b=c, ", "@who #tag ", "1,229.5% ", "🇳🇮🇷🇺", "👩‍👩‍👧", "e\u0301", "\u200f", "שלום ", "سلام ", "漢字", "\ufeff", "\u2028",
        "No puede ser, dijo la ministra de la República. ", "Editor’s note: This article was first published by The Ledger.", "By Ana Ruiz", "- ", "*** ", "(", ")", "…", "—", "--", ".", "!", "?", "a.b.c", "O'Neil ", "don't ", "\0", "\u001b[31m",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Pieces.Array[0, 60].Select(parts => string.Concat(parts)),
        Gen.String[0, 300].Select(WellFormed),
        Gen.Select(Pieces.Array[0, 20], Gen.String[0, 40], (parts, noise) => WellFormed(string.Join(noise, parts))));

    [Fact]
    public void Stages_keep_their_spans_inside_the_text_and_touch_only_what_they_declare()
        => Texts.Sample(
            text =>
            {
                var document = NewDocument(text);
                Layers filled = Layers.None;
                foreach (IStage stage in DefaultPipeline.Create().Build().Stages)
                {
                    stage.Run(document, StageContext.Plain);
                    filled |= stage.Writes;
                    Assert.Equal(filled, document.Filled);
                }

                Assert.Equal(text, document.Text);
                CheckSpans(document);
            },
            iter: 2000);

    [Fact]
    public void Same_bytes_whoever_listens()
        => Texts.Sample(
            text =>
            {
                var reader = new RapporteurReader(Shared);
                byte[] plain = reader.Read(text).ToJson();
                Assert.Equal(plain, reader.Explain(text, null, Trace.Listening(), TestContext.Current.CancellationToken).ToJson());
            },
            iter: 500);

    [Fact]
    public async Task Same_bytes_on_one_thread_and_on_many()
    {
        string[] texts = Texts.Array[200, 200].Single();
        var items = texts.Select((text, i) => (InputItem)new InputText($"{i}", text, ReadOptions.None with { InputName = $"{i}" }) { IsVerbatim = true }).ToArray();
        List<string> one = await ReadAll(items, 1), many = await ReadAll(items, 8);
        Assert.Equal(one, many);
        Assert.NotEmpty(one);
    }

    [Fact]
    public void Stages_stop_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        string text = string.Concat(Enumerable.Repeat("“No,” he said. ", 50));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.Where(s => s.Writes is not (Layers.Origin or Layers.Provenance)))
        {
            var document = Filled(text, stage.Reads);
            Assert.Throws<OperationCanceledException>(() => stage.Run(document, new StageContext(Trace.Off, source.Token)));
        }
    }

    [Fact]
    public void Stages_allocate_little_once_warm()
    {
        string text = string.Concat(Enumerable.Repeat("The council met on Tuesday in the old town hall. “We will not sign,” the mayor, Ana Ruiz, said after the vote.\n", 200));
        int words = text.Count(c => c == ' ');
        var reader = new RapporteurReader(Shared);
        for (int i = 0; i < 3; i++) reader.Read(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(text);
        long perWord = (GC.GetAllocatedBytesForCurrentThread() - before) / words;
        Assert.True(perWord < 550, $"{perWord} bytes a word");
    }

    private static readonly Pipeline Shared = DefaultPipeline.Create().Build();

    private static Document NewDocument(string text) => new(text, ReadOptions.None, new InputReference("test", 0, null));

    private static Document Filled(string text, Layers layers)
    {
        var document = NewDocument(text);
        foreach (IStage stage in Shared.Stages)
        {
            if ((document.Filled & layers) == layers) break;
            stage.Run(document, StageContext.Plain);
        }

        return document;
    }

    private static async Task<List<string>> ReadAll(InputItem[] items, int threads)
    {
        List<string> results = [];
        await foreach (ReadResult<string> result in new RapporteurReader(Shared).ReadManyAsync(items, r => Encoding.UTF8.GetString(r.ToJson()), threads, cancellation: TestContext.Current.CancellationToken))
            results.Add(result is ReadResult<string>.Read read ? read.Value : result.ToString());
        return results;
    }

    private static void CheckSpans(Document document)
    {
        var all = new TextSpan(0, document.Text.Length);
        CheckOrder(document.Passages.Select(p => p.Span), all, "passage");
        CheckOrder(document.Unread.Select(p => p.Span), all, "unread");
        CheckOrder(document.Sentences.Select(s => s.Span), all, "sentence");
        CheckOrder(Enumerable.Range(0, document.Tokens.Count).Select(document.Tokens.SpanOf), all, "token");
        foreach (Sentence sentence in document.Sentences) Assert.True(document.Passages[sentence.Passage].Span.Contains(sentence.Span));
        for (int i = 0; i < document.Tokens.Count; i++)
        {
            TextSpan token = document.Tokens.SpanOf(i);
            Assert.False(char.IsWhiteSpace(document.Text[token.Start]));
            Assert.True(token.Start == 0 || !char.IsSurrogatePair(document.Text[token.Start - 1], document.Text[token.Start]));
        }

        var report = new Report(document);
        foreach (Sentence sentence in document.Sentences) LanguageTests.CheckTree(report, document.Tokens.RangeOf(sentence.Span));
        CheckOrder(document.Names.Select(n => n.Span), all, "name");
        foreach (Name name in document.Names) Assert.Contains(document.Sentences, s => s.Span.Contains(name.Span));
        Assert.True(document.Sentences.Sum(s => document.Tokens.RangeOf(s.Span).Count) == document.Tokens.Count, "tokens outside sentences");

        CheckOrder(document.Times.Select(t => t.Span), all, "time");
        foreach (TimeExpression time in document.Times) Assert.Contains(document.Sentences, s => s.Span.Contains(time.Span));

        foreach (Statement statement in document.Statements)
        {
            Assert.NotEmpty(statement.Content);
            CheckOrder(statement.Content, all, "content");
            Assert.True(statement.Source is null || (all.Contains(statement.Source.Value) && !statement.Source.Value.IsEmpty));
            Assert.True(statement.Cue is null || (all.Contains(statement.Cue.Span) && !statement.Cue.Span.IsEmpty));
            Assert.InRange(statement.Confidence, 0, 1);
        }

        Assert.Equal(document.Statements.Select(s => s.Start).Order(), document.Statements.Select(s => s.Start));
    }

    private static void CheckOrder(IEnumerable<TextSpan> spans, TextSpan all, string what)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            Assert.True(span.Start >= end && !span.IsEmpty && all.Contains(span), $"{what} {span} after {end} in {all}");
            end = span.End;
        }
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
