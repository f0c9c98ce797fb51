// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Writes how long something lasts: <c>P6M</c>, <c>PT30M</c>, <c>PXY</c>.</summary>
internal static class TimeLength
{
    /// <summary>The value of so many units, −1 for several, with or without a half more; null where there is none.</summary>
    public static string? Of(int number, bool half, TimeUnit unit)
    {
        if (number < 0) return unit switch { TimeUnit.Decade => "PXDE", TimeUnit.Century => "PXCE", _ => Coded("X", unit) };
        if (half)
        {
            (TimeUnit finer, int share, int times) = unit switch
            {
                TimeUnit.Minute => (TimeUnit.Second, 30, 60),
                TimeUnit.Hour => (TimeUnit.Minute, 30, 60),
                TimeUnit.Day => (TimeUnit.Hour, 12, 24),
                TimeUnit.Month => (TimeUnit.Week, 2, 0),
                TimeUnit.Year => (TimeUnit.Month, 6, 0),
                TimeUnit.Decade => (TimeUnit.Year, 5, 10),
                TimeUnit.Century => (TimeUnit.Year, 50, 100),
                _ => (TimeUnit.None, 0, 0),
            };
            if (finer == TimeUnit.None) return null;
            if (number == 0) return Coded($"{share}", finer);
            if (times == 0) return Coded($"{number}", unit) + Coded($"{share}", finer)?[1..];
            return unit is TimeUnit.Decade or TimeUnit.Century ? Coded($"{((long)number * times) + share}", finer)
                : unit == TimeUnit.Day ? $"P{number}DT{share}H" : Coded($"{number}", unit) + Coded($"{share}", finer)?[2..];
        }

        return unit switch
        {
            TimeUnit.Decade => Coded($"{number * 10L}", TimeUnit.Year),
            TimeUnit.Century => Coded($"{number * 100L}", TimeUnit.Year),
            TimeUnit.Fortnight => Coded($"{number * 2L}", TimeUnit.Week),
            _ => Coded($"{number}", unit),
        };
    }

    private static string? Coded(string number, TimeUnit unit) => unit switch
    {
        TimeUnit.Second => $"PT{number}S",
        TimeUnit.Minute => $"PT{number}M",
        TimeUnit.Hour => $"PT{number}H",
        TimeUnit.Day => $"P{number}D",
        TimeUnit.Weekend => $"P{number}WE",
        TimeUnit.Week => $"P{number}W",
        TimeUnit.Fortnight => $"P{number}W",
        TimeUnit.Month => $"P{number}M",
        TimeUnit.Quarter => $"P{number}Q",
        TimeUnit.Year => $"P{number}Y",
        _ => null,
    };
}

/// <summary>Writes times that come again: every other week <c>P2W</c>, Mondays <c>XXXX-WXX-1</c>.</summary>
internal static class TimeSet
{
    /// <summary>The value; null where there is none.</summary>
    public static TimeValue? Of(TimePhrase phrase)
    {
        TimeParts parts = phrase.Parts;
        string[] with = phrase.Pattern.With.Split(' ');
        string? value = parts switch
        {
            { Weekday: > 0 } => $"XXXX-WXX-{parts.Weekday}{TimeValue.CodeOf(parts.Part)}",
            { Month: > 0, Day: > 0 } => $"XXXX-{parts.Month:00}-{parts.Day:00}",
            { Month: > 0 } => $"XXXX-{parts.Month:00}",
            { Season: > 0 } => $"XXXX-{TimePoint.SeasonCode(parts.Season)}",
            { Part: not PartOfDay.None } => "XXXX-XX-XX" + TimeValue.CodeOf(parts.Part),
            _ when with.Length == 2 => TimeLength.Of(with[0][0] - '0', half: false, Enum.Parse<TimeUnit>(with[1], ignoreCase: true)),
            _ when with[0] == "2" => TimeLength.Of(2, half: false, parts.Unit),
            _ => TimeLength.Of(phrase.Pattern.Text.Contains("times", StringComparison.Ordinal) ? 1 : parts.Number ?? 1, half: false, parts.Unit),
        };
        return value is null ? null : new(TimeType.Set, value, null);
    }
}
