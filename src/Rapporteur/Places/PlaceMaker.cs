// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;

namespace Rapporteur.Places;

/// <summary>Makes the record's places of what was found and resolved.</summary>
internal sealed class PlaceMaker(FoundPlaces found, Gazetteer towns, Trace trace)
{
    /// <summary>So many candidates of a name are taken down for <c>explain</c>.</summary>
    private const int MostTraced = 4;

    /// <summary>The places, in order of the text.</summary>
    public Place[] Make()
    {
        var places = new Place[found.Mentions.Count];
        var first = new Place?[found.Groups.Count];
        for (int i = 0; i < places.Length; i++)
        {
            PlaceMention mention = found.Mentions[i];
            if (trace.Enabled) Explain(mention);
            places[i] = first[mention.Group] is { } same ? same with { Span = mention.Span } : first[mention.Group] = Make(mention, found.Groups[mention.Group]);
        }

        return places;
    }

    private Place Make(PlaceMention mention, PlaceGroup group)
    {
        Candidate best = group.Candidates[group.Best];
        return new()
        {
            Span = mention.Span,
            Name = NameOf(best),
            Country = best.Country >= 0 ? towns.Countries[best.Country] : best.Listed?.Country,
            Latitude = (double)best.Latitude / Gazetteer.UnitsPerDegree,
            Longitude = (double)best.Longitude / Gazetteer.UnitsPerDegree,
            Feature = best.Feature,
            GeoNames = best.Town >= 0 ? towns.IdOf(best.Town) : null,
        };
    }

    /// <summary>Takes down the best candidates with their points.</summary>
    private void Explain(PlaceMention mention)
    {
        PlaceGroup group = found.Groups[mention.Group];
        int[] order = [.. Enumerable.Range(0, group.Scores.Length).OrderByDescending(i => group.Scores[i]).ThenBy(static i => i).Take(MostTraced)];
        foreach (int i in order)
        {
            Candidate candidate = group.Candidates[i];
            string where = candidate.Unit >= 0 ? towns.Units[candidate.Unit] : candidate.Country >= 0 ? towns.Countries[candidate.Country] : "no country";
            trace.Add(
                "places", mention.Span, $"place:{NameOf(candidate)}", null, i == order[0],
                string.Create(CultureInfo.InvariantCulture, $"{candidate.Feature}, {where}; {group.Scores[i]} points, {candidate.Prior} of them by itself; one of {group.Scores.Length}"));
        }
    }

    private string NameOf(in Candidate candidate) => candidate.Listed?.Name ?? towns.NameOf(candidate.Town);
}
