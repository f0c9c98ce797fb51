// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Html;

/// <summary>The characters of a page, by its byte order mark, its own declaration, as UTF-8, or in the encoding that its bytes seem to be in.</summary>
internal static class HtmlSource
{
    private const int DeclarationWithin = 4096;
    private const int SampleSize = 1 << 16;

    /// <summary>Characters for one whose bytes are invalid: more of those, and the page is in another encoding than it says.</summary>
    private const int CharactersPerInvalid = 500;
    private const int InvalidInAny = 3;

    /// <summary>The page, with a note if bytes of it had to be replaced; or why there is none.</summary>
    public static (string? Page, string? Note, InputFault? Fault) Read(InputSource source, InputLimits limits)
    {
        byte[] head = source.Peek(InputHead.Size);
        SourceEncoding encoding = SourceEncoding.Detect(head);
        SourceEncoding? told = encoding.Told(source);
        string? label = told is null && encoding is { IsUtf8: true, MarkLength: 0 } ? Declared(encoding.DecodeLoosely(head)) : told?.Name;
        if (told is not null)
        {
            encoding = told;
        }
        else if (label is not null)
        {
            if (SourceEncoding.Of(label) is not { } declared) return (null, null, new(null, $"it declares the charset '{OneLine.Of(label)}', which is not read"));
            encoding = declared;
        }

        using var copy = new MemoryStream();
        if (encoding is { IsUtf8: true, MarkLength: 0 }) source.Copy = copy;
        using var decoder = new TextDecoder(source, encoding, replaces: true);
        var page = new StringBuilder();
        char[] buffer = new char[1 << 15];
        while (decoder.Read(buffer.AsSpan()) is > 0 and int got)
        {
            page.Append(buffer, 0, got);
            if (source.Taken > limits.MaxHtmlBytes) return (null, null, new(null, $"the page is larger than {limits.MaxHtmlBytes >> 20} MB"));
        }

        if (decoder.Replaced == 0) return (page.ToString(), null, null);
        string place = $"byte {decoder.FirstReplaced}";
        bool isFew = decoder.Replaced <= Math.Max(InvalidInAny, page.Length / CharactersPerInvalid);
        if (!(isFew && label is not null) && Assumed(copy, decoder.FirstReplaced ?? 0) is { } assumed)
        {
            string why = label is null ? $"it declares no encoding and is not valid UTF-8 at {place}" : $"it declares UTF-8 and is not valid in it at {place}";
            return (assumed.DecodeLoosely(copy.GetBuffer().AsSpan(0, (int)copy.Length)), $"{why}; {assumed.Name} was assumed", null);
        }

        return isFew
            ? (page.ToString(), $"{decoder.Replaced} {(decoder.Replaced == 1 ? "place is" : "places are")} not valid {encoding.Name}, the first at {place}, and became U+FFFD", null)
            : (null, null, new(place, $"it is not valid {encoding.Name} there, nor at {decoder.Replaced - 1} other places; the page is in another encoding, which it should declare"));
    }

    /// <summary>The encoding that the bytes around the first that are no UTF-8 seem to be in, or null.</summary>
    private static SourceEncoding? Assumed(MemoryStream page, long firstInvalid)
    {
        if (page.Length == 0) return null;
        int from = (int)Math.Clamp(firstInvalid - (SampleSize / 2), 0, page.Length);
        return EncodingGuess.Of(page.GetBuffer().AsSpan(from, (int)Math.Min(SampleSize, page.Length - from)));
    }

    /// <summary>The charset that a meta tag or an XML declaration names, or null.</summary>
    private static string? Declared(string head)
    {
        string start = head[..Math.Min(head.Length, DeclarationWithin)];
        foreach (string key in new[] { "charset=", "encoding=" })
        {
            int at = start.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            int from = at + key.Length;
            while (from < start.Length && start[from] is '"' or '\'' or ' ') from++;
            int end = from;
            while (end < start.Length && (char.IsAsciiLetterOrDigit(start[end]) || start[end] is '-' or '_' or ':')) end++;
            if (end > from) return start[from..end];
        }

        return null;
    }
}
