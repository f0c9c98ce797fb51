// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Figures;

/// <summary>Reads digits: <c>58</c>, <c>1,229.5</c>, <c>½</c>, <c>1/3</c>. What is too long to be a number in the news is none.</summary>
internal static class DigitReader
{
    private const int MostDigits = 15;
    private const string Vulgar = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
    private static readonly decimal[] VulgarValues = [0.5m, 1m / 3, 2m / 3, 0.25m, 0.75m, 0.2m, 0.4m, 0.6m, 0.8m, 1m / 6, 5m / 6, 0.125m, 0.375m, 0.625m, 0.875m];

    /// <summary>Reads a number from the start of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">The number.</param>
    /// <param name="rest">What follows the digits in the word.</param>
    /// <param name="isPlain">Whether it is digits alone.</param>
    public static bool TryRead(ReadOnlySpan<char> word, out decimal value, out ReadOnlySpan<char> rest, out bool isPlain)
    {
        value = 0;
        rest = default;
        isPlain = true;
        int end = 0, digits = 0, group = 0, groups = 0;
        for (; end < word.Length; end++)
        {
            char c = word[end];
            if (char.IsAsciiDigit(c))
            {
                if (++digits > MostDigits) return false;
                group++;
                value = (value * 10) + (c - '0');
            }
            else if (c == ',' && end + 1 < word.Length && char.IsAsciiDigit(word[end + 1]))
            {
                // groups of three, or of two as in India; the first may be shorter
                if (groups++ == 0 ? group is 0 or > 3 : group is not (2 or 3)) return false;
                group = 0;
            }
            else break;
        }

        if (digits == 0 || (groups > 0 && group != 3) || (digits > 1 && word[0] == '0')) return false;
        isPlain = groups == 0 && end == word.Length;
        if (end + 1 < word.Length && word[end] == '.' && char.IsAsciiDigit(word[end + 1]))
        {
            decimal place = 1;
            for (end++; end < word.Length && char.IsAsciiDigit(word[end]); end++)
            {
                if (++digits > MostDigits) return false;
                place /= 10;
                value += (word[end] - '0') * place;
            }
        }

        rest = word[end..];
        return true;
    }

    /// <summary>"½" and "1/3".</summary>
    public static bool TryFraction(ReadOnlySpan<char> word, out decimal value)
    {
        value = 0;
        if (word.Length == 1 && Vulgar.IndexOf(word[0], StringComparison.Ordinal) is >= 0 and var index)
        {
            value = Math.Round(VulgarValues[index], 3);
            return true;
        }

        int slash = word.IndexOf('/');
        if (slash is < 1 or > 3 || word.Length - slash is < 2 or > 4) return false;
        if (!TryRead(word[..slash], out decimal part, out ReadOnlySpan<char> before, out _) || !TryRead(word[(slash + 1)..], out decimal whole, out ReadOnlySpan<char> behind, out _)) return false;
        if (!before.IsEmpty || !behind.IsEmpty || part == 0 || part >= whole || whole > 10) return false;
        value = Math.Round(part / whole, 3);
        return true;
    }
}
