// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Takes down what the finders find: each relation once, the first time it is told, with how sure its pattern is.</summary>
internal sealed class RelationLedger(ReportView view, PatternConfidence confidence, Trace trace)
{
    private readonly List<Relation> kept = [];
    private readonly Dictionary<(int Subject, RelationKind Predicate, int Object, string Role), int> known = [];

    /// <summary>Takes down a relation.</summary>
    /// <param name="pattern">The pattern, as <c>patterns.tsv</c> names it.</param>
    /// <param name="span">The words that say so.</param>
    /// <param name="subject">Of whom it is told.</param>
    /// <param name="predicate">How it stands.</param>
    /// <param name="to">To whom; −1 for nobody.</param>
    /// <param name="role">The role's words, or empty.</param>
    /// <param name="ended">Whether it holds no more.</param>
    public void Add(string pattern, TextSpan span, int subject, RelationKind predicate, int to = -1, TextSpan role = default, bool ended = false)
    {
        if (subject < 0 || subject == to || !view.IsNamed(subject) || (to >= 0 && !view.IsNamed(to)))
        {
            Note(span, pattern, predicate, kept: false, subject < 0 || !view.IsNamed(subject) ? "nobody with a name" : subject == to ? "to itself" : "to nobody with a name");
            return;
        }

        string? words = role.IsEmpty ? null : role.In(view.Document.Text).ToString();
        if (!known.TryAdd((subject, predicate, to, (words ?? "").ToUpperInvariant()), kept.Count))
        {
            Note(span, pattern, predicate, kept: false, "told before");
            return;
        }

        kept.Add(new Relation
        {
            Span = span,
            Subject = subject,
            Predicate = predicate,
            Object = to < 0 ? null : to,
            Role = words,
            HasEnded = ended,
            Confidence = confidence.Of(pattern),
        });
        Note(span, pattern, predicate, kept: true, $"{view[subject].Name} → {(to < 0 ? "–" : view[to].Name)}{(words is null ? "" : ": " + words)}");
    }

    /// <summary>The relations in order of the text; of two that differ only in that one names no object, the one that does.</summary>
    public Relation[] ToArray()
    {
        HashSet<(int, RelationKind, string?)> withObject = [];
        foreach (Relation relation in kept)
        {
            if (relation.Object is not null) withObject.Add((relation.Subject, relation.Predicate, relation.Role?.ToUpperInvariant()));
        }

        kept.RemoveAll(r => r.Object is null && withObject.Contains((r.Subject, r.Predicate, r.Role?.ToUpperInvariant())));
        Relation[] sorted = [.. kept];
        Array.Sort(sorted, static (x, y) => x.Span != y.Span ? x.Span.CompareTo(y.Span)
            : x.Subject != y.Subject ? x.Subject.CompareTo(y.Subject)
            : x.Predicate != y.Predicate ? x.Predicate.CompareTo(y.Predicate)
            : x.Object != y.Object ? (x.Object ?? -1).CompareTo(y.Object ?? -1) : string.CompareOrdinal(x.Role, y.Role));
        for (int i = 0; i < sorted.Length; i++) sorted[i] = sorted[i] with { Within = view.Document.Contents.Around(sorted[i].Span) };
        return sorted;
    }

    private void Note(TextSpan span, string pattern, RelationKind predicate, bool kept, string note)
    {
        if (trace.Enabled) trace.Add("relations", span, $"{pattern}:{predicate}", kept ? confidence.Of(pattern) : null, kept, note);
    }
}
