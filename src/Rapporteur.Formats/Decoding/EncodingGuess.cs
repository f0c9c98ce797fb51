// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Rapporteur.Formats.Decoding;

/// <summary>Tells the encoding of bytes that are not UTF-8 and declare nothing, where that can be told with some certainty.</summary>
/// <remarks>
/// English is told by its own small words, since a detector takes the few letters beyond ASCII in it for those of any language: it is read as
/// Windows-1252 if what comes of that is plausible. Anything else is left to a detector by the frequency of letters, and refused below a threshold.
/// </remarks>
internal static class EncodingGuess
{
    /// <summary>The least that the detector must be sure of.</summary>
    private const float Threshold = 0.7f;

    private const int FewestHighBytes = 4;
    private const int FewestBytes = 40;
    private const int FewestFunctionWords = 2;
    private const int WordsPerFunctionWord = 10;

    private static readonly HashSet<string> FunctionWords = new(
        ["the", "of", "and", "to", "in", "that", "said", "was", "for", "on", "is", "with", "he", "she", "they", "not", "it", "his", "her", "are", "by", "at", "from", "has", "have", "be", "will"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Punctuation of Windows-1252 that stands in English, wherever it likes.</summary>
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("€‚„…†•‘’“”–—™\u00a0§©«®°·»½¼¾¿¡");

    private static readonly SearchValues<char> Letters = SearchValues.Create("àáâäãåæçèéêëìíîïñòóôöõøùúûüßœšžýÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜŒŠŽ");

    private static readonly SourceEncoding Western = SourceEncoding.Of("windows-1252")!;

    /// <summary>The encoding, or null.</summary>
    /// <param name="sample">Bytes of the input, from somewhere before the first that are not valid UTF-8.</param>
    public static SourceEncoding? Of(ReadOnlySpan<byte> sample)
    {
        if (sample.Contains((byte)0)) return null;
        (int characters, int invalid) = Utf8Sequences(sample);
        if (invalid == 0 || characters > invalid) return null;         // UTF-8 that was damaged
        int high = 0;
        foreach (byte b in sample)
        {
            if (b >= 0x80) high++;
        }

        if (IsEnglish(sample, high)) return IsPlausible(Western.DecodeLoosely(sample)) ? Western : null;
        if (high < FewestHighBytes || sample.Length < FewestBytes) return null;
        byte[] bytes = sample.ToArray();
        if (CharsetDetector.DetectFromBytes(bytes, 0, bytes.Length).Detected is not { } found || found.Confidence < Threshold) return null;
        return found.EncodingName is { } name && SourceEncoding.Of(name) is { IsUtf8: false } encoding && Fits(encoding, sample) ? encoding : null;
    }

    /// <summary>Characters of several bytes in UTF-8, and places that are not valid in it; the last few bytes may be cut off.</summary>
    private static (int Characters, int Invalid) Utf8Sequences(ReadOnlySpan<byte> sample)
    {
        int characters = 0, invalid = 0;
        while (sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and int at)
        {
            sample = sample[at..];
            OperationStatus status = Rune.DecodeFromUtf8(sample, out _, out int used);
            if (status == OperationStatus.Done) characters++;
            else if (status == OperationStatus.InvalidData) invalid++;
            else break;
            sample = sample[used..];
        }

        return (characters, invalid);
    }

    private static bool IsEnglish(ReadOnlySpan<byte> sample, int high)
    {
        if (high * 10 > sample.Length) return false;
        int words = 0, functionWords = 0;
        var known = FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[5];
        for (int at = 0; at < sample.Length;)
        {
            int start = at;
            while (at < sample.Length && (char.IsAsciiLetter((char)sample[at]) || sample[at] >= 0x80)) at++;
            if (at == start)
            {
                at++;
                continue;
            }

            words++;
            if (at - start > word.Length) continue;
            for (int i = start; i < at; i++) word[i - start] = (char)sample[i];
            if (known.Contains(word[..(at - start)])) functionWords++;
        }

        return functionWords >= FewestFunctionWords && functionWords * WordsPerFunctionWord >= words;
    }

    /// <summary>Whether nearly all characters beyond ASCII are such as stand in English: punctuation, or a letter that fits the letters beside it.</summary>
    private static bool IsPlausible(string text)
    {
        int high = 0, odd = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80) continue;
            high++;
            char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            bool isFine = Punctuation.Contains(c)
                || (c == '£' && !char.IsLetter(after))
                || (Letters.Contains(c) && (char.IsLetter(before) || char.IsLetter(after)) && !(char.IsUpper(c) && char.IsLower(before)));
            if (!isFine) odd++;
        }

        return odd * 20 <= high;
    }

    /// <summary>Whether the bytes are all characters of an encoding, none of them a control character; the last may be cut off.</summary>
    private static bool Fits(SourceEncoding encoding, ReadOnlySpan<byte> sample)
    {
        string text = encoding.DecodeLoosely(sample);
        for (int i = 0; i < text.Length - 1; i++)
        {
            if (text[i] == '\uFFFD' || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t' or '\f'))) return false;
        }

        return true;
    }
}
