// SPDX-License-Identifier: Apache-2.0

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Rapporteur.Store.Querying;

/// <summary>Some rows of a list, and where the rest begins.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">What to ask with for the rows that follow; null where there are none.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);

/// <summary>How many of the entries found have a value.</summary>
/// <param name="Facet">What is counted: <c>act</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">How many have it.</param>
public sealed record FacetCount(string Facet, string Value, long Count);

/// <summary>What an answer holds, counted.</summary>
/// <param name="Matches">How many entries were found and counted.</param>
/// <param name="IsWhole">Whether these are all; else the newest ones.</param>
/// <param name="Counts">The values of each facet, most frequent first.</param>
public sealed record Facets(long Matches, bool IsWhole, IReadOnlyList<FacetCount> Counts);

/// <summary>Somebody who does something to somebody, and in how many events.</summary>
public sealed record PairRow
{
    /// <summary>Who: a country's code, else a name.</summary>
    public required string Actor { get; init; }

    /// <summary>To whom.</summary>
    public required string Recipient { get; init; }

    /// <summary>Number of events.</summary>
    public long Events { get; init; }
}

/// <summary>An outlet in the record.</summary>
public sealed record OutletRow
{
    /// <summary>Its name.</summary>
    public required string Outlet { get; init; }

    /// <summary>Number of its reports.</summary>
    public long Reports { get; init; }

    /// <summary>Number of statements in them.</summary>
    public long Statements { get; init; }

    /// <summary>Earliest date of publication, or null.</summary>
    public string? First { get; init; }

    /// <summary>Latest date of publication, or null.</summary>
    public string? Last { get; init; }
}

/// <summary>From where an outlet takes its words.</summary>
public sealed record ChainRow
{
    /// <summary>The outlet; null where the reports name none.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where the words come from.</summary>
    public required string From { get; init; }

    /// <summary>How they came: <c>republishedFrom</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>In how many reports.</summary>
    public long Reports { get; init; }

    /// <summary>One of the reports.</summary>
    public required string Example { get; init; }
}

/// <summary>A tie between two actors across reports.</summary>
public sealed record TieRow
{
    /// <summary>Who speaks, or whom the relation is told of.</summary>
    public required string From { get; init; }

    /// <summary>Of whom, or to whom.</summary>
    public required string To { get; init; }

    /// <summary>What ties them: <c>speaks of</c>, or the relation's predicate.</summary>
    public required string Kind { get; init; }

    /// <summary>How often.</summary>
    public long Count { get; init; }
}

/// <summary>Where a page begins: after an entry, in the order of dates.</summary>
internal readonly record struct PagePlace(string? Date, long Report, long Entry)
{
    /// <summary>The place as one word that can stand in an address.</summary>
    public override string ToString()
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Report}|{Entry}|{Date}")));

    /// <summary>The place that a word names; null for none and for nonsense, which is the beginning.</summary>
    public static PagePlace? Parse(string? word)
    {
        if (word is null or { Length: > 200 } || !Base64Url.IsValid(word)) return null;
        string[] parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(word)).Split('|', 3);
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long report) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long entry)
            ? new(parts[2].Length == 0 ? null : parts[2], report, entry)
            : null;
    }
}
