// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Places;

/// <summary>Countries, regions, counties, seas, rivers, mountains and continents: the lists of <c>lexicons/en/places/</c>.</summary>
internal sealed class PlaceLexicon
{
    /// <summary>The columns of <c>countries.tsv</c>.</summary>
    public static readonly string[] CountryColumns = ["alpha3", "alpha2", "name", "latitude", "longitude"];

    /// <summary>The columns of <c>regions.tsv</c>.</summary>
    public static readonly string[] RegionColumns = ["name", "aliases", "feature", "country", "admin1", "latitude", "longitude"];

    /// <summary>The columns of <c>world.tsv</c>.</summary>
    public static readonly string[] WorldColumns = ["name", "aliases", "feature", "latitude", "longitude"];

    /// <summary>The columns of <c>counties.tsv</c>.</summary>
    public static readonly string[] CountyColumns = ["name", "state", "kind", "latitude", "longitude"];

    private static readonly Lazy<PlaceLexicon> Shared = new(static () => new());

    private readonly Dictionary<string, (KnownPlace Place, PlaceNameForm Form)[]>.AlternateLookup<ReadOnlySpan<char>> names;

    private PlaceLexicon()
    {
        Dictionary<string, (KnownPlace, PlaceNameForm)[]> found = new(16_384, StringComparer.Ordinal);
        AddCountries(found);
        foreach (LexiconRow row in Rows("regions", RegionColumns))
            AddWithAliases(found, row, Known(row, row["name"], row.Label<PlaceFeature>("feature"), row["country"], row["admin1"].Length > 0 ? $"{row["country"]}.{row["admin1"]}" : null));
        foreach (LexiconRow row in Rows("world", WorldColumns)) AddWithAliases(found, row, Known(row, row["name"], row.Label<PlaceFeature>("feature"), null, null));
        foreach (LexiconRow row in Rows("counties", CountyColumns)) AddCounty(found, row);
        names = found.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that ship.</summary>
    public static PlaceLexicon Default => Shared.Value;

    /// <summary>The places that a key names.</summary>
    public ReadOnlySpan<(KnownPlace Place, PlaceNameForm Form)> Find(ReadOnlySpan<char> key) => names.TryGetValue(key, out var found) ? found : [];

    /// <summary>The rows of one of the lists.</summary>
    public static IReadOnlyList<LexiconRow> Rows(string list, string[] columns) => LexiconFile.Embedded($"en/places/{list}.tsv", columns).Rows;

    private static void AddCountries(Dictionary<string, (KnownPlace, PlaceNameForm)[]> found)
    {
        Dictionary<string, LexiconRow> states = new(StringComparer.Ordinal);
        foreach (LexiconRow state in ActorLists.Rows("states", ActorLists.StateColumns)) states.Add(state["alpha3"], state);
        foreach (LexiconRow row in Rows("countries", CountryColumns))
        {
            LexiconRow? state = states.GetValueOrDefault(row["alpha3"]);
            KnownPlace country = Known(row, state is null ? row["name"] : state["name"], PlaceFeature.Country, row["alpha3"], null);
            Add(found, country.Name, country, PlaceNameForm.Name);
            if (state is null) continue;
            foreach (string name in ActorLists.Parts(state["longName"])) Add(found, name, country, PlaceNameForm.Name);
            foreach (string name in ActorLists.Parts(state["aliases"])) Add(found, name, country, PlaceNameForm.Name);
        }
    }

    private static void AddWithAliases(Dictionary<string, (KnownPlace, PlaceNameForm)[]> found, LexiconRow row, KnownPlace place)
    {
        Add(found, place.Name, place, PlaceNameForm.Name);
        foreach (string alias in ActorLists.Parts(row["aliases"]))
            Add(found, alias, place, alias.EndsWith('.') ? PlaceNameForm.Abbreviation : alias.Any(char.IsLower) ? PlaceNameForm.Alias : PlaceNameForm.Capitals);
    }

    private static void AddCounty(Dictionary<string, (KnownPlace, PlaceNameForm)[]> found, LexiconRow row)
    {
        string name = row["kind"].Length > 0 ? $"{row["name"]} {row["kind"]}" : row["name"];
        KnownPlace county = Known(row, name, PlaceFeature.Region, "USA", $"USA.{row["state"]}");
        Add(found, name, county, PlaceNameForm.Name);
        if (name != row["name"]) Add(found, row["name"], county, PlaceNameForm.Bare);
    }

    private static KnownPlace Known(LexiconRow row, string name, PlaceFeature feature, string? country, string? unit)
        => new(name, feature, string.IsNullOrEmpty(country) ? null : country, unit, Degrees(row, "latitude", 90), Degrees(row, "longitude", 180));

    private static int Degrees(LexiconRow row, string column, int most)
        => decimal.TryParse(row[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal degrees) && Math.Abs(degrees) <= most
            ? (int)(degrees * Gazetteer.UnitsPerDegree) : throw row.Error($"'{row[column]}' is no {column}");

    private static void Add(Dictionary<string, (KnownPlace, PlaceNameForm)[]> found, string name, KnownPlace place, PlaceNameForm form)
    {
        string key = PlaceKey.Of(name);
        found[key] = found.TryGetValue(key, out var others) ? [.. others, (place, form)] : [(place, form)];
    }
}
