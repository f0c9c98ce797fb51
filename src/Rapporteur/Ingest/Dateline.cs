// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>The place, and perhaps the agency and the day, at the head of a report: "AARHOLM, Denmark (AP) — ", "LIMA, May 3, 2023 –".</summary>
/// <param name="Span">The dateline with its dash.</param>
/// <param name="Date">The day it gives, ISO 8601, or null.</param>
/// <param name="NamesMore">Whether a country, an agency or a day stands behind the place; a place alone may be a heading in capitals.</param>
internal readonly record struct Dateline(TextSpan Span, string? Date, bool NamesMore)
{
    private const int Longest = 80;

    private static readonly SearchValues<char> NotInDateline = SearchValues.Create(":;?!\"“”");

    /// <summary>The dateline that a passage begins with, or null.</summary>
    public static Dateline? Of(string text, TextSpan passage)
    {
        int limit = Math.Min(passage.End, passage.Start + Longest);
        int dash = DashIn(text, passage.Start, limit, out int end);
        if (dash < 0 || end >= passage.End) return null;
        int capitals = 0;
        while (passage.Start + capitals < dash && IsPlaceLetter(text[passage.Start + capitals])) capitals++;
        ReadOnlySpan<char> place = text.AsSpan(passage.Start, capitals).Trim();
        ReadOnlySpan<char> rest = text.AsSpan(passage.Start + capitals, dash - passage.Start - capitals);
        if (rest.ContainsAny(NotInDateline) || !IsPlace(place, isFollowed: rest.ContainsAny(',', '('))) return null;
        string? date = DateText.First(text.AsSpan(passage.Start, dash - passage.Start), out _, out _);
        return new(new(passage.Start, end), date, rest.ContainsAny(',', '('));
    }

    private static int DashIn(string text, int from, int limit, out int end)
    {
        for (int i = from; i < limit; i++)
        {
            bool spaced = i > from && text[i - 1] == ' ' && i + 1 < limit && text[i + 1] == ' ';
            if (text[i] is '—' or '–' || (text[i] is '-' or '_' && (spaced || (i + 1 < limit && text[i + 1] == '-'))))
            {
                end = i + 1;
                while (end < limit && text[end] is '-' or ' ') end++;
                return i;
            }
        }

        end = -1;
        return -1;
    }

    private static bool IsPlaceLetter(char c) => char.IsUpper(c) || c is ' ' or '.' or '-' or '\'' or '’' or '/';

    /// <summary>A few words in capitals; a longer run of them, or one with no country or agency behind it, is a heading set in capitals.</summary>
    private static bool IsPlace(ReadOnlySpan<char> place, bool isFollowed)
    {
        int letters = 0;
        foreach (char c in place) letters += char.IsUpper(c) ? 1 : 0;
        return letters >= 3 && place.Count(' ') + 1 <= (isFollowed ? 4 : 3);
    }
}
