// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Html;

/// <summary>The characters of a page, by its byte order mark, its own declaration, or as UTF-8.</summary>
internal static class HtmlSource
{
    private const int DeclarationWithin = 4096;

    /// <summary>Characters for one whose bytes are invalid: more of those, and the page is in another encoding than it says.</summary>
    private const int CharactersPerInvalid = 500;
    private const int InvalidInAny = 3;

    /// <summary>The page, with a note if bytes of it had to be replaced; or why there is none.</summary>
    public static (string? Page, string? Note, InputFault? Fault) Read(InputSource source, InputLimits limits)
    {
        byte[] head = source.Peek(InputHead.Size);
        SourceEncoding encoding = SourceEncoding.Detect(head);
        if (encoding.Told(source) is { } told) encoding = told;
        else if (encoding is { IsUtf8: true, MarkLength: 0 } && Declared(encoding.DecodeLoosely(head)) is { } label)
        {
            if (SourceEncoding.Of(label) is not { } declared) return (null, null, new(null, $"it declares the charset '{OneLine.Of(label)}', which is not read"));
            encoding = declared;
        }

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
        return decoder.Replaced <= Math.Max(InvalidInAny, page.Length / CharactersPerInvalid)
            ? (page.ToString(), $"{decoder.Replaced} {(decoder.Replaced == 1 ? "place is" : "places are")} not valid {encoding.Name}, the first at {place}, and became U+FFFD", null)
            : (null, null, new(place, $"it is not valid {encoding.Name} there, nor at {decoder.Replaced - 1} other places; the page is in another encoding, which it should declare"));
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
