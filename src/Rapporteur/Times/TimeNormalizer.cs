// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Finds the value of a time, given where in time the reader is.</summary>
internal sealed class TimeNormalizer(TokenTable tokens, TimeLine line, TenseFinder tense)
{
    /// <summary>The value; null where the calendar has no such time.</summary>
    public TimeValue? Of(TimePhrase phrase, TokenRange sentence)
    {
        TimeValue? within = phrase.Within is { } outer ? Of(outer, sentence) : null;
        if (phrase.Within is not null && within is null) return null;
        TimeValue? value = phrase.Rule switch
        {
            TimeRule.Calendar => new CalendarDate(line, () => tense.Of(phrase, sentence)).Of(phrase, within),
            TimeRule.Shifted => new ShiftedDate(line, () => tense.Of(phrase, sentence)).Of(phrase),
            TimeRule.Day => Day(phrase),
            TimeRule.Ago => Ago(phrase),
            TimeRule.FromNow => Counted(phrase, 1),
            TimeRule.Away => Away(phrase),
            TimeRule.Neighbour => Neighbour(phrase, within),
            TimeRule.Same => Same(phrase),
            TimeRule.Current => Current(phrase, within, sentence),
            TimeRule.Duration => Duration(phrase),
            TimeRule.Set => TimeSet.Of(phrase),
            TimeRule.Clock => Clock(phrase, within),
            _ => TimeValue.Unknown(phrase.Pattern.With),
        };
        if (value?.Point is { } point && IsTold(phrase)) line.Tell(point);
        return value;
    }

    /// <summary>Whether later times are counted from it: not what is only compared with ("a year earlier"), nor what the reader knows anyway.</summary>
    private static bool IsTold(TimePhrase phrase) => phrase.Rule switch
    {
        TimeRule.Calendar => phrase.Parts.Decade == 0 && (phrase.Parts.Ordinal == 0 || phrase.Pattern.With != "century"),
        TimeRule.Shifted or TimeRule.Day or TimeRule.Neighbour or TimeRule.FromNow => true,
        TimeRule.Away => phrase.Pattern.Told[0] == "1",
        TimeRule.Ago => phrase.Parts is not { Unit: TimeUnit.Year, Number: null },
        _ => false,
    };

    private TimeValue Day(TimePhrase phrase)
    {
        string[] with = phrase.Pattern.Told;
        PartOfDay part = with.Length > 1 ? PartOfDay.Night : phrase.Parts.Part;
        TimeValue day = line.FromAnchor(TimeUnit.Day, int.Parse(with[0], CultureInfo.InvariantCulture));
        return day.At(part);
    }

    private TimeValue Ago(TimePhrase phrase)
    {
        TimeParts parts = phrase.Parts;
        if (parts.Ordinal is >= 1 and <= 4)
            return line.Anchor is { } day && TimePoint.Year(day.Year - 1) is { } year ? TimeValue.Of(new(TimeUnit.Quarter, new(year.Start.Year, (parts.Ordinal * 3) - 2, 1))) : TimeValue.Unknown($"XXXX-Q{parts.Ordinal}");
        if (parts.Number == -1) return TimeValue.Unknown("PAST_REF");
        if (parts.Unit == TimeUnit.Year && parts.Number is null or 1)
        {
            // what is compared with a quarter is the same quarter
            TimePoint? compared = phrase.Pattern.With == "period" ? line.Period : line.Last is { Unit: TimeUnit.Quarter or TimeUnit.Half } last ? last : null;
            if (compared?.Shift(-1, TimeUnit.Year) is { } before) return TimeValue.Of(before);
        }

        return Counted(phrase, -1);
    }

    /// <summary>So many units from the report: in years to the year, in weeks to the week.</summary>
    private TimeValue Counted(TimePhrase phrase, int sign)
    {
        int number = phrase.Parts.Number ?? 1;
        if (number < 0) return TimeValue.Unknown(sign < 0 ? "PAST_REF" : "FUTURE_REF");
        return phrase.Parts.Unit switch
        {
            TimeUnit.Decade or TimeUnit.Century => line.FromAnchor(TimeUnit.Year, sign * number, phrase.Parts.Unit),
            < TimeUnit.Day => TimeValue.Unknown(sign < 0 ? "PAST_REF" : "FUTURE_REF"),
            var unit => line.FromAnchor(unit, sign * number),
        };
    }

