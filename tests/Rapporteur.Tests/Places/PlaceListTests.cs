// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;
using Rapporteur.Places;

namespace Rapporteur.Tests.Places;

/// <summary>The lists of places: their form.</summary>
public sealed class PlaceListTests
{
    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["counties"] = PlaceLexicon.CountyColumns,
        ["countries"] = PlaceLexicon.CountryColumns,
        ["regions"] = PlaceLexicon.RegionColumns,
        ["world"] = PlaceLexicon.WorldColumns,
    };

    public static TheoryData<string> ListNames => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(ListNames))]
    public void A_list_is_well_formed(string list)
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "lexicons", "en", "places", list + ".tsv"));
        Assert.Contains(lines, l => l.StartsWith("# Source: ", StringComparison.Ordinal));
        string[][] rows = [.. lines.Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t'))];
        Assert.Empty(rows.Where(r => r.Length != Lists[list].Length || r.Any(c => c != c.Trim())).Select(r => string.Join('|', r)));
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.Contains(';', StringComparison.Ordinal) && c.Split(';').Any(p => p.Length == 0 || p != p.Trim()));
        Assert.Empty(rows.Zip(rows.Skip(1)).Where(p => string.CompareOrdinal(p.First[0], p.Second[0]) > 0).Select(p => p.Second[0]));
    }

    [Fact]
    public void At_least_1200_places_are_listed() => Assert.InRange(Lists.Where(l => l.Key != "counties").Sum(l => PlaceLexicon.Rows(l.Key, l.Value).Count), 1200, int.MaxValue);

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Coordinates_are_in_range_and_the_same_place_stands_once(string list)
    {
        string[] keys = Lists[list].Where(c => c is not ("latitude" or "longitude")).ToArray();
        foreach (LexiconRow row in PlaceLexicon.Rows(list, Lists[list]))
        {
            Assert.True(Math.Abs(decimal.Parse(row["latitude"], System.Globalization.CultureInfo.InvariantCulture)) <= 90, $"{list}:{row.Line}");
            Assert.True(Math.Abs(decimal.Parse(row["longitude"], System.Globalization.CultureInfo.InvariantCulture)) <= 180, $"{list}:{row.Line}");
        }

        Assert.Empty(PlaceLexicon.Rows(list, Lists[list]).GroupBy(r => string.Join('|', keys.Select(k => r[k]))).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Countries_are_those_of_the_actors_and_their_codes_are_used()
    {
        HashSet<string> countries = [.. PlaceLexicon.Rows("countries", PlaceLexicon.CountryColumns).Select(r => r["alpha3"])];
        Assert.Empty(ActorLists.Rows("states", ActorLists.StateColumns).Select(r => r["alpha3"]).Except(countries));
        Assert.Empty(PlaceLexicon.Rows("regions", PlaceLexicon.RegionColumns).Select(r => r["country"]).Except(countries));
        Assert.Empty(PlaceLexicon.Rows("regions", PlaceLexicon.RegionColumns).Where(r => r["feature"] is not ("region" or "area" or "landform" or "city" or "water")).Select(r => r["name"]));
        HashSet<string> states = [.. PlaceLexicon.Rows("regions", PlaceLexicon.RegionColumns).Where(r => r["country"] == "USA").Select(r => r["admin1"])];
        Assert.Empty(PlaceLexicon.Rows("counties", PlaceLexicon.CountyColumns).Select(r => r["state"]).Except(states));
    }

    [Theory]
    [InlineData("São Tomé", "sao tome")]
    [InlineData("Sa\u0303o Tome\u0301", "sao tome")]
    [InlineData("Saint-Étienne", "st etienne")]
    [InlineData("St. Étienne", "st etienne")]
    [InlineData("Mount Etna", "mt etna")]
    [InlineData("N'Djamena", "ndjamena")]
    [InlineData("the Hague", "hague")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Łódź", "lodz")]
    [InlineData("U.S.", "us")]
    [InlineData("", "")]
    public void A_key_has_no_marks(string name, string key) => Assert.Equal(key, PlaceKey.Of(name));

    [Fact]
    public void Words_stand_in_one_class()
        => Assert.Equal(PlaceWord.Region, PlaceWords.Default.Of("State"));
}
