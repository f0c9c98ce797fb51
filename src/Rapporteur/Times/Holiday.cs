// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>How a holiday's day is found in a year.</summary>
internal enum HolidayRule : byte
{
    /// <summary>The same day each year.</summary>
    Fixed,

    /// <summary>The n-th such day of the week in a month.</summary>
    Nth,

    /// <summary>So many days from Easter Sunday of the western churches.</summary>
    Easter,

    /// <summary>So many days from Easter Sunday of the eastern churches.</summary>
    Orthodox,
}

/// <summary>A holiday, and the day that it falls on.</summary>
/// <param name="Rule">How the day is found.</param>
/// <param name="Month">The month, where it is always the same.</param>
/// <param name="Day">The day, for <see cref="HolidayRule.Fixed"/>; which one, for <see cref="HolidayRule.Nth"/>, −1 for the last.</param>
/// <param name="Weekday">The day of the week, for <see cref="HolidayRule.Nth"/>; Monday is 1.</param>
/// <param name="Days">Days to add.</param>
internal sealed record Holiday(HolidayRule Rule, int Month, int Day, int Weekday, int Days)
{
    /// <summary>The day in a year; null outside the calendar.</summary>
    public TimePoint? In(int year)
    {
        if (year is < 33 or > 9998) return null;
        DateOnly day = Rule switch
        {
            HolidayRule.Fixed => new(year, Month, Day),
            HolidayRule.Nth => NthWeekday(year),
            HolidayRule.Easter => Easter(year),
            _ => OrthodoxEaster(year),
        };
        return new(TimeUnit.Day, day.AddDays(Days));
    }

    /// <summary>The value where the year is not known.</summary>
    public string Unknown => Rule == HolidayRule.Fixed ? $"XXXX-{Month:00}-{Day:00}" : Rule == HolidayRule.Nth ? $"XXXX-{Month:00}-XX" : "XXXX-XX-XX";

    private DateOnly NthWeekday(int year)
    {
        var first = new DateOnly(year, Month, 1);
        int wait = (Weekday - (int)first.DayOfWeek + 7) % 7;
        if (Day > 0) return first.AddDays(wait + ((Day - 1) * 7));
        int days = DateTime.DaysInMonth(year, Month);
        return first.AddDays(wait + (((days - 1 - wait) / 7) * 7));
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, sum = h + l - (7 * m) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus).</summary>
    private static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = ((19 * c) + 15) % 30, e = ((2 * a) + (4 * b) - d + 34) % 7, sum = d + e + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1).AddDays((year / 100) - (year / 400) - 2);
    }
}
