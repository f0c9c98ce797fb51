// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Ingest;

/// <summary>Tells a language by its script, where most letters are not Latin.</summary>
internal static class Script
{
    /// <summary>The language that most readers of the script write, ISO 639-1; null where at least half of the letters are Latin.</summary>
    /// <param name="text">Some text.</param>
    /// <param name="letters">Number of its letters.</param>
    public static string? Of(ReadOnlySpan<char> text, out int letters)
    {
        int latin = 0, cyrillic = 0, ukrainian = 0, arabic = 0, persian = 0, hebrew = 0, greek = 0, han = 0, kana = 0, hangul = 0, other = 0;
        letters = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            switch (c)
            {
                case <= '\u024f' or (>= '\u1e00' and <= '\u1eff'): latin++; break;
                case >= '\u0370' and <= '\u03ff': greek++; break;
                case 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є': ukrainian++; cyrillic++; break;
                case >= '\u0400' and <= '\u052f': cyrillic++; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک': persian++; arabic++; break;
                case >= '\u0600' and <= '\u06ff': arabic++; break;
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u4e00' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7af': hangul++; break;
                default: other++; break;
            }
        }

        if (letters == 0 || latin * 2 >= letters) return null;
        int most = Math.Max(Math.Max(Math.Max(cyrillic, arabic), Math.Max(hebrew, greek)), Math.Max(Math.Max(han + kana, hangul), other));
        return most == cyrillic ? ukrainian > 0 ? "uk" : "ru"
            : most == arabic ? persian > 1 ? "fa" : "ar"
            : most == hebrew ? "he"
            : most == greek ? "el"
            : most == hangul ? "ko"
            : most == other ? LanguageIdentifier.Unknown
            : kana > 0 ? "ja" : "zh";
    }
}
