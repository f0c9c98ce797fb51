// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Events;

/// <summary>Finds who did what to whom, and codes it in PLOVER: docs/codebook/events.md.</summary>
public sealed class EventStage : IStage
{
    /// <summary>Events less sure than this are not recorded.</summary>
    internal const double Threshold = 0.4;

    private readonly ActorLexicon actors;
    private readonly EventLexicon lexicon = EventLexicon.Default;

    /// <summary>A stage that knows the actors of the lexicons that ship.</summary>
    public EventStage()
        : this(ActorLexicon.Default)
    {
    }

    /// <summary>A stage that knows other actors, such as a user's.</summary>
    internal EventStage(ActorLexicon actors) => this.actors = actors;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Statements | Layers.Actors | Layers.Times | Layers.Places;

    /// <inheritdoc/>
    public Layers Writes => Layers.Events;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parties = new PartyCoder(document, lexicon, actors);
        var finder = new EventFinder(document, lexicon, parties);
        List<FoundEvent> found = [];
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            finder.AddOf(s, found);
        }

        new StatementEvents(document, lexicon, parties).Add([.. found.Select(static f => f.Token)], found);
        found.Sort(static (a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : a.Type.CompareTo(b.Type));
        document.Events.Fill(new EventMaker(document, lexicon, context.Trace).Make(found));
    }
}
