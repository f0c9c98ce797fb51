// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Places;

/// <summary>Finds which place each name means: by itself, by what it is said to lie in, and by the report's other places.</summary>
/// <remarks>
/// Every candidate has points. Points become shares of belief (<see cref="ResolverWeights.HalfLife"/> points less halve a share); the shares of the other
/// names and of the containments give points in turn. After <see cref="Rounds"/> rounds the most points win. Whole numbers throughout.
/// </remarks>
internal sealed class PlaceResolver
{
    /// <summary>All belief in one name.</summary>
    public const int Whole = 1024;

    private const int Rounds = 3;

    /// <summary>So many names vote on what the others mean; a report that has more of them is a list.</summary>
    private const int MostVoters = 128;

    /// <summary>And so many are looked at for being near.</summary>
    private const int MostNeighbours = 64;

    private const int NearKilometres = 120;

    /// <summary>Between the middles of countries that are neighbours, or nearly.</summary>
    private const int NeighbourKilometres = 800;

    private readonly FoundPlaces found;
    private readonly ResolverWeights weights;
    private readonly HashSet<Containment> containments;
    private readonly int[] byCountry, byUnit;
    private readonly List<int> likeliest = [];

    public PlaceResolver(FoundPlaces found, HashSet<Containment> containments, Gazetteer towns, ResolverWeights weights)
    {
        this.found = found;
        this.containments = containments;
        this.weights = weights;
        byCountry = new int[towns.Countries.Length];
        byUnit = new int[towns.Units.Length];
    }

    /// <summary>Gives every group's candidates their points.</summary>
    public void Resolve()
    {
        List<PlaceGroup> groups = found.Groups;
        foreach (PlaceGroup group in groups) Start(group);
        for (int round = 0; round < Rounds; round++)
        {
            foreach (PlaceGroup group in groups) Share(group);
            Count();
            likeliest.Clear();
            for (int i = 0; i < Math.Min(MostNeighbours, groups.Count); i++) likeliest.Add(groups[i].Best);
            for (int i = 0; i < groups.Count; i++) Score(groups[i], votes: i < MostVoters);
            foreach (Containment pair in containments) Contain(groups[pair.Inner], groups[pair.Outer]);
        }
    }

    private void Start(PlaceGroup group)
    {
        for (int i = 0; i < group.Scores.Length; i++) group.Scores[i] = group.Candidates[i].Prior + KindPoints(group, group.Candidates[i].Feature);
    }

    private int KindPoints(PlaceGroup group, PlaceFeature feature) => group.Kind switch
    {
        PlaceWord.City when feature == PlaceFeature.City => weights.OfKind,
        PlaceWord.Region when feature == PlaceFeature.Region => weights.OfKind,
        PlaceWord.Water when feature == PlaceFeature.Water => weights.OfKind,
        PlaceWord.Landform when feature == PlaceFeature.Landform => weights.OfKind,
        _ => 0,
    };

    /// <summary>Turns points into shares of belief.</summary>
    private void Share(PlaceGroup group)
    {
        int top = group.Scores[group.Best], sum = 0;
        for (int i = 0; i < group.Scores.Length; i++)
        {
            int behind = (top - group.Scores[i]) / weights.HalfLife;
            group.Shares[i] = behind > 10 ? 0 : Whole >> behind;
            sum += group.Shares[i];
        }

        for (int i = 0; i < group.Shares.Length; i++) group.Shares[i] = group.Shares[i] * Whole / sum;
    }

    /// <summary>How much belief lies in each country and unit.</summary>
    private void Count()
    {
        byCountry.AsSpan().Clear();
        byUnit.AsSpan().Clear();
        foreach (int country in found.Countries)
        {
            if (country >= 0) byCountry[country] += Whole;
        }

        for (int i = 0; i < Math.Min(MostVoters, found.Groups.Count); i++) Vote(found.Groups[i], 1);
    }

    private void Vote(PlaceGroup group, int sign)
    {
        for (int i = 0; i < group.Shares.Length; i++)
        {
            if (group.Candidates[i].Country >= 0) byCountry[group.Candidates[i].Country] += sign * group.Shares[i];
            if (group.Candidates[i].Unit >= 0) byUnit[group.Candidates[i].Unit] += sign * group.Shares[i];
        }
    }

