// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>The value of fields of the calendar, whole or partial: "February 21, 2022", "March", "Thursday", "the third quarter", "the 1990s".</summary>
internal readonly struct CalendarDate(TimeLine line, Func<Tense> tense)
{
    /// <summary>The value; null where the calendar has no such date.</summary>
    public TimeValue? Of(TimePhrase phrase, TimeValue? within)
    {
        TimeParts parts = phrase.Parts;
        if (parts.Year == 0 && within?.Point is { } outer) parts.Year = outer.Start.Year;
        string[] with = phrase.Pattern.Told;
        TimeValue? value = parts switch
        {
            { Holiday: { } holiday } => OfHoliday(holiday, parts.Year, with[0]),
            { Month: > 0 } when with[0] is "week" or "day" => Within(parts, with),
            { Month: > 0 } => OfMonth(parts, isUnknown: within is not null),
            { Weekday: > 0 } => OfWeekday(parts.Weekday),
            { Season: > 0 } => OfPeriod(TimeUnit.Season, parts.Season, parts.Year, "XXXX-" + TimePoint.SeasonCode(parts.Season), within is not null),
            { Decade: > 0 } => TimePoint.Year(parts.Decade) is { } decade ? TimeValue.Of(decade.As(TimeUnit.Decade)) : null,
            _ => with[0] switch
            {
                "century" => parts.Ordinal is >= 2 and <= 99 && TimePoint.Year((parts.Ordinal - 1) * 100) is { } century ? TimeValue.Of(century.As(TimeUnit.Century)) : null,
                "quarter" => OfNumbered(TimeUnit.Quarter, Number(with, parts), 4, "Q", parts.Year, within is not null),
                "half" => OfNumbered(TimeUnit.Half, Number(with, parts), 2, "H", parts.Year, within is not null),
                "period" => Period(parts.Year),
                _ => TimePoint.Year(parts.Year) is { } year ? TimeValue.Of(year) : null,
            },
        };
        return value?.At(parts.Part);
    }

    private static int Number(string[] with, TimeParts parts) => with.Length > 1 ? with[1][0] - '0' : parts.Ordinal;

    /// <summary>"the 2021 period": of a year, the quarter that is spoken of.</summary>
    private TimeValue? Period(int year)
    {
        if (line.Last is { Unit: TimeUnit.Quarter } quarter && quarter.Shift(year - quarter.Start.Year, TimeUnit.Year) is { } same) return TimeValue.Of(same);
        return TimePoint.Year(year) is { } whole ? TimeValue.Of(whole) : null;
    }

    /// <summary>"the first week of March", "the last day of March": a week belongs to the month that holds its middle.</summary>
    private TimeValue? Within(TimeParts parts, string[] with)
    {
        if (OfMonth(parts, isUnknown: false) is not { } month) return null;
        TimeUnit unit = with[0] == "week" ? TimeUnit.Week : TimeUnit.Day;
        if (month.Point is not { } point) return TimeValue.Unknown(TimePoint.Unknown(unit));
        int days = DateTime.DaysInMonth(point.Start.Year, point.Start.Month);
        int day = with.Length == 1 ? ((parts.Ordinal - 1) * 7) + 3 : unit == TimeUnit.Week ? days - 4 : days - 1;
        return day < days ? TimeValue.Of(TimePoint.Of(unit, point.Start.AddDays(day))) : null;
    }

    private TimeValue? OfHoliday(Holiday holiday, int year, string stretch)
    {
        TimePoint? day = year > 0 ? holiday.In(year) : line.Nearest(holiday.In, TimeUnit.Day, tense());
        TimeUnit unit = stretch switch { "week" => TimeUnit.Week, "weekend" => TimeUnit.Weekend, _ => TimeUnit.Day };
        return day is { } found ? TimeValue.Of(found.As(unit)) : TimeValue.Unknown(unit == TimeUnit.Day ? holiday.Unknown : TimePoint.Unknown(unit));
    }

    private TimeValue? OfMonth(TimeParts parts, bool isUnknown)
    {
        (int month, int day) = (parts.Month, parts.Day);
        if (month > 12 || day > 31 || (day > 0 && TimePoint.Day(2000, month, day) is null)) return null;
        if (parts.Year > 0)
        {
            if (day > 0) return TimePoint.Day(parts.Year, month, day) is { } whole ? TimeValue.Of(whole) : null;
            return TimePoint.Day(parts.Year, month, 1) is { } first ? TimeValue.Of(first.As(TimeUnit.Month)) : null;
        }

        TimeUnit unit = day > 0 ? TimeUnit.Day : TimeUnit.Month;
        TimePoint? near = isUnknown ? null : line.Nearest(y => TimePoint.Day(y, month, Math.Max(day, 1)), unit, tense());
        return near is { } found ? TimeValue.Of(found with { Unit = unit }) : TimeValue.Unknown(day > 0 ? $"XXXX-{month:00}-{day:00}" : $"XXXX-{month:00}");
    }

    /// <summary>The last such day, today among them; the next where the verb tells so.</summary>
    private TimeValue OfWeekday(int weekday)
    {
        if (line.Anchor is not { } anchor) return TimeValue.Unknown($"XXXX-WXX-{weekday}");
        int back = ((int)anchor.DayOfWeek - weekday + 7) % 7;
        int days = tense().Direction switch { Direction.Future => (7 - back) % 7, Direction.Present => back <= 3 ? -back : 7 - back, _ => -back };
        return line.FromAnchor(TimeUnit.Day, days);
    }

    private TimeValue? OfNumbered(TimeUnit unit, int number, int most, string letter, int year, bool isUnknown)
        => number < 1 || number > most ? null : OfPeriod(unit, ((number - 1) * (12 / most)) + 1, year, $"XXXX-{letter}{number}", isUnknown);

    /// <summary>A part of a year that begins in a month: of that year, else the last one that has begun, or the next where the verb tells so.</summary>
    private TimeValue? OfPeriod(TimeUnit unit, int month, int year, string unknown, bool isUnknown)
    {
        if (year > 0) return TimePoint.Day(year, month, 1) is { } first ? TimeValue.Of(first with { Unit = unit }) : null;
        TimePoint? near = isUnknown || line.Anchor is null ? null : line.Nearest(y => TimePoint.Day(y, month, 1), unit, tense() is { Direction: Direction.Future } future ? future : new Tense(Direction.Past, IsSure: true));
        return near is { } found ? TimeValue.Of(found with { Unit = unit }) : TimeValue.Unknown(unknown);
    }
}
