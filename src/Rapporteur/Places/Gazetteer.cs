// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Models;

namespace Rapporteur.Places;

/// <summary>What kind of town GeoNames says that a town is.</summary>
internal enum TownRank : byte
{
    /// <summary>The capital of a country.</summary>
    Capital,

    /// <summary>The seat of a first-level unit.</summary>
    FirstSeat,

    /// <summary>The seat of a second-level unit.</summary>
    SecondSeat,

    /// <summary>The seat of a smaller unit.</summary>
    Seat,

    /// <summary>A town or village.</summary>
    Town,

    /// <summary>A part of one.</summary>
    Quarter,
}

/// <summary>The cities, towns and villages of GeoNames, by name: <c>gazetteer.weights</c>, mapped into memory and never parsed.</summary>
/// <remarks>
/// A name is found by 48 bits of a hash of its key: 16 give the bucket, 32 stand in it, in ascending order, the most populous place first
/// where several have one name. <c>rapporteur-training gazetteer</c> writes the file.
/// </remarks>
internal sealed class Gazetteer
{
    /// <summary>Buckets of the index.</summary>
    public const int Buckets = 1 << 16;

    /// <summary>Set in an index entry whose name is not the place's first.</summary>
    public const int Alternate = 1 << 30;

    /// <summary>Units of <see cref="LatitudeOf"/> in a degree.</summary>
    public const int UnitsPerDegree = 100_000;

    private readonly Tensor<int> buckets, hashes, entries, ids, latitudes, longitudes, populations, nameStarts;
    private readonly Tensor<short> countries, units;
    private readonly Tensor<sbyte> ranks, names;

    public Gazetteer(ModelFile file)
    {
        int pairs = file.CountOf("entries"), places = file.CountOf("ids");
        buckets = file.Get<int>("buckets", Buckets + 1);
        hashes = file.Get<int>("hashes", pairs);
        entries = file.Get<int>("entries", pairs);
        ids = file.Get<int>("ids", places);
        latitudes = file.Get<int>("latitudes", places);
        longitudes = file.Get<int>("longitudes", places);
        populations = file.Get<int>("populations", places);
        countries = file.Get<short>("countries", places);
        units = file.Get<short>("units", places);
        ranks = file.Get<sbyte>("ranks", places);
        nameStarts = file.Get<int>("nameStarts", places + 1);
        names = file.Get<sbyte>("names", file.CountOf("names"));
        Countries = file.LabelsOf("countries");
        Units = file.LabelsOf("units");
    }

    /// <summary>Countries by number, ISO 3166-1 alpha-3.</summary>
    public string[] Countries { get; }

    /// <summary>First-level units by number: the country and GeoNames' code, <c>USA.TX</c>.</summary>
    public string[] Units { get; }

    /// <summary>Number of places.</summary>
    public int Count => ids.Count;

    /// <summary>The places that a key names, the most populous first; some carry <see cref="Alternate"/>.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> key)
    {
        ulong hash = PlaceKey.Hash(key);
        int bucket = (int)(hash >> 48);
        int wanted = unchecked((int)(uint)(hash >> 16));
        int start = buckets.Span[bucket], end = buckets.Span[bucket + 1];
        int low = start + Below(hashes.Span[start..end], wanted);
        int high = low;
        while (high < end && hashes.Span[high] == wanted) high++;
        return entries.Span[low..high];
    }

    /// <summary>Its number in GeoNames.</summary>
    public int IdOf(int place) => ids.Span[place];

    /// <summary>Degrees north, times <see cref="UnitsPerDegree"/>.</summary>
    public int LatitudeOf(int place) => latitudes.Span[place];

    /// <summary>Degrees east, times <see cref="UnitsPerDegree"/>.</summary>
    public int LongitudeOf(int place) => longitudes.Span[place];

    /// <summary>How many people live there; 0 where that is not known.</summary>
    public int PopulationOf(int place) => populations.Span[place];

    /// <summary>Its country, a place in <see cref="Countries"/>.</summary>
    public int CountryOf(int place) => countries.Span[place];

    /// <summary>Its first-level unit, a place in <see cref="Units"/>; -1 where that is not known.</summary>
    public int UnitOf(int place) => units.Span[place];

    /// <summary>What kind of town it is.</summary>
    public TownRank RankOf(int place) => (TownRank)ranks.Span[place];

    /// <summary>Its name.</summary>
    public string NameOf(int place)
        => Encoding.UTF8.GetString(MemoryMarshal.AsBytes(names.Span)[nameStarts.Span[place]..nameStarts.Span[place + 1]]);

    /// <summary>How many numbers of a bucket lie below one; they stand in order of their bits.</summary>
    private static int Below(ReadOnlySpan<int> ordered, int wanted)
    {
        int low = 0, high = ordered.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if ((uint)ordered[middle] < (uint)wanted) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
