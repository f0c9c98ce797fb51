// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Places;

/// <summary>Distances, in whole numbers, so that every processor has the same.</summary>
internal static class Earth
{
    /// <summary>Metres of a degree of latitude.</summary>
    private const long Degree = 111_195;

    /// <summary>A thousand times the cosine of whole degrees.</summary>
    private static readonly int[] Cosines = [.. Enumerable.Range(0, 91).Select(static d => (int)Math.Round(1000 * Math.Cos(d * Math.PI / 180)))];

    /// <summary>Kilometres between two places, as on a map that is true in their middle; exact enough where they are near.</summary>
    public static int Kilometres(in Candidate a, in Candidate b)
    {
        long north = Math.Abs(a.Latitude - b.Latitude), east = Math.Abs(a.Longitude - (long)b.Longitude);
        if (east > 180L * Gazetteer.UnitsPerDegree) east = (360L * Gazetteer.UnitsPerDegree) - east;
        int middle = (int)(Math.Abs(a.Latitude + (long)b.Latitude) / 2 / Gazetteer.UnitsPerDegree);
        long x = east * Cosines[Math.Min(90, middle)] / 1000 * Degree / Gazetteer.UnitsPerDegree / 1000;
        long y = north * Degree / Gazetteer.UnitsPerDegree / 1000;
        return (int)Math.Sqrt((x * x) + (y * y));
    }
}
