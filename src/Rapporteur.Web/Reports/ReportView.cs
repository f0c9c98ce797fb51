// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Store.Querying;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>A passage of the text.</summary>
/// <param name="Span">The words, UTF-16.</param>
/// <param name="Kind">Its kind, as the record names it.</param>
/// <param name="Language">Its language.</param>
/// <param name="Unread">Why it was not read, or null.</param>
/// <param name="Place">The pages or parts of the input that it stands on, or null.</param>
public sealed record PassageView(TextSpan Span, string Kind, string Language, string? Unread, string? Place);

/// <summary>A link of the chain from a person to this page.</summary>
/// <param name="Kind">How the words came, as the record names it.</param>
/// <param name="Span">The words that say so, UTF-16.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record ProvenanceView(string Kind, TextSpan Span, IReadOnlyList<EntryFact> Facts);

/// <summary>A report as its page shows it, from its JSON (docs/record.md).</summary>
public sealed class ReportView
{
    private ReportView(string id, string text)
    {
        Id = id;
        Text = text;
    }

    public string Id { get; }

    public string Text { get; }

    public string? Title { get; private init; }

    public string? Outlet { get; private init; }

    public string? Author { get; private init; }

    public string? FirstPublishedBy { get; private init; }

    public string? Published { get; private init; }

    public string? AnchorDate { get; private init; }

    /// <summary>Who told the anchor date: <c>input</c> or <c>text</c>.</summary>
    public string? AnchorDateFrom { get; private init; }

    public required string Language { get; init; }

    /// <summary>Name of the file or address it was read from, without folders.</summary>
    public required string Input { get; init; }

    public required IReadOnlyList<PassageView> Passages { get; init; }

    public required IReadOnlyList<ProvenanceView> Provenance { get; init; }

    /// <summary>The entries of all layers, those of a layer in order of the text.</summary>
    public required IReadOnlyList<EntryView> Entries { get; init; }

    /// <summary>The title, or the text's first words.</summary>
    public string Heading => Title is null ? ShownText.Brief(Text.TrimStart().Split('\n', 2)[0], 90) : ShownText.Brief(Title, 200);

    /// <summary>The entries of a layer.</summary>
    public IEnumerable<EntryView> Of(EntryLayer layer) => Entries.Where(e => e.Layer == layer);

    /// <summary>The words of a span.</summary>
    public string Words(TextSpan span) => span.In(Text).ToString();

    /// <summary>Reads a report of the record: its JSON, and from what it was read by, where its stretches stand in the input.</summary>
    public static ReportView From(StoredReport stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        using JsonDocument document = JsonDocument.Parse(stored.Json);
        JsonElement root = document.RootElement, report = root.GetProperty("report");
        string text = report.GetProperty("text").GetString()!;
        var places = new CodePointCounter(text);
        List<(TextSpan Span, string Why)> unread = [.. root.GetProperty("unread").EnumerateArray().Select(u => (places.SpanOf(u, "span"), u.GetProperty("why").GetString()!))];
        string? outlet = report.Word("outlet"), published = report.Word("published"), title = report.Word("title");
        var entries = new EntryReader(root, text, places, new Citation(outlet, published, title), stored.Options.Places);
        return new(report.GetProperty("id").GetString()!, text)
        {
            Title = title, Outlet = outlet, Author = report.Word("author"), FirstPublishedBy = report.Word("firstPublishedBy"), Published = published,
            AnchorDate = report.Word("anchorDate"), AnchorDateFrom = report.Word("anchorDateFrom"), Language = report.Word("language") ?? "und",
            Input = ShownText.FileName(report.GetProperty("input").GetProperty("name").GetString()!),
            Passages =
            [
                .. from passage in root.GetProperty("passages").EnumerateArray()
                   let span = places.SpanOf(passage, "span")
                   select new PassageView(span, passage.Word("kind")!, passage.Word("language") ?? "und", unread.FirstOrDefault(u => u.Span.Overlaps(span)).Why, SourcePlace.Of(stored.Options.Places, span)),
            ],
            Entries = entries.All(),
            Provenance = entries.Provenance(),
        };
    }
}
