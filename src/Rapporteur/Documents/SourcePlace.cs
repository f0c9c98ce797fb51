// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Where a stretch of a text stands in its input, by the input's own count: "page 3".</summary>
/// <param name="Start">Where the stretch begins in the text, UTF-16; it ends where the next one begins.</param>
/// <param name="Name">The place.</param>
public readonly record struct SourcePlace(int Start, string Name)
{
    /// <summary>The name of the place of an offset, or null.</summary>
    /// <param name="places">Places in order of the text.</param>
    /// <param name="offset">Offset in the text, UTF-16.</param>
    public static string? At(IReadOnlyList<SourcePlace> places, int offset)
    {
        ArgumentNullException.ThrowIfNull(places);
        string? name = null;
        foreach (SourcePlace place in places)
        {
            if (place.Start > offset) break;
            name = place.Name;
        }

        return name;
    }

    /// <summary>The names of the places that a stretch of the text goes over, in its order, joined: "page 2, page 3"; null if there are none.</summary>
    /// <param name="places">Places in order of the text.</param>
    /// <param name="span">The stretch, UTF-16.</param>
    public static string? Of(IReadOnlyList<SourcePlace> places, TextSpan span)
    {
        IReadOnlyList<SourcePlace> inside = In(places, span);
        return inside.Count == 0 ? null : string.Join(", ", inside.Select(static place => place.Name).Distinct());
    }

    /// <summary>The places of a stretch of the text, by offsets into it.</summary>
    /// <param name="places">Places in order of the text.</param>
    /// <param name="span">The stretch, UTF-16.</param>
    public static IReadOnlyList<SourcePlace> In(IReadOnlyList<SourcePlace> places, TextSpan span)
    {
        IEnumerable<SourcePlace> inside = from place in places where place.Start > span.Start && place.Start < span.End select place with { Start = place.Start - span.Start };
        return At(places, span.Start) is { } first ? [new(0, first), .. inside] : [.. inside];
    }
}
