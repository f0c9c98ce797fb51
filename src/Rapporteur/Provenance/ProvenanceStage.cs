// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>Finds how the words reached the page: first publication, interviews, other outlets, polls, documents, posts; with the statements that came so.</summary>
public sealed class ProvenanceStage : IStage
{
    private readonly ProvenanceWords words = ProvenanceWords.Default;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Statements | Layers.Actors;

    /// <inheritdoc/>
    public Layers Writes => Layers.Provenance;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        var ledger = new LinkLedger(document, context.Trace);
        var view = new SourceView(document, words);
        new CreditFinder(document, ledger).Find();
        var interviews = new InterviewFinder(view, ledger);
        var citations = new CitationFinder(view, ledger);
        var polls = new PollFinder(view, ledger);
        var documents = new DocumentFinder(view, ledger);
        var posts = new PostFinder(view, ledger, citations);
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            // a post's own words are told as a post, a note's as a credit
            if (document.Passages[document.Sentences[s].Passage].Kind is PassageKind.SocialPost or PassageKind.EditorNote or PassageKind.Byline) continue;
            TokenRange range = document.Tokens.RangeOf(document.Sentences[s].Span);
            interviews.Find(range, s);
            citations.Find(range, s);
            polls.Find(range, s);
            documents.Find(range, s);
            posts.Find(range, s);
        }

        citations.FindStatements();
        posts.FindShown();
        document.Provenance.Fill(ledger.ToArray());
    }
}
