// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>Takes down the links: of one kind, outlet, actor and statement only the first in a sentence.</summary>
internal sealed class LinkLedger(Document document, Trace trace)
{
    private readonly List<ProvenanceLink> links = [];
    private readonly HashSet<(ProvenanceKind, string?, int?, int)> known = [];

    /// <summary>Takes down a link.</summary>
    /// <param name="rule">The rule that found it.</param>
    /// <param name="place">Number of the sentence, or of the passage; one link of a kind is kept at each.</param>
    /// <param name="link">The link.</param>
    public void Add(string rule, int place, ProvenanceLink link)
    {
        bool kept = known.Add((link.Kind, link.Outlet, link.Kind == ProvenanceKind.CitedFrom ? null : link.Actor, place));
        if (kept) links.Add(link with { Time = link.Time ?? TimeIn(link.Kind, place, link.Span) });
        if (trace.Enabled) trace.Add("provenance", link.Span, rule, kept: kept, note: kept ? $"{link.Outlet ?? "–"}; {(link.Actor is { } actor ? document.Actors[actor].Name : "–")}" : "told before");
    }

    /// <summary>The links in order of the text.</summary>
    public ProvenanceLink[] ToArray()
    {
        ProvenanceLink[] sorted = [.. links];
        Array.Sort(sorted, static (x, y) => x.Span != y.Span ? x.Span.CompareTo(y.Span) : x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind)
            : x.Actor != y.Actor ? (x.Actor ?? -1).CompareTo(y.Actor ?? -1) : string.CompareOrdinal(x.Outlet, y.Outlet));
        return sorted;
    }

    /// <summary>The day of an interview, where the same sentence names one and only one.</summary>
    private string? TimeIn(ProvenanceKind kind, int place, TextSpan span)
    {
        if (kind != ProvenanceKind.InterviewWith || !document.Times.IsFilled || place < 0) return null;
        TextSpan sentence = document.Sentences[place].Span;
        string? day = null;
        ReadOnlySpan<TimeExpression> times = document.Times.AsSpan();
        for (int i = times.FirstFrom(sentence.Start); i < times.Length && times[i].Span.Start < sentence.End; i++)
        {
            if (times[i].Value is not { Length: 10 } value) continue;
            if (day is not null) return null;
            day = value;
        }

        return day;
    }
}
