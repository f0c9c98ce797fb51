// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>What the words of a time tell, slot by slot; 0 and null for what they do not.</summary>
internal record struct TimeParts
{
    /// <summary>The year; for a short one the century is added.</summary>
    public int Year;

    /// <summary>The month, from 1.</summary>
    public int Month;

    /// <summary>The day of the month.</summary>
    public int Day;

    /// <summary>The day of the week, Monday is 1.</summary>
    public int Weekday;

    /// <summary>The month that the season begins in.</summary>
    public int Season;

    /// <summary>The part of the day.</summary>
    public PartOfDay Part;

    /// <summary>The unit.</summary>
    public TimeUnit Unit;

    /// <summary>How many; null where none is told, −1 for several.</summary>
    public int? Number;

    /// <summary>Whether a half is to be added to the number.</summary>
    public bool AndHalf;

    /// <summary>Which: third.</summary>
    public int Ordinal;

    /// <summary>Last −1, this 0, next 1.</summary>
    public int? Shift;

    /// <summary>The decade's first year.</summary>
    public int Decade;

    /// <summary>The hour, 0–24.</summary>
    public int? Hour;

    /// <summary>The minute.</summary>
    public int Minute;

    /// <summary>Whether the time is UTC.</summary>
    public bool IsUtc;

    /// <summary>The holiday.</summary>
    public Holiday? Holiday;
}
