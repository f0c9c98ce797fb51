// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Names;

/// <summary>
/// Finds names: scores every word for every part of a name, and takes the best row of tags for the sentence. Then the report
/// as a whole has its say: titles in quotation marks, mentions that were missed, and one kind for the same words.
/// </summary>
/// <remarks>A linear-chain conditional random field over BILOU tags (Lafferty et al. 2001; Ratinov and Roth 2009).</remarks>
public sealed class NameStage : IStage
{
    private readonly NameScorer scorer;
    private readonly TagDecoder decoder;

    /// <summary>A stage that runs a model.</summary>
    /// <exception cref="ModelException">The model's tags are not BILOU tags of the four kinds of names.</exception>
    public NameStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        scorer = new(model.File);
        decoder = new(model.File);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences | Layers.Encoding | Layers.Tags | Layers.Trees;

    /// <inheritdoc/>
    public Layers Writes => Layers.Names;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        var names = new NameList(document.Tokens);
        TokenVectors vectors = document.Encodings[0];
        Span<float> scores = stackalloc float[NameScorer.Most * scorer.Stride];
        Span<byte> tags = stackalloc byte[NameScorer.Most];
        foreach (Sentence sentence in document.Sentences.AsSpan())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(sentence.Span);
            for (int start = range.First; start < range.End; start += NameScorer.Most)
            {
                var part = new TokenRange(start, Math.Min(range.End, start + NameScorer.Most));
                scorer.Score(vectors.Of(part), part.Count, vectors.Unit, scores);
                decoder.Decode(scores, scorer.Stride, tags[..part.Count]);
                Collect(part, tags, scores, names);
            }
        }

        QuotedTitles.AddTo(names, document.Tokens, document.Sentences.AsSpan(), NameWords.Default);
        RepeatedNames.AddTo(names, document.Tokens, document.Sentences.AsSpan());
        new Descriptions(document.Tokens, document.Tags, document.Trees, NameWords.Default).Vote(names);
        NameConsistency.Apply(document.Tokens, names);
        document.Names.Fill(names.ToArray());
    }

    private void Collect(TokenRange part, ReadOnlySpan<byte> tags, ReadOnlySpan<float> scores, NameList names)
    {
        int first = -1;
        for (int i = 0; i < part.Count; i++)
        {
            (TagPart position, NameType type) = decoder.Meaning(tags[i]);
            if (position is TagPart.First or TagPart.Only) first = part.First + i;
            if (position is not (TagPart.Last or TagPart.Only) || first < 0) continue;
            var range = new TokenRange(first, part.First + i + 1);
            names.Add(range, type, decoder.KindsOf(scores[((first - part.First) * scorer.Stride)..], scorer.Stride, range.Count));
            first = -1;
        }
    }
}
