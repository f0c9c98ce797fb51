// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>Finds the actor that the source of a statement names: whose mention it is, or whose mention heads it.</summary>
internal sealed class SourceActors
{
    private readonly Report report;
    private readonly Dictionary<TextSpan, int> bySpan = [];
    private readonly Dictionary<int, (int Actor, int Length)> byHead = [];

    public SourceActors(Report report)
    {
        this.report = report;
        if (report.Statements.Count == 0) return;
        for (int a = 0; a < report.Actors.Count; a++)
        {
            foreach (Mention mention in report.Actors[a].Mentions)
            {
                bySpan[mention.Span] = a;
                int head = HeadOf(mention.Span);
                if (head >= 0 && (!byHead.TryGetValue(head, out var other) || other.Length < mention.Span.Length)) byHead[head] = (a, mention.Span.Length);
            }
        }
    }

    /// <summary>Index of the actor; null where there is none.</summary>
    public int? Of(TextSpan source)
    {
        if (bySpan.TryGetValue(source, out int actor)) return actor;
        return HeadOf(source) is >= 0 and var head && byHead.TryGetValue(head, out var found) ? found.Actor : null;
    }

    /// <summary>The first token that hangs on none of the others; −1 if there is no token.</summary>
    private int HeadOf(TextSpan span)
    {
        TokenRange range = report.Tokens.RangeOf(span);
        int best = -1;
        for (int t = range.First; t < range.End; t++)
        {
            int head = report.Trees.HeadOf(t);
            if (head >= range.First && head < range.End) continue;
            if (best < 0 || (report.Tags.UposOf(best) == Upos.Punct)) best = t;
        }

        return best;
    }
}
