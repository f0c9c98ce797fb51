// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Tagging;

/// <summary>Finds each token's part of speech and lemma.</summary>
public sealed class TaggingStage : IStage
{
    private readonly Dense layer;
    private readonly Upos[] upos;
    private readonly string[] xpos;
    private readonly Lemmatizer lemmatizer;

    /// <summary>A stage that runs a model.</summary>
    /// <exception cref="ModelException">The model's labels are not those of Universal Dependencies.</exception>
    public TaggingStage(LanguageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelFile file = model.File;
        upos = [.. file.LabelsOf("upos").Select(l => Enum.TryParse(l, ignoreCase: true, out Upos tag) ? tag
            : throw new ModelException($"{file.Path}: {l} is no part of speech of Universal Dependencies."))];
        xpos = file.LabelsOf("xpos");
        layer = new(file, "tags", file.Width, upos.Length + xpos.Length);
        lemmatizer = Lemmatizer.Read(model.Lemmas, xpos);
    }

    /// <inheritdoc/>
    public Layers Reads => Layers.Tokens | Layers.Sentences | Layers.Encoding;

    /// <inheritdoc/>
    public Layers Writes => Layers.Tags;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        int count = document.Tokens.Count;
        var uposOf = new byte[count];
        var xposOf = new byte[count];
        var edits = new ushort[count];
        TokenVectors vectors = document.Encodings[0];
        Scratch scratch = Scratch.Mine;
        Span<float> units = stackalloc float[Scratch.Block];
        units.Fill(vectors.Unit);
        Span<float> scores = scratch.Sums(Scratch.Block * layer.Stride);
        for (int first = 0; first < count; first += Scratch.Block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int rows = Math.Min(Scratch.Block, count - first);
            layer.Run(vectors.Of(new(first, first + rows)), rows, units, scores);
            for (int r = 0; r < rows; r++)
            {
                ReadOnlySpan<float> row = scores.Slice(r * layer.Stride, layer.Outputs);
                uposOf[first + r] = (byte)upos[Best(row[..upos.Length])];
                int tag = Best(row[upos.Length..]);
                xposOf[first + r] = (byte)tag;
                edits[first + r] = lemmatizer.Find(document.Tokens.WordOf(first + r), tag);
            }
        }

        document.TagTables.Fill([new(document.Tokens, uposOf, xposOf, edits, xpos, lemmatizer.Edits)]);
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
