// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Relations;

/// <summary>Finds how actors stand to each other, as the report says: offices, memberships, ownership, alliances, seats.</summary>
public sealed class RelationStage : IStage
{
    private readonly ActorLexicon lexicon;
    private readonly RelationWords words = RelationWords.Default;

    /// <summary>A stage that knows the actors of the lexicons that ship.</summary>
    public RelationStage()
        : this(ActorLexicon.Default)
    {
    }

    /// <summary>A stage that knows other actors, such as a user's.</summary>
    internal RelationStage(ActorLexicon lexicon) => this.lexicon = lexicon;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Statements | Layers.Actors;

    /// <inheritdoc/>
    public Layers Writes => Layers.Relations;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Cancellation.ThrowIfCancellationRequested();
        var view = new ReportView(document, lexicon);
        var ledger = new RelationLedger(view, PatternConfidence.Default, context.Trace);
        var roles = new RoleFinder(view, words);
        var listings = new ListingFinder(view, words);
        var made = new RoleRelations(view, ledger);
        var compounds = new CompoundFinder(view, words, ledger);
        var verbs = new VerbRelationFinder(view, words, ledger);
        var belongings = new BelongingFinder(view, words, ledger);
        foreach (Sentence sentence in document.Sentences)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(sentence.Span);
            List<RolePhrase> found = roles.Find(range);
            foreach (RolePhrase phrase in found)
            {
                listings.Find(phrase, range);
                made.Add(phrase);
            }

            compounds.Find(range, found);
            verbs.Find(range);
            belongings.Find(range);
        }

        document.Relations.Fill(ledger.ToArray());
    }
}
