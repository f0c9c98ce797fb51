// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Places;

/// <summary>Words that name a place, and the group of those that name the same.</summary>
/// <param name="Span">The words.</param>
/// <param name="First">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Group">The group.</param>
internal readonly record struct PlaceMention(TextSpan Span, int First, int End, int Group);

/// <summary>One name in one report, and so one place: what it may name, and how well each suits.</summary>
/// <param name="Key">The key of the name.</param>
/// <param name="Kind">What a word beside it says that it is.</param>
/// <param name="Candidates">What it may name.</param>
internal sealed record PlaceGroup(string Key, PlaceWord Kind, Candidate[] Candidates)
{
    /// <summary>The points of each candidate.</summary>
    public int[] Scores { get; } = new int[Candidates.Length];

    /// <summary>How much of the belief each candidate has, of <see cref="PlaceResolver.Whole"/>.</summary>
    public int[] Shares { get; } = new int[Candidates.Length];

    /// <summary>The candidate with the most points; the first of several.</summary>
    public int Best
    {
        get
        {
            int best = 0;
            for (int i = 1; i < Scores.Length; i++)
            {
                if (Scores[i] > Scores[best]) best = i;
            }

            return best;
        }
    }
}

/// <summary>A place that is said to lie in another: "Paris, Texas".</summary>
/// <param name="Inner">The group of the one.</param>
/// <param name="Outer">The group of the other.</param>
internal readonly record struct Containment(int Inner, int Outer);

/// <summary>What was found in a report.</summary>
internal sealed class FoundPlaces
{
    /// <summary>The mentions, in order of the text.</summary>
    public List<PlaceMention> Mentions { get; } = [];

    /// <summary>The groups, in order of their first mention.</summary>
    public List<PlaceGroup> Groups { get; } = [];

    /// <summary>Numbers of the countries whose adjectives or people are named, and of the outlet's; -1 for none.</summary>
    public HashSet<int> Countries { get; } = [];
}
