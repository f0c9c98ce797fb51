// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Formats;

/// <summary>Dates as inputs write them, turned into ISO 8601; what can't be told is null, never a guess.</summary>
internal static partial class IsoDate
{
    private static readonly string[] Days =
        ["yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "yyyy/MM/dd"];

    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss K",
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm", "d MMM yy HH:mm:ss zzz", "d MMM yy HH:mm zzz",
    ];

    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["Z"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00",
        ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    };

    /// <summary>The date in ISO 8601, with the time and zone where they are told; null where it is no date.</summary>
    public static string? From(string? text)
    {
        if (OneLine.OrNull(text) is not { Length: <= 64 } line) return null;
        if (DateTime.TryParseExact(line, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return Precision(line, day);
        line = WeekDay().Replace(line, "");
        if (Zone().Match(line) is { Success: true } zone && Zones.TryGetValue(zone.Groups[1].Value, out string? offset))
            line = line[..zone.Index] + (line[zone.Index] == ' ' && line.Contains('T', StringComparison.Ordinal) && line[4] == '-' ? "" : " ") + offset;
        line = Offset().Replace(line, "$1:$2");
        if (DateTime.TryParseExact(line, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return Precision(line, day);
        if (!DateTimeOffset.TryParseExact(line, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) return null;
        bool hasZone = AnyZone().IsMatch(line);
        return time.ToString(hasZone ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Precision(string line, DateTime day)
        => day.ToString(line.Length == 4 ? "yyyy" : line.Length == 7 && line[4] == '-' ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z]{3,9}, (?=\d)")]
    private static partial Regex WeekDay();

    [GeneratedRegex(@" ([A-Za-z]{1,3})$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"([+-]\d\d)(\d\d)$")]
    private static partial Regex Offset();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex AnyZone();
}
