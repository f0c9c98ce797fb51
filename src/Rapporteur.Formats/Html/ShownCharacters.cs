// SPDX-License-Identifier: Apache-2.0

using System.Text;
using AngleSharp.Html;

namespace Rapporteur.Formats.Html;

/// <summary>The characters that a page shows, but for white space: one pass over the source, outside tags, comments, scripts and styles, entities decoded.</summary>
internal sealed class ShownCharacters
{
    private const int KeyLength = 4;

    private static readonly string[] RawText = ["script", "style", "template", "noscript", "title"];

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly string characters;
    private readonly List<int> sources = [];
    private readonly List<bool> followsTag = [];
    private readonly Dictionary<string, List<int>> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<int>> found = new(StringComparer.Ordinal);
    private long work;

    /// <summary>Reads a page's source.</summary>
    public ShownCharacters(string page)
    {
        var shown = new StringBuilder(page.Length);
        bool isFirst = true;
        for (int at = 0; at < page.Length;)
        {
            if (page[at] == '<' && SkipMarkup(page, at) is var after && after > at)
            {
                at = after;
                isFirst = true;
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

        characters = shown.ToString();
        // Looking up costs little on any page but one made to make it costly.
        work = (64L * characters.Length) + 1_000_000;
        var byKey = starts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < characters.Length; i++)
        {
            if (!followsTag[i]) continue;
            AddStart(1, i);
            if (i + KeyLength <= characters.Length) AddStart(KeyLength, i);
        }

        void AddStart(int length, int start)
        {
            ReadOnlySpan<char> key = characters.AsSpan(start, length);
            if (!byKey.TryGetValue(key, out List<int>? list)) byKey[key] = list = [];
            list.Add(start);
        }

        void Append(char c, int place)
        {
            if (IsBlank(c)) return;
            shown.Append(c);
            sources.Add(place);
            followsTag.Add(isFirst);
            isFirst = false;
        }
    }

    /// <summary>Whether a character is left out.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u200b';

    /// <summary>Where a shown character stands in the source.</summary>
    public int SourceOf(int index) => sources[index];

    /// <summary>Where words stand that begin after a tag and end before one, in order; null where looking for them would take too long.</summary>
    public IReadOnlyList<int>? Find(string words)
    {
        if (found.TryGetValue(words, out IReadOnlyList<int>? known)) return known;
        List<int> places = [];
        foreach (int start in starts.GetValueOrDefault(words[..(words.Length >= KeyLength ? KeyLength : 1)]) ?? [])
        {
            int end = start + words.Length;
            int same = characters.AsSpan(start).CommonPrefixLength(words);
            if ((work -= same + 1) < 0) return null;
            if (same == words.Length && (end == characters.Length || followsTag[end])) places.Add(start);
        }

        return found[words] = places;
    }

    /// <summary>The last place of words between two places, wherever they begin and end; negative if there is none.</summary>
    public int LastInside(string words, int from, int end)
    {
        if ((work -= end - from) < 0) return -1;
        int place = characters.AsSpan(from, end - from).LastIndexOf(words, StringComparison.Ordinal);
        return place < 0 ? -1 : from + place;
    }

    /// <summary>The first place of words from a place on, wherever they begin and end; negative if there is none.</summary>
    public int FirstInside(string words, int from)
    {
        int place = characters.IndexOf(words, from, StringComparison.Ordinal);
        return (work -= (place < 0 ? characters.Length : place) - from) < 0 ? -1 : place;
    }

    /// <summary>Where a tag, a comment, or an element whose content is not shown ends; the place itself if none begins here.</summary>
    private static int SkipMarkup(string page, int at)
    {
        if (string.CompareOrdinal(page, at, "<!--", 0, 4) == 0) return After(page, "-->", at + 4);
        if (at + 1 >= page.Length || !(char.IsAsciiLetter(page[at + 1]) || page[at + 1] is '/' or '!' or '?')) return at;
        foreach (string raw in RawText)
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
            // 128 to 159 are the characters of Windows-1252, as in browsers.
            if (isNumber && code is >= 0x80 and < 0xA0) return Windows.GetString([(byte)code]);
            return isNumber && Rune.IsValid(code) ? new Rune(code).ToString() : null;
        }

        return HtmlEntityProvider.Resolver.GetSymbol(name + ";");
    }
}
