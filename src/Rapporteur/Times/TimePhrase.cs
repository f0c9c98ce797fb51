// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Words that name a time, as a pattern found them.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Parts">What the words tell.</param>
internal sealed record TimePhrase(int First, int End, TimePattern Pattern, TimeParts Parts)
{
    /// <summary>The time that it lies in, where the words beside it tell that: the day of an hour, the year of a month.</summary>
    public TimePhrase? Within { get; init; }

    /// <summary>The tokens.</summary>
    public TokenRange Tokens => new(First, End);

    /// <summary>How the value is found.</summary>
    public TimeRule Rule => Pattern.Rule;

    /// <summary>Whether it is a time of day that wants a day.</summary>
    public bool IsHour => Rule == TimeRule.Clock;

    /// <summary>Whether it is a day, with no time of day yet.</summary>
    public bool IsDay => Parts is { Hour: null, Part: PartOfDay.None }
        && (Rule == TimeRule.Day || (Rule is TimeRule.Calendar or TimeRule.Shifted or TimeRule.Same && (Parts.Weekday > 0 || Parts.Day > 0 || (Parts.Holiday is not null && Pattern.With.Length == 0))));

    /// <summary>Whether it is a part of a year, and does not tell which year.</summary>
    public bool WantsYear => Rule == TimeRule.Calendar && Within is null && Parts is { Year: 0, Weekday: 0, Decade: 0, Part: PartOfDay.None }
        && (Parts.Month > 0 || Parts.Season > 0 || Parts.Ordinal > 0 || Parts.Holiday is not null) && !Pattern.Text.Contains("century", StringComparison.Ordinal);

    /// <summary>Whether it is a year.</summary>
    public bool IsYear => Rule switch
    {
        TimeRule.Calendar => Parts is { Year: > 0, Month: 0, Season: 0, Ordinal: 0, Holiday: null },
        TimeRule.Shifted or TimeRule.Ago or TimeRule.Neighbour or TimeRule.Same or TimeRule.Current or TimeRule.Away => Parts is { Unit: TimeUnit.Year, Ordinal: 0 },
        _ => false,
    };
}
