// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Text;

namespace Rapporteur.Formats.Decoding;

/// <summary>
/// Text in UTF-8 that somebody took for Windows-1252 before it was saved: "â€™" where an apostrophe stood. It is reported and left as it is:
/// what stands in an input is quoted as it stands there.
/// </summary>
internal static class Mojibake
{
    private const int FewestPairs = 2;

    /// <summary>What the first bytes of several in UTF-8 look like in Windows-1252.</summary>
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃÐÑâãð");

    private static readonly Encoding Windows = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Dictionary<char, byte> Bytes = Enumerable.Range(0x80, 0x80).ToDictionary(b => Windows.GetString([(byte)b])[0], b => (byte)b);

    /// <summary>What to tell of a text, or null where nothing in it is garbled.</summary>
    public static string? NoteOn(string text)
    {
        int places = 0, weight = 0, first = -1, firstLength = 0;
        for (int at = 0; text.AsSpan(at).IndexOfAny(Leads) is >= 0 and int found;)
        {
            at += found;
            int length = LengthOf(text, at);
            if (length > 0)
            {
                places++;
                weight += length > 2 ? FewestPairs : 1;
                if (first < 0) (first, firstLength) = (at, length);
            }

            at += Math.Max(1, length);
        }

        if (weight < FewestPairs) return null;
        string garbled = text.Substring(first, firstLength);
        int point = first - text.AsSpan(0, first).ToString().Count(char.IsLowSurrogate);
        return $"its characters were garbled before it came here, in {places} {(places == 1 ? "place" : "places")}, the first at character {point}: “{garbled}” for “{Meant(garbled)}”; nothing was changed";
    }

    /// <summary>Characters from a place on that are one in UTF-8 taken for Windows-1252; 0 if they are none.</summary>
    private static int LengthOf(string text, int at)
    {
        if (!Bytes.TryGetValue(text[at], out byte lead)) return 0;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (at + length > text.Length) return 0;
        Span<byte> bytes = stackalloc byte[length];
        for (int i = 0; i < length; i++)
        {
            if (!Bytes.TryGetValue(text[at + i], out bytes[i])) return 0;
        }

        return Rune.DecodeFromUtf8(bytes, out _, out int used) == OperationStatus.Done && used == length ? length : 0;
    }

    private static string Meant(string garbled) => Encoding.UTF8.GetString([.. garbled.Select(c => Bytes[c])]);
}
