// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Times;

/// <summary>A period of the calendar: the day, week, month, quarter, year, … that begins on a day.</summary>
/// <param name="Unit">How long it is: a day or longer.</param>
/// <param name="Start">Its first day.</param>
internal readonly record struct TimePoint(TimeUnit Unit, DateOnly Start)
{
    /// <summary>The period of that length in which a day lies.</summary>
    public static TimePoint Of(TimeUnit unit, DateOnly day) => new(unit, unit switch
    {
        TimeUnit.Week => MondayOf(day),
        TimeUnit.Fortnight => MondayOf(day),
        TimeUnit.Weekend => MondayOf(day),
        TimeUnit.Month => new(day.Year, day.Month, 1),
        TimeUnit.Quarter => new(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        TimeUnit.Half => new(day.Year, day.Month <= 6 ? 1 : 7, 1),
        TimeUnit.Season => day.Month == 12 ? new(day.Year, 12, 1) : new(day.Year - (day.Month < 3 && day.Year > 1 ? 1 : 0), day.Month < 3 ? 12 : (day.Month / 3) * 3, 1),
        TimeUnit.Year => new(day.Year, 1, 1),
        TimeUnit.Decade => new(Math.Max(1, day.Year / 10 * 10), 1, 1),
        TimeUnit.Century => new(Math.Max(1, day.Year / 100 * 100), 1, 1),
        _ => day,
    });

    /// <summary>The year of that number; null outside the calendar.</summary>
    public static TimePoint? Year(int year) => year is >= 1 and <= 9999 ? new(TimeUnit.Year, new(year, 1, 1)) : null;

    /// <summary>A day; null where the calendar has none such: February 31.</summary>
    public static TimePoint? Day(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(TimeUnit.Day, new(year, month, day)) : null;

    /// <summary>The period so many units later or, for a number below 0, earlier; null outside the calendar.</summary>
    public TimePoint? Shift(int count, TimeUnit by)
    {
        long days = by switch
        {
            TimeUnit.Day => count,
            TimeUnit.Week or TimeUnit.Weekend => count * 7L,
            TimeUnit.Fortnight => count * 14L,
            _ => 0,
        };
        long months = by switch
        {
            TimeUnit.Month => count,
            TimeUnit.Quarter or TimeUnit.Season => count * 3L,
            TimeUnit.Half => count * 6L,
            TimeUnit.Year => count * 12L,
            TimeUnit.Decade => count * 120L,
            TimeUnit.Century => count * 1200L,
            _ => 0,
        };
        long day = Start.DayNumber + days, month = (Start.Year * 12L) + Start.Month - 1 + months;
        if (day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber || month < 12 || month >= 10000 * 12L) return null;
        return this with { Start = days != 0 ? DateOnly.FromDayNumber((int)day) : Start.AddMonths((int)months) };
    }

    /// <summary>The period of another length in which it begins.</summary>
    public TimePoint As(TimeUnit unit) => Of(unit, Start);

    /// <summary>The TIMEX3 value.</summary>
    public override string ToString()
    {
        int year = Start.Year;
        FormattableString value = Unit switch
        {
            TimeUnit.Week or TimeUnit.Fortnight => $"{IsoYear:0000}-W{IsoWeek:00}",
            TimeUnit.Weekend => $"{IsoYear:0000}-W{IsoWeek:00}-WE",
            TimeUnit.Month => $"{year:0000}-{Start.Month:00}",
            TimeUnit.Quarter => $"{year:0000}-Q{((Start.Month - 1) / 3) + 1}",
            TimeUnit.Half => $"{year:0000}-H{((Start.Month - 1) / 6) + 1}",
            TimeUnit.Season => $"{year:0000}-{SeasonCode(Start.Month)}",
            TimeUnit.Year => $"{year:0000}",
            TimeUnit.Decade => $"{year / 10:000}",
            TimeUnit.Century => $"{year / 100:00}",
            _ => $"{year:0000}-{Start.Month:00}-{Start.Day:00}",
        };
        return value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The code of the season that begins in a month.</summary>
    public static string SeasonCode(int month) => month switch { 3 => "SP", 6 => "SU", 9 => "FA", _ => "WI" };

    /// <summary>The value of a period of that length of which nothing is known.</summary>
    public static string Unknown(TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Half => "XXXX-HX",
        TimeUnit.Season or TimeUnit.Year => "XXXX",
        TimeUnit.Decade => "XXX",
        TimeUnit.Century => "XX",
        _ => "XXXX-XX-XX",
    };

    private int IsoYear => ISOWeek.GetYear(Start.ToDateTime(TimeOnly.MinValue));

    private int IsoWeek => ISOWeek.GetWeekOfYear(Start.ToDateTime(TimeOnly.MinValue));

    private static DateOnly MondayOf(DateOnly day) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - (((int)day.DayOfWeek + 6) % 7)));
}
