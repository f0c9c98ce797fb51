// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Documents;

/// <summary>How an anchor date is known.</summary>
public enum AnchorSource
{
    /// <summary>The input gave it: metadata or a manifest.</summary>
    Input,

    /// <summary>The text states it.</summary>
    Text,
}

/// <summary>Where a report comes from, as its input and its text tell it.</summary>
public sealed record Origin
{
    /// <summary>Nothing known.</summary>
    public static Origin Unknown { get; } = new();

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Author, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Outlet that published it first, as a note, a credit line or a link says; or null.</summary>
    public string? FirstPublishedBy { get; init; }

    /// <summary>Date of publication, ISO 8601, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Date that relative dates are resolved against, ISO 8601 (a day), or null.</summary>
    public string? AnchorDate { get; init; }

    /// <summary>The same as a day; null where it is none.</summary>
    internal DateOnly? AnchorDay
        => DateOnly.TryParseExact(AnchorDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>How the anchor date is known; null without one.</summary>
    public AnchorSource? AnchorDateFrom { get; init; }
}
