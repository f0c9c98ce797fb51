// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur;

/// <summary>What is known of a text before it is read. All of it is optional; nothing is guessed from it.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record ReadOptions
{
    /// <summary>Nothing known.</summary>
    public static ReadOptions None { get; } = new();

    /// <summary>Name of the input, for messages and for the record: a path, an address, <c>-</c> for standard input.</summary>
    public string InputName { get; init; } = "text";

    /// <summary>Title, or null to take it from the text.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet that published it, or null to take it from the text.</summary>
    public string? Outlet { get; init; }

    /// <summary>Author, or null to take it from the text.</summary>
    public string? Author { get; init; }

    /// <summary>Outlet that published it first, or null to take it from the text.</summary>
    public string? FirstPublishedBy { get; init; }

    /// <summary>Date of publication, ISO 8601 (<c>2022-02-25</c> or with a time of day), or null to take it from the text.</summary>
    public string? Published { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Parts whose kind the input itself tells; sorted, not overlapping. Empty where it tells nothing.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Parts that are kept in the text and not analysed, each with the reason; sorted, not overlapping.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>The places of its stretches in the input, in order of the text, where the input counts pages or names parts; else empty.</summary>
    public IReadOnlyList<SourcePlace> Places { get; init; } = [];

    /// <summary>Whether the text is known to be a single report, so that it must not be split.</summary>
    public bool OneReport { get; init; }

    /// <summary>Whether line breaks inside a paragraph are only breaks of lines (Markdown), so that empty lines part the passages.</summary>
    public bool HardWrapped { get; init; }
}
