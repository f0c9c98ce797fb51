// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What a place is.</summary>
public enum PlaceFeature : byte
{
    /// <summary>A state, or a territory with a code of its own.</summary>
    Country,

    /// <summary>A part of a country: state, province, district, county.</summary>
    Region,

    /// <summary>A city, town or village, or a part of one.</summary>
    City,

    /// <summary>A sea, lake, river, strait.</summary>
    Water,

    /// <summary>A mountain, island, desert, valley.</summary>
    Landform,

    /// <summary>A continent, or a region that is no part of one country.</summary>
    Area,

    /// <summary>A building, airport, base.</summary>
    Facility,
}

/// <summary>Words that name a place, and where it is.</summary>
public sealed record Place : ISpanned
{
    /// <summary>The words, UTF-16.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The gazetteer's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its country, ISO 3166-1 alpha-3; null for what lies in none or in several.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public required double Longitude { get; init; }

    /// <summary>What it is.</summary>
    public required PlaceFeature Feature { get; init; }

    /// <summary>Its number in GeoNames, where the gazetteer gives one.</summary>
    public int? GeoNames { get; init; }
}
