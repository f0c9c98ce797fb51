// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Ingest;

/// <summary>Reads a full date as bylines, datelines and notes write it: "February 6, 2023", "6 Feb. 2023", "2023-02-06".</summary>
internal static class DateText
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The first full date in a text, as <c>yyyy-MM-dd</c>, and where it ends; null if there is none.</summary>
    public static string? First(ReadOnlySpan<char> text, out int start, out int end)
    {
        for (start = 0; start < text.Length; start++)
        {
            bool begins = start == 0 || !char.IsLetterOrDigit(text[start - 1]);
            if (begins && At(text, start, out end) is { } date) return date;
        }

        end = 0;
        return null;
    }

    /// <summary>The full date that begins at a place, or null.</summary>
    public static string? At(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (start >= text.Length) return null;
        if (char.IsAsciiDigit(text[start]))
        {
            int first = Number(text, ref end);
            if (end - start == 4 && Skip(text, ref end, '-') && Number(text, ref end) is var month && Skip(text, ref end, '-') && Number(text, ref end) is var day)
                return Make(first, month, day);
            if (end - start > 2) return null;
            Suffix(text, ref end);
            Blank(text, ref end);
            if (Word(text, ref end, "of")) Blank(text, ref end);
            int named = Month(text, ref end);
            Skip(text, ref end, ',');
            Blank(text, ref end);
            return named > 0 ? Make(Year(text, ref end), named, first) : null;
        }

        int monthFirst = Month(text, ref end);
        if (monthFirst == 0 || !Blank(text, ref end)) return null;
        int dayAfter = Number(text, ref end);
        Suffix(text, ref end);
        Skip(text, ref end, ',');
        Blank(text, ref end);
        return Make(Year(text, ref end), monthFirst, dayAfter);
    }

    private static string? Make(int year, int month, int day)
        => year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : null;

    private static int Month(ReadOnlySpan<char> text, ref int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        ReadOnlySpan<char> word = text[at..end];
        if (word.Length < 3) return 0;
        for (int i = 0; i < Months.Length; i++)
        {
            bool whole = word.Equals(Months[i], StringComparison.OrdinalIgnoreCase);
            bool cut = word.Length is 3 or 4 && Months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase);
            if (!whole && !cut) continue;
            at = end;
            if (!whole) Skip(text, ref at, '.');
            return i + 1;
        }

        return 0;
    }

    private static int Year(ReadOnlySpan<char> text, ref int at)
    {
        int start = at;
        int year = Number(text, ref at);
        return at - start == 4 ? year : 0;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at)
    {
        int value = 0, start = at;
        while (at < text.Length && at - start < 4 && char.IsAsciiDigit(text[at])) value = (value * 10) + text[at++] - '0';
        return value;
    }

    private static void Suffix(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 < text.Length && text[at..(at + 2)] is "st" or "nd" or "rd" or "th") at += 2;
    }

    private static bool Blank(ReadOnlySpan<char> text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is ' ' or '\u00a0') at++;
        return at > start;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char mark)
    {
        if (at >= text.Length || text[at] != mark) return false;
        at++;
        return true;
    }

    private static bool Word(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        at += word.Length;
        return true;
    }
}
