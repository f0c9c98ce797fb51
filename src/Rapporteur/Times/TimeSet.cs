// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Writes times that come again: every other week <c>P2W</c>, Mondays <c>XXXX-WXX-1</c>.</summary>
internal static class TimeSet
{
    /// <summary>The value; null where there is none.</summary>
    public static TimeValue? Of(TimePhrase phrase)
    {
        TimeParts parts = phrase.Parts;
        string[] with = phrase.Pattern.Told;
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
