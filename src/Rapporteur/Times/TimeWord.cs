// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>What stands in a place of a pattern; those from <see cref="Day"/> on are read from several words or from digits.</summary>
internal enum Slot : byte
{
    /// <summary>February.</summary>
    Month,

    /// <summary>Monday.</summary>
    Weekday,

    /// <summary>Mondays.</summary>
    Weekdays,

    /// <summary>Spring.</summary>
    Season,

    /// <summary>Springs.</summary>
    Seasons,

    /// <summary>Morning.</summary>
    Part,

    /// <summary>Mornings.</summary>
    Parts,

    /// <summary>Week.</summary>
    Unit,

    /// <summary>Weeks.</summary>
    Units,

    /// <summary>Last, this, next.</summary>
    Shift,

    /// <summary>Nineties.</summary>
    DecadeName,

    /// <summary>A.m., p.m.</summary>
    Meridiem,

    /// <summary>UTC.</summary>
    Zone,

    /// <summary>Hundred, thousand: a part of a number.</summary>
    Hundred,

    /// <summary>Dozen, few: a number with "a" before it.</summary>
    Dozen,

    /// <summary>Several.</summary>
    Vague,

    /// <summary>Scheduled: a time near it is yet to come.</summary>
    Forward,

    /// <summary>21, 21st, third: a day of a month.</summary>
    Day,

    /// <summary>3rd, third.</summary>
    Ordinal,

    /// <summary>2, two, twenty-five, a few.</summary>
    Number,

    /// <summary>2019.</summary>
    Year,

    /// <summary>Nineteen ninety-one.</summary>
    Spelled,

    /// <summary>98.</summary>
    Short,

    /// <summary>02.</summary>
    TwoDigits,

    /// <summary>1990s.</summary>
    Decade,

    /// <summary>2022-02-21.</summary>
    Iso,

    /// <summary>2/21/2022.</summary>
    Slashed,

    /// <summary>10:35.</summary>
    Clock,

    /// <summary>5, 5pm.</summary>
    Hour,

    /// <summary>Christmas.</summary>
    Holiday,
}

/// <summary>What the lists tell of a word.</summary>
internal sealed class TimeWord(string key)
{
    private const int Absent = int.MinValue;

    private readonly int[] values = [.. Enumerable.Repeat(Absent, (int)Slot.Holiday + 1)];

    /// <summary>A token that begins with a digit and is in no list.</summary>
    public static TimeWord Digits { get; } = new("");

    /// <summary>The word, in lower case.</summary>
    public string Key => key;

    /// <summary>The word's value in a slot; false if it does not fill it.</summary>
    public bool Fills(Slot slot, out int value)
    {
        value = values[(int)slot];
        return value != Absent;
    }

    /// <summary>The word's value in a slot; for the reading of the lists.</summary>
    internal bool TrySet(Slot slot, int value)
    {
        if (values[(int)slot] != Absent) return false;
        values[(int)slot] = value;
        return true;
    }
}
