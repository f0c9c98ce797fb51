// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>Finds numbers with what they count.</summary>
public sealed class FigureStage : IStage
{
    private readonly FigureWords words = FigureWords.Default;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Statements | Layers.Times;

    /// <inheritdoc/>
    public Layers Writes => Layers.Figures;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Cancellation.ThrowIfCancellationRequested();
        var reading = new FigureReading(document, words, context.Trace);
        foreach (ref readonly Sentence sentence in document.Sentences.AsSpan())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            reading.Read(document.Tokens.RangeOf(sentence.Span));
        }

        document.Figures.Fill(reading.Finish());
    }
}
