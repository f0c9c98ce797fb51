// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Places;

/// <summary>A place of the word lists.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Feature">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null for what lies in none or in several.</param>
/// <param name="Unit">The first-level unit that it is or lies in, <c>USA.TX</c>; null where it has none.</param>
/// <param name="Latitude">Degrees north, times <see cref="Gazetteer.UnitsPerDegree"/>.</param>
/// <param name="Longitude">Degrees east, times <see cref="Gazetteer.UnitsPerDegree"/>.</param>
internal sealed record KnownPlace(string Name, PlaceFeature Feature, string? Country, string? Unit, int Latitude, int Longitude);

/// <summary>How a name names a place of the lists.</summary>
internal enum PlaceNameForm : byte
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>Another name.</summary>
    Alias,

    /// <summary>"Calif."</summary>
    Abbreviation,

    /// <summary>"CA", "NSW".</summary>
    Capitals,

    /// <summary>A county without the word: "Lamar".</summary>
    Bare,
}

/// <summary>What a name may name.</summary>
/// <param name="Feature">What it is.</param>
/// <param name="Country">Number of its country in the gazetteer; -1 for none.</param>
/// <param name="Unit">Number of its first-level unit in the gazetteer; -1 for none.</param>
/// <param name="Latitude">Degrees north, times <see cref="Gazetteer.UnitsPerDegree"/>.</param>
/// <param name="Longitude">Degrees east, times <see cref="Gazetteer.UnitsPerDegree"/>.</param>
/// <param name="Prior">How likely it is meant, whatever else the report says.</param>
/// <param name="Town">Its number in the gazetteer; -1 for a place of the lists.</param>
/// <param name="Listed">The place of the lists; null for one of the gazetteer.</param>
internal readonly record struct Candidate(PlaceFeature Feature, int Country, int Unit, int Latitude, int Longitude, int Prior, int Town, KnownPlace? Listed)
{
    /// <summary>Whether it is a unit of government that holds others.</summary>
    public bool IsUnit => Feature is PlaceFeature.Country or PlaceFeature.Region;
}
