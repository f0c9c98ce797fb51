// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>For each token the actor whose mention it heads.</summary>
internal sealed class MentionIndex
{
    private readonly Dictionary<int, (int Actor, int Length, TextSpan Span)> byHead = [];

    /// <summary>Indexes the actors of a document.</summary>
    public MentionIndex(Document document)
    {
        Layer<Actor> actors = document.Actors;
        for (int a = 0; a < actors.Count; a++)
        {
            foreach (Mention mention in actors[a].Mentions)
            {
                int head = HeadOf(document, mention.Span);
                if (head >= 0 && (!byHead.TryGetValue(head, out var other) || other.Length < mention.Span.Length)) byHead[head] = (a, mention.Span.Length, mention.Span);
            }
        }
    }

    /// <summary>The actor of the longest mention that a token heads; −1 if there is none.</summary>
    public int ActorAt(int token) => byHead.TryGetValue(token, out var found) ? found.Actor : -1;

    /// <summary>The longest mention that a token heads; null if there is none.</summary>
    public TextSpan? SpanAt(int token) => byHead.TryGetValue(token, out var found) ? found.Span : null;

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
