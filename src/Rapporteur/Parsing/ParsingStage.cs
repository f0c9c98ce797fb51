// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Parsing;

/// <summary>Finds each sentence's dependency tree: scores every arc, takes the best tree, then names its arcs.</summary>
/// <remarks>Deep biaffine attention (Dozat and Manning 2017). Of sentences of more than 256 tokens, stretches of 256 are parsed, and each later one hangs on the root of the first.</remarks>
public sealed class ParsingStage : IStage
{
    private readonly ArcScorer arcs;
    private readonly ArcLabeller labeller;

    /// <summary>A stage that runs a model.</summary>
    /// <exception cref="ModelException">The model's relations are not those of Universal Dependencies.</exception>
    public ParsingStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        arcs = new(model.File);
        labeller = new(model.File);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences | Layers.Encoding;

    /// <inheritdoc/>
    public Layers Writes => Layers.Trees;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        int count = document.Tokens.Count;
        var heads = new int[count];
        var deprels = new byte[count];
        TokenVectors vectors = document.Encodings[0];
        Scratch scratch = Scratch.Mine;
        foreach (Sentence sentence in document.Sentences.AsSpan())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(sentence.Span);
            int root = -1;
            for (int start = range.First; start < range.End; start += ArcScorer.Most)
            {
                int n = Math.Min(ArcScorer.Most, range.End - start);
                var part = new TokenRange(start, start + n);
                Span<float> scores = scratch.Scores(n * (n + 1));
                arcs.Score(vectors.Of(part), n, vectors.Unit, scores, scratch);
                Span<int> found = heads.AsSpan(start, n);
                SpanningTree.Find(scores, found);
                labeller.Label(vectors.Of(part), found, vectors.Unit, deprels.AsSpan(start, n), scratch);
                MakeOblique(found, deprels.AsSpan(start, n));
                for (int i = 0; i < n; i++)
                {
                    if (found[i] >= 0) found[i] += start;
                    else if (root < 0) root = start + i;
                    else (found[i], deprels[start + i]) = (root, (byte)Deprel.Parataxis);
                }
            }
        }

        document.TreeTables.Fill([new(heads, deprels)]);
    }

    /// <summary>What has a preposition is no object: the labels are found one by one, the guidelines of Universal Dependencies tie them.</summary>
    private static void MakeOblique(ReadOnlySpan<int> heads, Span<byte> deprels)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            int head = heads[i];
            if ((Deprel)deprels[i] == Deprel.Case && head > i && (Deprel)deprels[head] is Deprel.Obj or Deprel.Iobj) deprels[head] = (byte)Deprel.Obl;
        }
    }
}
