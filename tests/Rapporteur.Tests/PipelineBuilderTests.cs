// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Ingest;
using Rapporteur.Models;
using Rapporteur.Statements;
using Rapporteur.Tokens;

namespace Rapporteur.Tests;

public sealed class PipelineBuilderTests
{
    [Fact]
    public void A_stage_that_reads_what_no_stage_writes_is_refused()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => new PipelineBuilder().Add(new PassageStage()).Add(new StatementStage(LanguageModel.Default)).Build());
        Assert.Equal("StatementStage reads Sentences, Tokens, Encoding, Tags, Trees, Names, which no stage before it writes; filled by then: Passages.", problem.Message);
    }

    [Fact]
    public void Two_stages_that_write_one_layer_are_refused()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => new PipelineBuilder().Add(new PassageStage()).Add(new PassageStage()).Build());
        Assert.Contains("PassageStage writes Passages", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_can_be_replaced_by_ones_own()
    {
        Pipeline pipeline = DefaultPipeline.Create().Replace<StatementStage>(new NoStatements()).Build();
        Assert.Empty(new RapporteurReader(pipeline).Read("“No,” he said.").Statements);
    }

    [Fact]
    public void Replacing_a_stage_that_is_not_there_names_those_that_are()
        => Assert.Contains("PassageStage", Assert.Throws<InvalidOperationException>(
            () => new PipelineBuilder().Add(new PassageStage()).Replace<TokenStage>(new NoStatements())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_layer_read_too_early_names_itself()
    {
        var document = new Document("text", ReadOptions.None, new("test", 0, null));
        Assert.Contains("Sentences", Assert.Throws<InvalidOperationException>(() => document.Sentences.Count).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_fails_gives_a_failure_that_names_it_and_the_rest_goes_on()
    {
        Pipeline pipeline = DefaultPipeline.Create().Replace<StatementStage>(new FailsOn("bad")).Build();
        InputItem[] items = [.. new[] { "good", "bad", "fine" }.Select(text => new InputText(text, text, ReadOptions.None) { IsVerbatim = true })];
        List<string> results = [];
        await foreach (var result in new RapporteurReader(pipeline).ReadManyAsync(items, r => r.Text, 2, cancellation: TestContext.Current.CancellationToken))
            results.Add(result is ReadResult<string>.Failed failed ? $"{failed.InputName}: {failed.Place}: {failed.Reason}" : result.InputName);
        Assert.Equal(["good", "bad: report 1: FailsOn failed: bad text", "fine"], results);
    }

    [Fact]
    public async Task What_is_known_is_not_read()
    {
        InputItem[] items = [.. new[] { "one", "two" }.Select(text => new InputText(text, text, ReadOptions.None) { IsVerbatim = true })];
        int made = 0;
        List<string> kinds = [];
        await foreach (var result in new RapporteurReader().ReadManyAsync(items, _ => ++made, 1, document => document.Text == "one", TestContext.Current.CancellationToken))
            kinds.Add(result.GetType().Name);
        Assert.Equal(["Known", "Read"], kinds);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task An_error_of_the_inputs_reaches_the_caller()
    {
        static IEnumerable<InputItem> Broken()
        {
            yield return new InputText("a", "text", ReadOptions.None) { IsVerbatim = true };
            throw new InvalidDataException("broken");
        }

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in new RapporteurReader().ReadManyAsync(Broken(), r => r.Id, 2, cancellation: TestContext.Current.CancellationToken))
            {
            }
        });
    }

    private sealed class NoStatements : IStage
    {
        public Layers Reads => Layers.None;

        public Layers Writes => Layers.Statements;

        public void Run(Document document, StageContext context) => document.Statements.Fill([]);
    }

    private sealed class FailsOn(string text) : IStage
    {
        public Layers Reads => Layers.None;

        public Layers Writes => Layers.Statements;

        public void Run(Document document, StageContext context)
        {
            if (document.Text == text) throw new InvalidOperationException("bad text");
            document.Statements.Fill([]);
        }
    }
}
