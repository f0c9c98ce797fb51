// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Names;

/// <summary>Where in a name a word stands.</summary>
internal enum TagPart : byte
{
    /// <summary>Outside any.</summary>
    Outside,

    /// <summary>First of several words.</summary>
    First,

    /// <summary>Neither first nor last.</summary>
    Inside,

    /// <summary>Last of several words.</summary>
    Last,

    /// <summary>The only word.</summary>
    Only,
}

/// <summary>Finds the best row of tags for a sentence (Viterbi 1967); rows that are no names cannot come out.</summary>
internal sealed class TagDecoder
{
    private const float Forbidden = -1e4f;
    private readonly (TagPart Part, NameType Type)[] tags;
    private readonly float[] transition; // [from, to]
    private readonly byte[][] before;    // the tags that each may follow

    public TagDecoder(ModelFile model)
    {
        tags = [.. model.LabelsOf("names").Select(l => Parse(l, model.Path))];
        int n = tags.Length;
        ReadOnlySpan<float> learned = model.Get<float>("names.transition", n * n).Span;
        transition = learned.ToArray();
        before = [.. tags.Select(to => (byte[])[.. Enumerable.Range(0, n).Where(from => Follows(tags[from], to)).Select(from => (byte)from)])];
    }

    /// <summary>What a tag means.</summary>
    public (TagPart Part, NameType Type) Meaning(byte tag) => tags[tag];

    /// <summary>Decodes one sentence.</summary>
    /// <param name="scores">A row for each word.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="into">A tag for each word; at most 256.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, Span<byte> into)
    {
        int n = tags.Length, count = into.Length;
        if (count == 0) return;
        Span<byte> back = stackalloc byte[NameScorer.Most * n];
        Span<float> now = stackalloc float[n], next = stackalloc float[n];
        for (int t = 0; t < n; t++) now[t] = scores[t] + (tags[t].Part is TagPart.Inside or TagPart.Last ? Forbidden : 0);
        for (int i = 1; i < count; i++)
        {
            for (int to = 0; to < n; to++)
            {
                int best = 0;
                float top = float.NegativeInfinity;
                foreach (byte from in before[to])
                {
                    float score = now[from] + transition[(from * n) + to];
                    if (score > top) (top, best) = (score, from);
                }

                next[to] = top + scores[(i * stride) + to];
                back[(i * n) + to] = (byte)best;
            }

            next.CopyTo(now);
        }

        int tag = 0;
        for (int t = 0; t < n; t++)
        {
            if (tags[t].Part is TagPart.First or TagPart.Inside) now[t] += Forbidden;
            if (now[t] > now[tag]) tag = t;
        }

        for (int i = count - 1; i >= 0; i--)
        {
            into[i] = (byte)tag;
            tag = back[(i * n) + tag];
        }
    }

    /// <summary>How likely each kind is for words that are a name.</summary>
    /// <param name="scores">A row for each word, that of the first word first.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="count">Number of words.</param>
    public TypeScores KindsOf(ReadOnlySpan<float> scores, int stride, int count)
    {
        Span<float> sums = stackalloc float[4];
        for (int i = 0; i < count; i++)
        {
            TagPart part = count == 1 ? TagPart.Only : i == 0 ? TagPart.First : i == count - 1 ? TagPart.Last : TagPart.Inside;
            for (int tag = 0; tag < tags.Length; tag++)
            {
                if (tags[tag].Part == part) sums[(int)tags[tag].Type] += scores[(i * stride) + tag];
            }
        }

        return new TypeScores(sums[0], sums[1], sums[2], sums[3]).Normalised();
    }

    private static bool Follows((TagPart Part, NameType Type) from, (TagPart Part, NameType Type) to)
        => from.Part is TagPart.First or TagPart.Inside
            ? to.Part is TagPart.Inside or TagPart.Last && to.Type == from.Type
            : to.Part is TagPart.Outside or TagPart.First or TagPart.Only;

    private static (TagPart Part, NameType Type) Parse(string label, string path)
    {
        if (label == "O") return (TagPart.Outside, default);
        TagPart part = label[0] switch
        {
            'B' => TagPart.First,
            'I' => TagPart.Inside,
            'L' => TagPart.Last,
            'U' => TagPart.Only,
            _ => TagPart.Outside,
        };
        NameType? type = label[1..] switch
        {
            "-PER" => NameType.Person,
            "-ORG" => NameType.Organization,
            "-LOC" => NameType.Location,
            "-MISC" => NameType.Miscellaneous,
            _ => null,
        };
        return part != TagPart.Outside && type is { } known ? (part, known) : throw new ModelException($"{path}: {label} is no tag of a name.");
    }
}
