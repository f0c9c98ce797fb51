// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Coreference;
using Rapporteur.Encoders;
using Rapporteur.Events;
using Rapporteur.Figures;
using Rapporteur.Ingest;
using Rapporteur.Models;
using Rapporteur.Names;
using Rapporteur.Parsing;
using Rapporteur.Places;
using Rapporteur.Provenance;
using Rapporteur.Relations;
using Rapporteur.Segmentation;
using Rapporteur.Statements;
using Rapporteur.Tagging;
using Rapporteur.Times;
using Rapporteur.Tokens;

namespace Rapporteur;

/// <summary>The stages that Rapporteur reads with, in order.</summary>
public static class DefaultPipeline
{
    /// <summary>A builder with every stage; replace one to try your own.</summary>
    /// <param name="model">The trained model; null for the one beside the program.</param>
    /// <exception cref="ModelException">No model was given, and the one beside the program cannot be used.</exception>
    public static PipelineBuilder Create(LanguageModel? model = null)
    {
        model ??= LanguageModel.Default;
        return new PipelineBuilder()
            .Add(new PassageStage())            // text → passages, with kind and language
            .Add(new OriginStage())             // passages → title, author, outlet, dates
            .Add(new TokenStage())              // passages → tokens
            .Add(new ContextStage(model))       // tokens → vectors in the passage
            .Add(new SegmentationStage(model))  // vectors in the passage → sentences
            .Add(new EncodingStage(model))      // sentences → vectors in the sentence
            .Add(new TaggingStage(model))       // vectors → parts of speech, lemmas
            .Add(new ParsingStage(model))       // vectors → dependency trees
            .Add(new NameStage(model))          // vectors → names
            .Add(new TimeStage())               // names, trees, origin → times and their values
            .Add(new StatementStage(model))     // trees, vectors → statements
            .Add(new CoreferenceStage())        // names, trees, statements → actors
            .Add(new PlaceStage(model))         // names → places
            .Add(new FigureStage())             // trees, times, statements → figures
            .Add(new EventStage())              // trees, actors, statements → who did what to whom
            .Add(new RelationStage())           // names, trees, actors → how actors stand to each other
            .Add(new ProvenanceStage());        // passages → how the words reached the page
    }
}
