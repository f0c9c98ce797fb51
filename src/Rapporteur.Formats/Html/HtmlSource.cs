// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Html;

/// <summary>The characters of a page, by its byte order mark, its own declaration, or as UTF-8.</summary>
internal static class HtmlSource
{
    private const int DeclarationWithin = 4096;

    /// <summary>The page, or why there is none.</summary>
    public static (string? Page, InputFault? Fault) Read(InputSource source, InputLimits limits)
    {
        byte[] head = source.Peek(InputHead.Size);
        SourceEncoding encoding = SourceEncoding.Detect(head);
        if (encoding is { IsUtf8: true, MarkLength: 0 } && Declared(encoding.DecodeLoosely(head)) is { } label)
        {
            if (SourceEncoding.Of(label) is not { } declared) return (null, new(null, $"it declares the charset '{OneLine.Of(label)}', which is not read"));
            encoding = declared;
        }

        using var decoder = new TextDecoder(source, encoding);
        var page = new StringBuilder();
        char[] buffer = new char[1 << 15];
        while (decoder.Read(buffer.AsSpan()) is > 0 and int got)
        {
            page.Append(buffer, 0, got);
            if (source.Taken > limits.MaxHtmlBytes) return (null, new(null, $"the page is larger than {limits.MaxHtmlBytes >> 20} MB"));
        }

        return decoder.Problem is { } problem ? (null, problem) : (page.ToString(), null);
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