    private void Score(PlaceGroup group, bool votes)
    {
        if (votes) Vote(group, -1);
        Start(group);
        for (int i = 0; i < group.Scores.Length; i++)
        {
            Candidate candidate = group.Candidates[i];
            if (candidate.Country >= 0) group.Scores[i] += Saturated(weights.SameCountry, byCountry[candidate.Country]);
            if (candidate.Unit >= 0) group.Scores[i] += Saturated(weights.SameUnit, byUnit[candidate.Unit]);
            if (candidate.Feature is PlaceFeature.City) group.Scores[i] += Saturated(weights.Near, Nearby(group, candidate));
            if (candidate.Feature is PlaceFeature.Country) group.Scores[i] += Saturated(weights.Neighbour, Neighbours(group, candidate));
        }

        if (votes) Vote(group, 1);
    }

    /// <summary>More belief gives more points, up to a limit: half of them for one other name.</summary>
    private static int Saturated(int points, int belief) => points * belief / (belief + Whole);

    /// <summary>The belief in towns and counties of other names that lie near.</summary>
    private int Nearby(PlaceGroup group, in Candidate candidate)
    {
        int belief = 0;
        for (int i = 0; i < likeliest.Count; i++)
        {
            PlaceGroup other = found.Groups[i];
            if (ReferenceEquals(other, group) || other.Key == group.Key) continue;
            int best = likeliest[i];
            Candidate there = other.Candidates[best];
            if (there.Feature is PlaceFeature.City or PlaceFeature.Region && there.Country == candidate.Country && Earth.Kilometres(candidate, there) <= NearKilometres) belief += other.Shares[best];
        }

        return belief;
    }

    /// <summary>The belief in other countries around: Georgia is one where Armenia and Azerbaijan are named.</summary>
    private int Neighbours(PlaceGroup group, in Candidate candidate)
    {
        int belief = 0;
        for (int i = 0; i < likeliest.Count; i++)
        {
            PlaceGroup other = found.Groups[i];
            int best = likeliest[i];
            Candidate there = other.Candidates[best];
            if (!ReferenceEquals(other, group) && there.Feature is PlaceFeature.Country && there.Country != candidate.Country && Earth.Kilometres(candidate, there) <= NeighbourKilometres) belief += other.Shares[best];
        }

        return belief;
    }

    private void Contain(PlaceGroup inner, PlaceGroup outer)
    {
        Span<int> innerBelief = stackalloc int[inner.Shares.Length], outerBelief = stackalloc int[outer.Shares.Length];
        for (int i = 0; i < inner.Shares.Length; i++)
        {
            for (int o = 0; o < outer.Shares.Length; o++)
            {
                if (!Holds(outer.Candidates[o], inner.Candidates[i])) continue;
                innerBelief[i] += outer.Shares[o];
                outerBelief[o] += inner.Shares[i];
            }
        }

        for (int i = 0; i < innerBelief.Length; i++) inner.Scores[i] += weights.Contained * innerBelief[i] / Whole;
        for (int o = 0; o < outerBelief.Length; o++) outer.Scores[o] += weights.Contained * outerBelief[o] / Whole;
    }

    /// <summary>Whether a place may lie in another.</summary>
    private static bool Holds(in Candidate outer, in Candidate inner) => outer.Feature switch
    {
        PlaceFeature.Country => inner.Country == outer.Country && inner.Feature != PlaceFeature.Country,
        PlaceFeature.Region when inner.Country != outer.Country || inner.Feature == PlaceFeature.Country => false,
        PlaceFeature.Region when outer.Unit >= 0 && inner.Unit >= 0 && inner.Unit != outer.Unit => false,
        PlaceFeature.Region => inner.Unit == outer.Unit || Earth.Kilometres(outer, inner) < 300,
        PlaceFeature.City => Earth.Kilometres(outer, inner) < 50,
        _ => false,
    };
}

/// <summary>What the grounds count, in points: ten for twice as many people. Fitted on development data, a handful of numbers.</summary>
/// <param name="HalfLife">So many points less, and a candidate has half the belief.</param>
/// <param name="SameCountry">The report's other places lie in the same country.</param>
/// <param name="SameUnit">They lie in the same first-level unit.</param>
/// <param name="Near">They are near.</param>
/// <param name="Neighbour">Countries around it are named.</param>
/// <param name="Contained">The text says that one lies in the other.</param>
/// <param name="OfKind">A word beside the name says what it is.</param>
internal sealed record ResolverWeights(int HalfLife, int SameCountry, int SameUnit, int Near, int Neighbour, int Contained, int OfKind)
{
    /// <summary>The weights that are used.</summary>
    public static ResolverWeights Fitted { get; } = new(15, 125, 150, 50, 150, 250, 80);
}
