// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Finds cues, and for each its source and content: stretch after stretch, each word scored once.</summary>
internal sealed class CueFinder(AttributionScorer scorer, SpanDecoder cueDecoder, SpanDecoder roleDecoder)
{
    /// <summary>Most words of a stretch; longer passages are read in several, cut between sentences.</summary>
    private const int Stretch = 2000;

    /// <summary>How much "no cue" is held back: doubtful cues are looked at too, and judged by what they attribute.</summary>
    private const float CueBias = 1.5f;

    private readonly List<TokenRange> sentences = [];
    private readonly int[] rows = new int[CueWindow.Most * CueWindow.Count];
    private readonly byte[] roles = new byte[CueWindow.Most];
    private float[] roleScores = [];
    private byte[] labels = [];

    /// <summary>Every attribution of a document, in order of their cues; those that may lie inside another's content among them.</summary>
    public List<FoundAttribution> Find(Document document, QuotationMap quotations, TokenFeatures features, CancellationToken cancellation)
    {
        List<FoundAttribution> found = [];
        AttributionBuffers buffers = AttributionBuffers.Mine;
        var window = new CueWindow(document, quotations);
        for (int next = 0; next < document.Sentences.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = next, passage = document.Sentences[next].Passage;
            TokenRange range = document.Tokens.RangeOf(document.Sentences[next].Span);
            int start = range.First, end = start;
            sentences.Clear();
            for (; next < document.Sentences.Count && document.Sentences[next].Passage == passage; next++)
            {
                range = document.Tokens.RangeOf(document.Sentences[next].Span);
                if (next > first && range.End - start > Stretch) break;
                sentences.Add(new(range.First - start, range.End - start));
                end = range.End;
            }

            if (end == start) continue;
            var stretch = new TokenRange(start, end);
            scorer.ScoreWords(document, stretch, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sentences), features, buffers);
            for (int s = 0; s < sentences.Count; s++) FindIn(first + s, sentences[s], stretch, window, buffers, found);
        }

        return found;
    }

    private void FindIn(int sentence, TokenRange range, TokenRange stretch, CueWindow window, AttributionBuffers buffers, List<FoundAttribution> found)
    {
        if (range.IsEmpty) return;
        if (labels.Length < range.Count) labels = new byte[range.Count * 2];
        Span<byte> tags = labels.AsSpan(0, range.Count);
        int outermost = found.Count;
        for (int level = 0; level < 2; level++)
        {
            ReadOnlySpan<float> scores = buffers.Scores()[((range.First * scorer.Stride) + (level * AttributionScorer.CueLabels))..];
            cueDecoder.Decode(scores, scorer.Stride, CueBias, tags);
            for (int i = 0; i < tags.Length; i++)
            {
                if (tags[i] != 1) continue;
                int end = i + 1;
                while (end < tags.Length && tags[end] == 2) end++;
                var cue = new TokenRange(stretch.First + range.First + i, stretch.First + range.First + end);
                if (level == 1 && Overlaps(found, outermost, cue)) continue;
                float margin = cueDecoder.Margin(i, 1) - CueBias;
                if (Complete(sentence, cue, stretch, window, buffers, level == 1, margin) is { } attribution) found.Add(attribution);
            }
        }
    }

    private static bool Overlaps(List<FoundAttribution> found, int from, TokenRange cue)
    {
        for (int i = from; i < found.Count; i++)
        {
            if (found[i].Cue.First < cue.End && cue.First < found[i].Cue.End) return true;
        }

        return false;
    }

    /// <summary>Finds the source and the content of a cue; null if nothing is attributed by it.</summary>
    private FoundAttribution? Complete(int sentence, TokenRange cue, TokenRange stretch, CueWindow window, AttributionBuffers buffers, bool inner, float margin)
    {
        TokenRange around = window.Around(sentence, cue);
        around = new(Math.Max(around.First, stretch.First), Math.Min(around.End, stretch.End));
        if (cue.First < around.First || cue.End > around.End) return null;
        int head = window.HeadOf(cue), count = around.Count, stride = scorer.RoleStride;
        window.Write(sentence, cue, around, rows);
        if (roleScores.Length < count * stride) roleScores = new float[CueWindow.Most * stride];
        scorer.ScoreRoles(rows, head - stretch.First, cue.End - 1 - stretch.First, new(around.First - stretch.First, around.End - stretch.First), buffers, roleScores);
        for (int i = cue.First; i < cue.End; i++)
        {
            for (int label = 1; label < AttributionScorer.RoleLabels; label++) roleScores[((i - around.First) * stride) + label] -= 1e4f;
        }

        Span<byte> labels = roles.AsSpan(0, count);
        roleDecoder.Decode(roleScores, stride, 0, labels);
        TokenRange? source = null;
        List<TokenRange> content = [];
        float sourceMargin = 0, contentMargin = 0;
        for (int i = 0; i < count; i++)
        {
            if (labels[i] is not (1 or 3)) continue;
            int first = i, begin = labels[i];
            while (i + 1 < count && labels[i + 1] == begin + 1) i++;
            var span = new TokenRange(around.First + first, around.First + i + 1);
            if (begin == 3)
            {
                if (content.Count == 0) contentMargin = roleDecoder.Margin(first, 3);
                content.Add(span);
            }
            else if (source is null)
            {
                source = span;
                sourceMargin = roleDecoder.Margin(first, 1);
            }
            else
            {
                float other = roleDecoder.Margin(first, 1);
                if (other > sourceMargin) (source, sourceMargin) = (span, other);
            }
        }

        if (content.Count == 0) return null;
        return new()
        {
            Cue = cue,
            Head = head,
            Source = source,
            Content = [.. content],
            IsInner = inner,
            CueMargin = margin,
            SourceMargin = sourceMargin,
            ContentMargin = contentMargin,
        };
    }
}
