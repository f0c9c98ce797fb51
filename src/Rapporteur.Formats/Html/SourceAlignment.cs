// SPDX-License-Identifier: Apache-2.0

using System.Text;
using AngleSharp.Html;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Html;

/// <summary>Finds, for each character of the clean text, where it stands in the page's source.</summary>
/// <remarks>
/// One pass over the source, outside tags, comments, scripts and styles, gives its characters but for white space, entities
/// decoded, each with its place. The blocks' characters are then looked up in that stream, one block after another. A block
/// that is not found, or found before the one above it, means that nothing certain can be said: there is no map.
/// </remarks>
internal static class SourceAlignment
{
    /// <summary>The map, or null.</summary>
    public static OffsetMap? Align(string page, string text, IReadOnlyList<Block> blocks)
    {
        (string stream, List<int> places) = Stream(page);
        List<int> textStarts = [], sourceStarts = [];
        int cursor = 0;
        foreach (Block block in blocks)
        {
            string needle = WithoutBlanks(block.Span.In(text));
            int found = stream.IndexOf(needle, cursor, StringComparison.Ordinal);
            if (found < 0) return null;
            int at = found, lastText = -2, lastSource = -2;
            for (int i = block.Span.Start; i < block.Span.End; i++)
            {
                if (IsBlank(text[i])) continue;
                if (i != lastText + 1 || places[at] != lastSource + 1) AddRun(i, places[at]);
                (lastText, lastSource) = (i, places[at]);
                at++;
            }

            cursor = at;
        }

        if (textStarts.Count == 0) return null;
        if (textStarts[0] != 0) return null;
        return new OffsetMap([.. textStarts], [.. sourceStarts]);

        void AddRun(int textStart, int sourceStart)
        {
            textStarts.Add(textStart);
            sourceStarts.Add(sourceStart);
        }
    }

    private static string WithoutBlanks(ReadOnlySpan<char> text)
    {
        var needle = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsBlank(c)) needle.Append(c);
        }

        return needle.ToString();
    }

    private static (string Stream, List<int> Places) Stream(string page)
    {
        var stream = new StringBuilder(page.Length);
        var places = new List<int>(page.Length);
        for (int at = 0; at < page.Length;)
        {
            if (page[at] == '<' && SkipMarkup(page, at) is var after && after > at)
            {
                at = after;
            }
            else if (page[at] == '&' && Entity(page, at, out int end) is { } decoded)
            {
                foreach (char c in decoded) Append(c, at);
                at = end;
            }
            else
            {
                Append(page[at], at);
                at++;
            }
        }

        return (stream.ToString(), places);

        void Append(char c, int place)
        {
            if (IsBlank(c)) return;
            stream.Append(c);
            places.Add(place);
        }
    }

    /// <summary>Where a tag, a comment, or an element whose content is no text ends; the place itself if none begins here.</summary>
    private static int SkipMarkup(string page, int at)
    {
        if (string.CompareOrdinal(page, at, "<!--", 0, 4) == 0) return After(page, "-->", at + 4);
        if (at + 1 >= page.Length || !(char.IsAsciiLetter(page[at + 1]) || page[at + 1] is '/' or '!' or '?')) return at;
        foreach (string raw in new[] { "script", "style", "template", "noscript" })
        {
            if (string.Compare(page, at + 1, raw, 0, raw.Length, StringComparison.OrdinalIgnoreCase) == 0 && at + 1 + raw.Length < page.Length && !char.IsAsciiLetter(page[at + 1 + raw.Length]))
            {
                int close = page.IndexOf("</" + raw, at, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? page.Length : After(page, ">", close);
            }
        }

        char quote = '\0';
        for (int i = at + 1; i < page.Length; i++)
        {
            char c = page[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && page[i - 1] == '=') quote = c;
            else if (c == '>') return i + 1;
        }

        return page.Length;
    }

    private static int After(string page, string mark, int from)
        => from < page.Length && page.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and int found ? found + mark.Length : page.Length;

    private static string? Entity(string page, int at, out int end)
    {
        end = page.IndexOf(';', at, Math.Min(34, page.Length - at)) + 1;
        if (end == 0) return null;
        string name = page[(at + 1)..(end - 1)];
        if (name is ['#', ..])
        {
            bool isHex = name is [_, 'x' or 'X', ..];
            bool isNumber = int.TryParse(name.AsSpan(isHex ? 2 : 1), isHex ? System.Globalization.NumberStyles.HexNumber : System.Globalization.NumberStyles.None, null, out int code);
            return isNumber && Rune.IsValid(code) ? new Rune(code).ToString() : null;
        }

        return HtmlEntityProvider.Resolver.GetSymbol(name + ";");
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u200b';
}
