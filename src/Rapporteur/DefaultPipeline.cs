// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Ingest;
using Rapporteur.Provenance;
using Rapporteur.Segmentation;
using Rapporteur.Statements;
using Rapporteur.Tokens;

namespace Rapporteur;

/// <summary>The stages that Rapporteur reads with, in order.</summary>
public static class DefaultPipeline
{
    /// <summary>A builder with every stage; replace one to try your own.</summary>
    public static PipelineBuilder Create() => new PipelineBuilder()
        .Add(new PassageStage())        // text → passages, with kind and language
        .Add(new OriginStage())         // passages → title, author, outlet, dates
        .Add(new SegmentationStage())   // passages → sentences
        .Add(new TokenStage())          // sentences → tokens
        .Add(new StatementStage())      // tokens → statements
        .Add(new ProvenanceStage());    // passages → how the words reached the page
}