    private TimeValue Away(TimePhrase phrase)
    {
        string[] with = phrase.Pattern.Told;
        int sign = with[0] == "1" ? 1 : -1, number = phrase.Parts.Number ?? 1;
        TimeUnit unit = phrase.Parts.Unit == TimeUnit.None ? TimeUnit.Year : phrase.Parts.Unit;
        if (phrase.Parts.Ordinal is >= 1 and <= 4 && with[^1] == "quarter") return Ago(phrase);
        if (unit < TimeUnit.Day || number < 0) return TimeValue.Unknown(sign < 0 ? "PAST_REF" : "FUTURE_REF");
        if (unit == TimeUnit.Year)
        {
            TimePoint? compared = with[^1] == "period" ? line.Period : line.Last is { Unit: TimeUnit.Quarter or TimeUnit.Half } last ? last : null;
            if (compared?.Shift(sign * number, TimeUnit.Year) is { } point) return TimeValue.Of(point);
        }

        return unit is TimeUnit.Decade or TimeUnit.Century ? line.FromLast(TimeUnit.Year, sign * number * (unit == TimeUnit.Decade ? 10 : 100))
            : unit is TimeUnit.Week or TimeUnit.Fortnight && line.Last is { Unit: TimeUnit.Day } ? line.FromLast(TimeUnit.Day, sign * number * (unit == TimeUnit.Week ? 7 : 14))
            : line.FromLast(unit, sign * number);
    }

    private TimeValue Neighbour(TimePhrase phrase, TimeValue? within)
    {
        int count = phrase.Pattern.Told[0] == "1" ? 1 : -1;
        TimeUnit unit = phrase.Parts.Part != PartOfDay.None ? TimeUnit.Day : phrase.Parts.Unit;
        if (within is { } beside)
            return beside.Point is { } point && point.Unit <= unit && point.As(unit).Shift(count, unit) is { } next ? TimeValue.Of(next) : TimeValue.Unknown(TimePoint.Unknown(unit));
        return line.FromLast(unit, count).At(phrase.Parts.Part);
    }

    private TimeValue? Same(TimePhrase phrase)
    {
        if (phrase.Pattern.With == "period") return line.Last is { } last ? TimeValue.Of(last) : TimeValue.Unknown("XXXX-XX");
        TimeUnit unit = phrase.Parts.Part != PartOfDay.None ? TimeUnit.Day : phrase.Parts.Unit;
        return unit < TimeUnit.Day ? null : line.FromLast(unit).At(phrase.Parts.Part);
    }

    private TimeValue? Current(TimePhrase phrase, TimeValue? within, TokenRange sentence)
    {
        // "the year ended March 31" is a length; the date behind it says which
        if (phrase.Parts.Unit >= TimeUnit.Day && phrase.End < sentence.End && tokens.WordOf(phrase.End) is "ended" or "ending") return Duration(phrase);
        TimeUnit unit = phrase.Pattern.With switch { "year" => TimeUnit.Year, "week" => TimeUnit.Week, "quarter" => TimeUnit.Quarter, _ => phrase.Parts.Unit };
        if (within is { } day) return day.Point is { } point ? TimeValue.Of(point.As(TimeUnit.Week)) : TimeValue.Unknown(TimePoint.Unknown(TimeUnit.Week));
        if (phrase.Parts.Part != PartOfDay.None) return line.FromAnchor(TimeUnit.Day).At(phrase.Parts.Part);
        if (unit == TimeUnit.Quarter) return line.Quarter is { } quarter ? TimeValue.Of(quarter) : TimeValue.Unknown("XXXX-QX");
        if (unit == TimeUnit.Weekend) return line.FromAnchor(unit, line.Anchor?.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || tense.Of(phrase, sentence).Direction == Direction.Future ? 0 : -1);
        if (unit < TimeUnit.Day) return null;
        return unit == TimeUnit.Day && line.Last is { Unit: TimeUnit.Day } last ? TimeValue.Of(last) : line.FromAnchor(unit);
    }

    private static TimeValue? Duration(TimePhrase phrase)
    {
        TimeParts parts = phrase.Parts;
        (int number, bool half) = phrase.Pattern.With switch
        {
            "vague" => (-1, false),
            "half" => (1, true),
            "only half" => (0, true),
            "and half" => (parts.Number ?? 1, true),
            _ => (parts.Number ?? 1, parts.AndHalf),
        };
        return TimeLength.Of(number, half, parts.Unit) is { } length ? new(TimeType.Duration, length, null) : null;
    }

    private TimeValue Clock(TimePhrase phrase, TimeValue? within)
    {
        TimeParts parts = phrase.Parts;
        string day = (within ?? line.FromAnchor(TimeUnit.Day)).Text;
        int hour = parts.Hour ?? int.Parse(phrase.Pattern.With, CultureInfo.InvariantCulture);
        bool later = parts.Part is PartOfDay.Afternoon or PartOfDay.Evening || (parts.Part == PartOfDay.Night && hour >= 6);
        if (later && hour < 12) hour += 12;
        return new(TimeType.Time, $"{day}T{hour:00}:{parts.Minute:00}{(parts.IsUtc ? "Z" : "")}", null);
    }
}
