// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Finds a report's title, author, outlet and dates in its passages; each as the text's own words.</summary>
internal sealed class OriginFinder(Document document, Trace trace)
{
    /// <summary>So often must people be said to have told an outlet something for it to be the report's own.</summary>
    private const int FewestTellings = 3;

    private static readonly string[] Tellings = [" told ", " explained to ", " described to ", " said to ", " confirmed to ", " spoke to ", " spoke with "];

    private static readonly SearchValues<string> Appearings = SearchValues.Create(["published", "appeared", "posted", "updated", "written"], StringComparison.OrdinalIgnoreCase);

    private string Text => document.Text;

    public string? Title()
        => First(PassageKind.Title) is { } title ? Keep(title, "title:passage") : null;

    public string? Author()
    {
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind == PassageKind.Byline && Byline.AuthorIn(Text, passage.Span) is { IsEmpty: false } names) return Keep(names, "author:byline");
        }

        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind == PassageKind.AuthorBio && AuthorNote.NameIn(Text, passage.Span) is { IsEmpty: false } name) return Keep(name, "author:note");
        }

        return null;
    }

    public string? Outlet()
    {
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind != PassageKind.Byline) continue;
            TextSpan author = Byline.AuthorIn(Text, passage.Span);
            if (!author.IsEmpty && Byline.OutletAfter(Text, passage.Span, author) is { IsEmpty: false } outlet) return Keep(outlet, "outlet:byline");
        }

        return Told();
    }

    public string? FirstPublishedBy()
    {
        for (int i = 0; i < document.Passages.Count; i++)
        {
            Passage passage = document.Passages[i];
            bool mayTell = passage.Kind is PassageKind.EditorNote or PassageKind.Byline or PassageKind.AuthorBio || i >= document.Passages.Count - 2;
            if (mayTell && Publication.In(Text, passage.Span) is { IsEmpty: false } name) return Keep(name, "firstPublishedBy:note");
        }

        return null;
    }

    public string? Published()
    {
        bool inText = false;
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind == PassageKind.Byline && !inText && DateText.First(passage.Span.In(Text), out int start, out int end) is { } date)
                return Keep(new TextSpan(passage.Span.Start + start, passage.Span.Start + end), "published:byline", date);
            if (passage.Kind != PassageKind.Paragraph) continue;
            if (Dateline.Of(Text, passage.Span) is { Date: { } day } dateline) return Keep(dateline.Span, "published:dateline", day);
            inText = true;
        }

        return null;
    }

    /// <summary>The day on which the report first appeared, as an editor's note says: "This article was first published on May 3, 2023".</summary>
    public string? Noted()
    {
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind != PassageKind.EditorNote || passage.Span.In(Text).IndexOfAny(Appearings) is not (>= 0 and var said)) continue;
            if (DateText.First(passage.Span.In(Text)[said..], out int start, out int end) is { } date)
                return Keep(new TextSpan(passage.Span.Start + said + start, passage.Span.Start + said + end), "anchorDate:note", date);
        }

        return null;
    }

    /// <summary>The day as of which the report says that its figures hold: "(as of February 6, 2023)".</summary>
    public string? AsOf()
    {
        foreach (Passage passage in document.Passages)
        {
            ReadOnlySpan<char> words = passage.Span.In(Text);
            for (int from = 0; words[from..].IndexOf("s of ", StringComparison.Ordinal) is var found && found >= 0;)
            {
                int at = from + found + "s of ".Length;
                bool asOf = from + found > 0 && words[from + found - 1] is 'a' or 'A';
                if (asOf && DateText.At(words, at, out int end) is { } date) return Keep(new TextSpan(passage.Span.Start + at, passage.Span.Start + end), "anchorDate:as of", date);
                from = at;
            }
        }

        return null;
    }

    /// <summary>The outlet that people are said, again and again, to have told something; null if there is none, or more than one.</summary>
    private string? Told()
    {
        Dictionary<string, (int Count, TextSpan First)> tellings = new(StringComparer.Ordinal);
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind != PassageKind.Paragraph) continue;
            foreach (string telling in Tellings)
            {
                for (int from = passage.Span.Start; Text.AsSpan(from, passage.Span.End - from).IndexOf(telling, StringComparison.Ordinal) is var found && found >= 0;)
                {
                    from += found + telling.Length;
                    TextSpan name = Publication.NameAt(Text, from, passage.Span.End);
                    if (name.IsEmpty) continue;
                    string key = Text[name.Start..name.End];
                    (int count, TextSpan first) = tellings.GetValueOrDefault(key, (0, name));
                    tellings[key] = (count + 1, first);
                }
            }
        }

        foreach ((string name, (int count, TextSpan first)) in tellings)
        {
            if (count >= FewestTellings && name.Contains(' ', StringComparison.Ordinal) && tellings.Values.All(t => t.Count == 1 || t.First == first)) return Keep(first, "outlet:told");
        }

        return null;
    }

    private TextSpan? First(PassageKind kind)
    {
        foreach (Passage passage in document.Passages)
        {
            if (passage.Kind == kind) return passage.Span;
        }

        return null;
    }

    private string Keep(TextSpan span, string rule, string? value = null)
    {
        if (trace.Enabled) trace.Add("origin", span, rule, note: value ?? "");
        return value ?? Text[span.Start..span.End];
    }
}
