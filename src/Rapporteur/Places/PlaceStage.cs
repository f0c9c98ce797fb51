// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Places;

/// <summary>Finds which words name places, and where on the Earth those are.</summary>
public sealed class PlaceStage : IStage
{
    private readonly PlaceIndex index;
    private readonly PlaceWords words = PlaceWords.Default;

    /// <summary>A stage that knows the places of a model's gazetteer and of the lexicons that ship.</summary>
    /// <exception cref="ModelException">The gazetteer does not hold what the stage reads.</exception>
    public PlaceStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        index = PlaceIndex.Open(model);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Actors;

    /// <inheritdoc/>
    public Layers Writes => Layers.Places;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Cancellation.ThrowIfCancellationRequested();
        FoundPlaces found = new PlaceFinder(document, index, words).Find(context.Cancellation);
        HashSet<Containment> containments = new ContainmentFinder(document.Tokens, words).Find(found.Mentions);
        new PlaceResolver(found, containments, index.Towns, ResolverWeights.Fitted).Resolve();
        document.Places.Fill(new PlaceMaker(found, index.Towns, context.Trace).Make());
    }
}
