// SPDX-License-Identifier: Apache-2.0

using System.Numerics;
using Rapporteur.Documents;
using Rapporteur.Models;

namespace Rapporteur.Places;

/// <summary>All places that a name may name: those of the lists, and the towns of the gazetteer.</summary>
internal sealed class PlaceIndex
{
    /// <summary>So many towns of one name are looked at, the most populous.</summary>
    private const int MostTowns = 96;

    /// <summary>So few capitals are initials and no town's name, but at the head of a report.</summary>
    private const int LongestAcronym = 4;

    /// <summary>People of a town after which something is likely to be named.</summary>
    private const int LargeTown = 20_000;

    private readonly PlaceLexicon lexicon;
    private readonly Dictionary<string, int> countryNumbers, unitNumbers;

    private PlaceIndex(Gazetteer towns, PlaceLexicon lexicon)
    {
        Towns = towns;
        this.lexicon = lexicon;
        countryNumbers = Numbers(towns.Countries);
        unitNumbers = Numbers(towns.Units);
    }

    /// <summary>The towns.</summary>
    public Gazetteer Towns { get; }

    /// <summary>The index of a model's gazetteer and the lists that ship.</summary>
    public static PlaceIndex Open(LanguageModel model) => new(new Gazetteer(model.Gazetteer), PlaceLexicon.Default);

    /// <summary>The number of a country; -1 for none.</summary>
    public int CountryNumber(string? alpha3) => alpha3 is not null && countryNumbers.TryGetValue(alpha3, out int number) ? number : -1;

    /// <summary>Whether words name a place at all; in a few capitals only one of the lists.</summary>
    public bool Knows(ReadOnlySpan<char> name)
    {
        if (Listed(name, out _) is not null) return true;
        Span<char> buffer = stackalloc char[PlaceKey.Longest];
        ReadOnlySpan<char> key = PlaceKey.Write(name, buffer);
        if (key.Length < 2 || IsAcronym(name)) return false;
        foreach (int town in Towns.Find(key))
        {
            // the other names of small places are many, and most of them were never English
            if ((town & Gazetteer.Alternate) == 0 || Towns.PopulationOf(town & ~Gazetteer.Alternate) >= LargeTown) return true;
        }

        return false;
    }

    /// <summary>Whether words name a place of the lists, or a town of some size.</summary>
    public bool IsLarge(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[PlaceKey.Longest];
        ReadOnlySpan<int> towns = Towns.Find(PlaceKey.Write(name, buffer));
        return (Listed(name, out PlaceNameForm form) is not null && form != PlaceNameForm.Bare) || (towns.Length > 0 && Towns.PopulationOf(towns[0] & ~Gazetteer.Alternate) >= LargeTown);
    }

    /// <summary>Whether words at the head of a report, where all stands in capitals, name a place.</summary>
    public bool KnowsTown(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[PlaceKey.Longest];
        ReadOnlySpan<char> key = PlaceKey.Write(name, buffer);
        return key.Length > 1 && (lexicon.Find(key).Length > 0 || Towns.Find(key).Length > 0);
    }

    /// <summary>The place that the lists know by words, the likeliest.</summary>
    public KnownPlace? Listed(ReadOnlySpan<char> name, out PlaceNameForm form)
    {
        Span<char> buffer = stackalloc char[PlaceKey.Longest];
        foreach ((KnownPlace place, PlaceNameForm known) in lexicon.Find(PlaceKey.Write(name, buffer)))
        {
            // "Ms." is no Mississippi, nor "or" an Oregon
            if (known switch { PlaceNameForm.Abbreviation => name[^1] == '.' || !IsAcronym(name), PlaceNameForm.Capitals => IsAcronym(name), _ => true } is false) continue;
            form = known;
            return place;
        }

        form = default;
        return null;
    }

    /// <summary>The places that a key names.</summary>
    public Candidate[] Candidates(ReadOnlySpan<char> key, PlaceWord kind)
    {
        var listed = lexicon.Find(key);
        List<Candidate> candidates = [];
        (bool isNamed, int country) = (false, -1);
        foreach ((KnownPlace place, PlaceNameForm form) in listed)
        {
            isNamed |= form == PlaceNameForm.Name;
            if (place.Feature == PlaceFeature.Country) country = CountryNumber(place.Country);
        }

        foreach ((KnownPlace place, PlaceNameForm form) in listed)
        {
            // "Ohio" is the state, not one of the counties of that name
            if (form != PlaceNameForm.Bare || !isNamed || kind == PlaceWord.Region) candidates.Add(OfListed(place, form));
        }

        ReadOnlySpan<int> towns = Towns.Find(key);
        foreach (int town in towns.Length > MostTowns ? towns[..MostTowns] : towns)
        {
            // "Mexico" is the country, not its capital
            if (country < 0 || kind == PlaceWord.City || Towns.CountryOf(town & ~Gazetteer.Alternate) != country) candidates.Add(OfTown(town));
        }

        return [.. candidates];
    }

    private static bool IsAcronym(ReadOnlySpan<char> name)
    {
        int letters = 0;
        foreach (char c in name)
        {
            if (char.IsLower(c)) return false;
            if (char.IsLetter(c)) letters++;
        }

        return letters <= LongestAcronym;
    }

    private Candidate OfTown(int entry)
    {
        int town = entry & ~Gazetteer.Alternate;
        int prior = Prior.OfTown(Towns.PopulationOf(town), Towns.RankOf(town), (entry & Gazetteer.Alternate) != 0);
        return new(PlaceFeature.City, Towns.CountryOf(town), Towns.UnitOf(town), Towns.LatitudeOf(town), Towns.LongitudeOf(town), prior, town, null);
    }

    private Candidate OfListed(KnownPlace place, PlaceNameForm form)
        => new(place.Feature, CountryNumber(place.Country), place.Unit is not null && unitNumbers.TryGetValue(place.Unit, out int unit) ? unit : -1, place.Latitude, place.Longitude, Prior.OfListed(place, form), -1, place);

    private static Dictionary<string, int> Numbers(string[] labels)
    {
        Dictionary<string, int> numbers = new(labels.Length, StringComparer.Ordinal);
        for (int i = 0; i < labels.Length; i++) numbers.Add(labels[i], i);
        return numbers;
    }
}

/// <summary>How likely a place is meant where its name stands alone, in points: ten for twice as many people.</summary>
internal static class Prior
{
    /// <summary>Points for a town.</summary>
    public static int OfTown(int population, TownRank rank, bool isAlternate)
    {
        int points = TenLog2(population + 1) + rank switch
        {
            TownRank.Capital => 60,
            TownRank.FirstSeat => 30,
            TownRank.SecondSeat => 10,
            TownRank.Quarter => -20,
            _ => 0,
        };
        return isAlternate ? points - 70 : points;
    }

    /// <summary>Points for a place of the lists.</summary>
    public static int OfListed(KnownPlace place, PlaceNameForm form) => (place.Feature, form) switch
    {
        (_, PlaceNameForm.Bare) => 60,
        (PlaceFeature.City, _) => 290,
        (PlaceFeature.Country, _) => 330,
        (PlaceFeature.Region, PlaceNameForm.Alias) => 180,
        (PlaceFeature.Region, _) => 270,
        _ => 250,
    };

    /// <summary>Ten times the binary logarithm, in whole numbers and between powers of two on a straight line.</summary>
    private static int TenLog2(int number)
    {
        int whole = BitOperations.Log2((uint)number);
        return (10 * whole) + (int)((((long)number << 10 >> whole) - 1024) * 10 >> 10);
    }
}
