// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>The value of what is last, this or next: "last year", "this morning", "next June", "this past winter".</summary>
internal readonly struct ShiftedDate(TimeLine line, Func<Tense> tense)
{
    /// <summary>The value; null where it names no time.</summary>
    public TimeValue? Of(TimePhrase phrase)
    {
        TimeParts parts = phrase.Parts;
        int shift = parts.Shift ?? -1;
        return parts switch
        {
            { Holiday: { } holiday } => OfHoliday(holiday, shift, phrase.Pattern.With == "weekend"),
            { Month: var month and > 0, Day: var day } => OfYearly(y => TimePoint.Day(y, month, Math.Max(1, day)), day > 0 ? TimeUnit.Day : TimeUnit.Month, shift, day > 0 ? $"XXXX-{month:00}-{day:00}" : $"XXXX-{month:00}"),
            { Weekday: > 0 } => OfWeekday(parts.Weekday, shift).At(parts.Part),
            { Season: var season and > 0 } => OfYearly(y => TimePoint.Day(y, season, 1), TimeUnit.Season, shift, "XXXX-" + TimePoint.SeasonCode(season)),
            { Part: not PartOfDay.None } => line.FromAnchor(TimeUnit.Day, shift).At(parts.Part),
            { Unit: TimeUnit.Decade or TimeUnit.Century } when shift < 0 => new(TimeType.Duration, parts.Unit == TimeUnit.Decade ? "P10Y" : "P100Y", null),
            { Unit: TimeUnit.Quarter, Shift: null } => line.Quarter is { } quarter ? TimeValue.Of(quarter) : TimeValue.Unknown("XXXX-QX"),
            { Unit: TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day } => shift < 0 && parts.Unit != TimeUnit.Second && TimeLength.Of(1, half: false, parts.Unit) is { } length ? new(TimeType.Duration, length, null) : null,
            _ => line.FromAnchor(parts.Unit, shift),
        };
    }

    private TimeValue OfHoliday(Holiday holiday, int shift, bool weekend)
    {
        TimeValue day = OfYearly(holiday.In, TimeUnit.Day, shift, holiday.Unknown);
        return !weekend ? day : day.Point is { } point ? TimeValue.Of(point.As(TimeUnit.Weekend)) : TimeValue.Unknown(TimePoint.Unknown(TimeUnit.Weekend));
    }

    /// <summary>What comes once a year: the last before the report's, the next after it, or that of its year.</summary>
    private TimeValue OfYearly(Func<int, TimePoint?> inYear, TimeUnit unit, int shift, string unknown)
    {
        TimePoint? found = shift == 0
            ? line.Anchor is { } day ? inYear(day.Year) : null
            : line.Nearest(inYear, unit, new(shift < 0 ? Direction.Past : Direction.Future, IsSure: true), strictly: true);
        return found is { } point ? TimeValue.Of(point with { Unit = unit }) : TimeValue.Unknown(unknown);
    }

    private TimeValue OfWeekday(int weekday, int shift)
    {
        if (line.Anchor is not { } anchor) return TimeValue.Unknown($"XXXX-WXX-{weekday}");
        int back = ((int)anchor.DayOfWeek - weekday + 7) % 7;
        bool past = shift < 0 || (shift == 0 && tense().Direction == Direction.Past);
        int days = shift == 0 ? (past ? -back : (7 - back) % 7) : past ? -(back == 0 ? 7 : back) : 7 - back;
        return line.FromAnchor(TimeUnit.Day, days);
    }
}
