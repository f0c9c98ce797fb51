// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Web.Reports;

/// <summary>Words of the report that are a part of an entry.</summary>
/// <param name="Name">Which part: <c>source</c>, <c>cue</c>, <c>content</c>.</param>
/// <param name="Span">The words, UTF-16.</param>
public readonly record struct EntryPart(string Name, TextSpan Span);

/// <summary>One thing that is known of an entry.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">The words or the value.</param>
/// <param name="Link">Where it leads, or null.</param>
/// <param name="IsVerbatim">Whether the value is words of the report.</param>
public sealed record EntryFact(string Name, string Value, string? Link = null, bool IsVerbatim = false);

/// <summary>An entry of a report as the page shows it, whatever layer it is of.</summary>
public sealed record EntryView
{
    /// <summary>Id in the report: <c>s3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its layer.</summary>
    public required EntryLayer Layer { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The words that it stands on.</summary>
    public required IReadOnlyList<EntryPart> Parts { get; init; }

    /// <summary>What is known of it.</summary>
    public IReadOnlyList<EntryFact> Facts { get; init; } = [];

    /// <summary>Probability that it is right; null where the record tells none.</summary>
    public double? Confidence { get; init; }

    /// <summary>Id of the statement that tells it, or null.</summary>
    public string? Within { get; init; }

    /// <summary>The words to copy, without the address; null where there is nothing to quote.</summary>
    public string? Quotation { get; init; }

    /// <summary>Where its words begin.</summary>
    public int Start => Parts.Count == 0 ? 0 : Parts.Min(p => p.Span.Start);

    /// <summary>Where its words end.</summary>
    public int End => Parts.Count == 0 ? 0 : Parts.Max(p => p.Span.End);
}

/// <summary>A kind of entries, which the page shows or leaves out together.</summary>
/// <param name="Name">Its field in the record.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="HasCards">Whether each entry has a number in the text and a card beside it.</param>
public sealed record EntryLayer(string Name, string Title, bool HasCards)
{
    public static readonly EntryLayer Statements = new("statements", "Statements", true);
    public static readonly EntryLayer Events = new("events", "Events", true);
    public static readonly EntryLayer Figures = new("figures", "Figures", true);
    public static readonly EntryLayer Relations = new("relations", "Relations", true);
    public static readonly EntryLayer Actors = new("actors", "Actors", false);
    public static readonly EntryLayer Places = new("places", "Places", false);
    public static readonly EntryLayer Times = new("times", "Times", false);

    /// <summary>All layers, in the order in which they are listed.</summary>
    public static readonly IReadOnlyList<EntryLayer> All = [Statements, Events, Figures, Relations, Actors, Places, Times];

    /// <summary>Those that are shown unless others are asked for.</summary>
    public static readonly IReadOnlyList<EntryLayer> Usual = [Statements, Events];
}
