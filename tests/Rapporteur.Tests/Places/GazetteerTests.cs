// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Models;
using Rapporteur.Places;

namespace Rapporteur.Tests.Places;

/// <summary>The packed towns of GeoNames.</summary>
public sealed class GazetteerTests
{
    private static readonly Gazetteer Towns = new(LanguageModel.Default.Gazetteer);

    [Theory]
    [InlineData("Lima", 3936456, "PER", -12.05, -77.04, nameof(TownRank.Capital))]
    [InlineData("Springfield", 4409896, "USA", 37.22, -93.3, nameof(TownRank.SecondSeat))]
    [InlineData("München", 2867714, "DEU", 48.14, 11.58, nameof(TownRank.FirstSeat))]
    [InlineData("Munich", 2867714, "DEU", 48.14, 11.58, nameof(TownRank.FirstSeat))]
    public void A_town_is_found_by_its_names(string name, int id, string country, double latitude, double longitude, string rank)
    {
        int[] found = [.. Towns.Find(PlaceKey.Of(name)).ToArray().Select(t => t & ~Gazetteer.Alternate)];
        int town = Assert.Single(found, t => Towns.IdOf(t) == id);
        Assert.Equal((country, rank), (Towns.Countries[Towns.CountryOf(town)], Towns.RankOf(town).ToString()));
        Assert.Equal(latitude, (double)Towns.LatitudeOf(town) / Gazetteer.UnitsPerDegree, 1);
        Assert.Equal(longitude, (double)Towns.LongitudeOf(town) / Gazetteer.UnitsPerDegree, 1);
        Assert.Equal(found.Select(Towns.PopulationOf).OrderDescending(), found.Select(Towns.PopulationOf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no such town")]
    public void Other_words_find_nothing(string key) => Assert.True(Towns.Find(key).IsEmpty);

    [Fact]
    public void Every_town_is_found_by_its_own_name_and_lies_on_the_Earth()
    {
        for (int town = 0; town < Towns.Count; town += 97)
        {
            string key = PlaceKey.Of(Towns.NameOf(town));
            if (key.Length > 1 && key.All(static c => char.IsAsciiLetterOrDigit(c) || c == ' ')) Assert.Contains(town, Towns.Find(key).ToArray());
            Assert.InRange(Towns.LatitudeOf(town), -90 * Gazetteer.UnitsPerDegree, 90 * Gazetteer.UnitsPerDegree);
            Assert.InRange(Towns.LongitudeOf(town), -180 * Gazetteer.UnitsPerDegree, 180 * Gazetteer.UnitsPerDegree);
            Assert.InRange(Towns.CountryOf(town), 0, Towns.Countries.Length - 1);
            Assert.InRange(Towns.UnitOf(town), -1, Towns.Units.Length - 1);
        }
    }

    [Fact]
    public void The_file_is_small() => Assert.InRange(LanguageModel.Default.Gazetteer.Bytes, 1, 15_000_000);

    [Fact]
    public void A_missing_gazetteer_is_named()
    {
        using TestFolder folder = Copy();
        File.Delete(Path.Combine(folder.Root, "gazetteer.weights"));
        Assert.Contains("gazetteer.weights is missing", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_gazetteer_is_named()
    {
        using TestFolder folder = Copy();
        string path = Path.Combine(folder.Root, "gazetteer.weights");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("gazetteer.weights is damaged", Refused(folder), StringComparison.Ordinal);
    }

    private static TestFolder Copy()
    {
        var folder = new TestFolder();
        foreach (string file in Directory.GetFiles(LanguageModel.DefaultFolder)) File.Copy(file, Path.Combine(folder.Root, Path.GetFileName(file)));
        return folder;
    }

    private static string Refused(TestFolder folder) => Assert.Throws<ModelException>(() => LanguageModel.Open(folder.Root)).Message;
}
