// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Segmentation;

/// <summary>Finds the sentences of the passages that are read.</summary>
public sealed class SegmentationStage : IStage
{
    private readonly SentenceFinder finder = new(Abbreviations.Default);

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages;

    /// <inheritdoc/>
    public Layers Writes => Layers.Sentences;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<Sentence> sentences = [];
        int unread = 0;
        for (int i = 0; i < document.Passages.Count; i++)
        {
            TextSpan span = document.Passages[i].Span;
            while (unread < document.Unread.Count && document.Unread[unread].Span.End <= span.Start) unread++;
            if (unread < document.Unread.Count && document.Unread[unread].Span.Overlaps(span)) continue;
            for (int start = span.Start; start < span.End;)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                TextSpan sentence = finder.Next(document.Text, new(start, span.End));
                if (sentence.IsEmpty) break;
                sentences.Add(new(sentence, i));
                start = sentence.End;
            }
        }

        document.Sentences.Fill([.. sentences]);
    }
}
