// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>For each token the actor whose mention it heads.</summary>
internal sealed class MentionIndex
{
    /// <summary>By token: number of the actor plus one; 0 where there is none.</summary>
    private readonly int[] actorAt;
    private readonly TextSpan[] spanAt;

    /// <summary>Indexes the actors of a document.</summary>
    public MentionIndex(Document document)
    {
        actorAt = new int[document.Tokens.Count];
        spanAt = new TextSpan[document.Tokens.Count];
        ReadOnlySpan<Actor> actors = document.Actors.AsSpan();
        for (int a = 0; a < actors.Length; a++)
        {
            IReadOnlyList<Mention> mentions = actors[a].Mentions;
            for (int m = 0; m < mentions.Count; m++)
            {
                TextSpan span = mentions[m].Span;
                int head = HeadOf(document, span);
                if (head < 0 || (actorAt[head] != 0 && spanAt[head].Length >= span.Length)) continue;
                actorAt[head] = a + 1;
                spanAt[head] = span;
            }
        }
    }

    /// <summary>The actor of the longest mention that a token heads; −1 if there is none.</summary>
    public int ActorAt(int token) => actorAt[token] - 1;

    /// <summary>The longest mention that a token heads; null if there is none.</summary>
    public TextSpan? SpanAt(int token) => actorAt[token] > 0 ? spanAt[token] : null;

    /// <summary>The first token of a span that hangs on none of the others, rather a word than a mark; −1 if there is no token.</summary>
    public static int HeadOf(Document document, TextSpan span)
    {
        TokenRange range = document.Tokens.RangeOf(span);
        int best = -1;
        for (int t = range.First; t < range.End; t++)
        {
            int head = document.Trees.HeadOf(t);
            if (head >= range.First && head < range.End) continue;
            if (best < 0 || document.Tags.UposOf(best) == Upos.Punct) best = t;
        }

        return best;
    }
}
