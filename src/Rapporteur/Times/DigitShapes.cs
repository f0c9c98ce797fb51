// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Times;

/// <summary>Reads what tokens with digits tell.</summary>
internal static class DigitShapes
{
    /// <summary>A whole number of at most five digits; −1 for anything else.</summary>
    public static int Number(ReadOnlySpan<char> token)
        => token.Length is >= 1 and <= 5 && !token.ContainsAnyExceptInRange('0', '9') ? int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture) : -1;

    /// <summary>How many: "14", "1,200", "2.5"; −1 for anything else.</summary>
    public static int Count(ReadOnlySpan<char> token, out bool half)
    {
        half = token.EndsWith(".5", StringComparison.Ordinal);
        if (half) token = token[..^2];
        int comma = token.IndexOf(',');
        if (comma < 0) return Number(token);
        int thousands = Number(token[..comma]), rest = Number(token[(comma + 1)..]);
        return thousands is > 0 and < 1000 && rest >= 0 && token.Length - comma == 4 ? (thousands * 1000) + rest : -1;
    }

    /// <summary>"21st"; 0 for anything else.</summary>
    public static int Ordinal(ReadOnlySpan<char> token)
        => token.Length is 3 or 4 && (token.EndsWith("st", StringComparison.OrdinalIgnoreCase) || token.EndsWith("nd", StringComparison.OrdinalIgnoreCase) || token.EndsWith("rd", StringComparison.OrdinalIgnoreCase) || token.EndsWith("th", StringComparison.OrdinalIgnoreCase))
            ? Math.Max(0, Number(token[..^2])) : 0;

    /// <summary>A year of four digits, perhaps behind "mid-"; 0 for anything else.</summary>
    public static int Year(ReadOnlySpan<char> token)
    {
        if (token.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) token = token[4..];
        return token.Length == 4 && Number(token) is >= 1000 and < 2200 and var year ? year : 0;
    }

    /// <summary>The year of two digits: from 1930 to 2029.</summary>
    public static bool Century(int two, out int year)
    {
        year = two < 30 ? 2000 + two : 1900 + two;
        return true;
    }

    /// <summary>The first year of "1990s", "90s"; 0 for anything else.</summary>
    public static int Decade(ReadOnlySpan<char> token)
    {
        if (token.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) token = token[4..];
        if (token.Length is not (3 or 5) || token[^1] != 's' || token[^2] != '0') return 0;
        int number = Number(token[..^1]);
        return token.Length == 5 ? (number is >= 1000 and < 2200 ? number : 0) : number is >= 20 and <= 90 ? 1900 + number : 0;
    }

    /// <summary>"2022-02-21", perhaps as one token.</summary>
    public static bool Iso(ReadOnlySpan<char> token, ref TimeParts parts)
    {
        if (token.Length != 10 || token[4] != '-' || token[7] != '-') return false;
        (parts.Year, parts.Month, parts.Day) = (Number(token[..4]), Number(token[5..7]), Number(token[8..]));
        return parts.Year >= 1000 && parts.Month is >= 1 and <= 12 && parts.Day is >= 1 and <= 31;
    }

    /// <summary>"2/21/2022", "21/2/22"; the month first, unless it cannot be one.</summary>
    public static bool Slashed(ReadOnlySpan<char> token, ref TimeParts parts)
    {
        int first = token.IndexOf('/'), last = token.LastIndexOf('/');
        if (first < 1 || last <= first + 1 || last - first > 3 || first > 2) return false;
        int month = Number(token[..first]), day = Number(token[(first + 1)..last]), year = Number(token[(last + 1)..]);
        if (token.Length - last == 3 && year >= 0) Century(year, out year);
        else if (token.Length - last != 5) return false;
        (parts.Year, parts.Month, parts.Day) = month > 12 ? (year, day, month) : (year, month, day);
        return parts.Year >= 1000 && parts.Month is >= 1 and <= 12 && parts.Day is >= 1 and <= 31;
    }

    /// <summary>"10:35", "10:35:20", "5pm", "10:35pm".</summary>
    public static bool Clock(ReadOnlySpan<char> token, ref TimeParts parts)
    {
        int half = token.EndsWith("pm", StringComparison.OrdinalIgnoreCase) ? 12 : token.EndsWith("am", StringComparison.OrdinalIgnoreCase) ? 0 : -1;
        if (half >= 0) token = token[..^2];
        int colon = token.IndexOf(':');
        if (colon < 0 && half < 0) return false;
        ReadOnlySpan<char> minutes = colon < 0 ? "00" : token[(colon + 1)..];
        if (minutes.Length == 5 && minutes[2] == ':') minutes = minutes[..2];
        int hour = Number(colon < 0 ? token : token[..colon]), minute = minutes.Length == 2 ? Number(minutes) : -1;
        if (half >= 0) hour = hour is >= 1 and <= 12 ? (hour % 12) + half : -1;
        (parts.Hour, parts.Minute) = (hour, minute);
        return hour is >= 0 and <= 24 && minute is >= 0 and <= 59;
    }
}
