// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Statements;

/// <summary>Finds who said what: cues, the source and content of each, then quotations that no cue reaches.</summary>
/// <remarks>
/// A trained finder scores every word for being a cue and the words around each cue for being its source or content
/// (<see cref="CueFinder"/>). What lies inside another's content is kept within it. Quotations that are in none of these are
/// attributed by rules over words and paragraphs (<see cref="StatementAssembler"/>): a quotation that runs on, a speaker and a colon.
/// </remarks>
public sealed class StatementStage : IStage
{
    private readonly ClosedClasses closed = ClosedClasses.Default;
    private readonly CueLexicon cues = CueLexicon.Default;
    private readonly PatternConfidence patterns = PatternConfidence.Default;
    private readonly AttributionScorer scorer;
    private readonly SpanDecoder cueDecoder;
    private readonly SpanDecoder roleDecoder;

    /// <summary>A stage that runs a model.</summary>
    public StatementStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        scorer = new(model.Statements);
        cueDecoder = new(model.Statements, "cueTransition", AttributionScorer.CueLabels);
        roleDecoder = new(model.Statements, "roleTransition", AttributionScorer.RoleLabels);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Sentences | Layers.Tokens | Layers.Encoding | Layers.Tags | Layers.Trees | Layers.Names;

    /// <inheritdoc/>
    public Layers Writes => Layers.Statements;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        QuotationMap quotations = QuotationMap.Of(document);
        List<FoundAttribution> found = Find(document, quotations, context.Cancellation);
        var builder = new StatementBuilder(document, quotations, context.Trace);
        builder.Add(found);
        builder.AddUnreached(ByRules(document, quotations, context));
        document.Statements.Fill(builder.Finish());
    }

    /// <summary>What the trained finder finds.</summary>
    internal List<FoundAttribution> Find(Document document, QuotationMap quotations, CancellationToken cancellation)
        => new CueFinder(scorer, cueDecoder.Fork(), roleDecoder.Fork()).Find(document, quotations, new TokenFeatures(document, quotations, cues), cancellation);

    private Statement[] ByRules(Document document, QuotationMap quotations, StageContext context)
    {
        if (quotations.All.Length == 0) return [];
        using var words = new WordView(document.Tokens, closed, cues);
        var assembler = new StatementAssembler(document, words, patterns, Trace.Off);
        foreach (IGrouping<int, Quotation> passage in quotations.All.GroupBy(static q => q.Passage))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            assembler.AddQuotations(passage.Key, [.. passage]);
        }

        return assembler.Finish();
    }
}
