// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Store.Querying;

namespace Rapporteur.Web.Asking;

/// <summary>The tables that charts of events and maps are drawn from.</summary>
internal static class EventCharts
{
    /// <summary>Month, type, number of events.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Months(Facets facets)
        => [.. facets.Counts.Where(static c => c.Facet == "month").OrderBy(static c => c.Value, StringComparer.Ordinal).Select(static c => (IReadOnlyList<string>)[c.Value[..7], c.Value[8..], Number(c.Count)])];

    /// <summary>Whether there is more than one month, which a chart over time needs.</summary>
    public static bool HasSeveral(IReadOnlyList<IReadOnlyList<string>> months) => months.Count > 1 && months[0][0] != months[^1][0];

    /// <summary>Place, country, degrees north and east, and two counts; the first of them sizes the mark on a map.</summary>
    public static IReadOnlyList<string> Place(PlaceRow place, long sizing, long further)
        => [place.Name, place.Country ?? "", Degrees(place.Latitude), Degrees(place.Longitude), Number(sizing), Number(further)];

    /// <summary>A number as a chart reads it.</summary>
    public static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Degrees(double degrees) => degrees.ToString("0.###", CultureInfo.InvariantCulture);
}
