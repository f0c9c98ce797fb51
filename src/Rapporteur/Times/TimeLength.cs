// SPDX-License-Identifier: Apache-2.0

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
