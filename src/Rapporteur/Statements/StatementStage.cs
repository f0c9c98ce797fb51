// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Finds who said what: quotations with the cue and the source next to them, and clauses after a cue verb.</summary>
/// <remarks>
/// Rules over words, aimed at precision. For each passage: quotations by their marks (<see cref="QuotationFinder"/>); the
/// cue and the source beside each (<see cref="AttributionFinder"/>, <see cref="SourceFinder"/>); quotations that go on
/// after their attribution or over paragraphs are put together; then sentences whose cue takes a clause
/// (<see cref="ClauseFinder"/>). Confidence is that of the pattern, counted on annotated news (<see cref="PatternConfidence"/>).
/// </remarks>
public sealed class StatementStage : IStage
{
    private readonly ClosedClasses closed = ClosedClasses.Default;
    private readonly CueLexicon cues = CueLexicon.Default;
    private readonly PatternConfidence confidence = PatternConfidence.Default;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Sentences | Layers.Tokens;

    /// <inheritdoc/>
    public Layers Writes => Layers.Statements;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var words = new WordView(document.Tokens, closed, cues, context.Cancellation);
        var assembler = new StatementAssembler(document, words, confidence, context.Trace);
        List<Quotation> quotations = [];
        int next = 0;
        for (int i = 0; i < document.Passages.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int first = next;
            while (next < document.Sentences.Count && document.Sentences[next].Passage == i) next++;
            if (next == first) continue;                        // not read
            TextSpan passage = document.Passages[i].Span;
            quotations.Clear();
            QuotationFinder.FindIn(document.Text, passage, i, NextOpens(document, i), quotations);
            assembler.AddQuotations(i, quotations);
            assembler.AddClauses(document.Sentences.AsSpan()[first..next], quotations);
        }

        document.Statements.Fill(assembler.Finish());
    }

    private static bool NextOpens(Document document, int passage)
        => passage + 1 < document.Passages.Count && QuotationFinder.BeginsWithMark(document.Text, document.Passages[passage + 1].Span);
}
