// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Text;

/// <summary>The blocks of a Markdown text: spans of its words, without the markers before them.</summary>
internal static class MarkdownBlocks
{
    /// <summary>The blocks from an offset on, in order.</summary>
    public static List<Block> Find(string text, int start)
    {
        List<Block> blocks = [];
        int from = -1, until = 0;
        PassageKind kind = PassageKind.Paragraph;
        bool hasTitle = false, isFenced = false;
        void Close()
        {
            if (from >= 0 && until > from) blocks.Add(new(new(from, until), kind));
            from = -1;
        }

        for (int at = start; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            (int first, int last) = Trim(text, at, end);
            at = end + 1;
            bool wasQuoted = false;
            while (first < last && text[first] == '>')
            {
                wasQuoted = true;
                (first, last) = Trim(text, first + 1, last);
            }

            if (first == last || IsRule(text, first, last))
            {
                // A line of = or - below a paragraph makes it a heading.
                if (from >= 0 && first < last && kind == PassageKind.Paragraph && text[first] is '=' or '-' && !wasQuoted)
                {
                    kind = text[first] == '=' && !hasTitle ? PassageKind.Title : PassageKind.Heading;
                    hasTitle |= kind == PassageKind.Title;
                }

                Close();
                continue;
            }

            if (text.AsSpan(first, last - first).StartsWith("```"))
            {
                isFenced = !isFenced;
                Close();
                continue;
            }

            int marker = isFenced ? 0 : Marker(text, first, last);
            if (marker > 0)
            {
                PassageKind found = MarkedKind(text[first], marker, blocks.Count, ref hasTitle);
                Close();
                (from, until) = Trim(text, first + marker, last);
                if (from == until) from = -1;
                kind = found;
                if (kind != PassageKind.List) Close();
                continue;
            }

            if (from < 0) (from, kind) = (first, PassageKind.Paragraph);
            until = last;
        }

        Close();
        return blocks;
    }

    private static PassageKind MarkedKind(char mark, int length, int before, ref bool hasTitle)
    {
        if (mark != '#') return PassageKind.List;
        bool isTitle = length == 2 && !hasTitle && before == 0;
        hasTitle |= isTitle;
        return isTitle ? PassageKind.Title : PassageKind.Heading;
    }

    /// <summary>Length of the marker at a line's start with the space after it; 0 if there is none.</summary>
    private static int Marker(string text, int first, int last)
    {
        int i = first;
        if (text[i] == '#')
        {
            while (i < last && text[i] == '#') i++;
            return i - first <= 6 && i < last && text[i] is ' ' or '\t' ? i + 1 - first : 0;
        }

        if (text[i] is '-' or '*' or '+') i++;
        else
        {
            while (i < last && i - first < 9 && char.IsAsciiDigit(text[i])) i++;
            if (i == first || i >= last || text[i] is not ('.' or ')')) return 0;
            i++;
        }

        return i < last && text[i] is ' ' or '\t' ? i + 1 - first : 0;
    }

    private static bool IsRule(string text, int first, int last)
    {
        char mark = text[first];
        if (mark is not ('-' or '*' or '_' or '=') || (last - first < 3 && mark is not '=')) return false;
        for (int i = first; i < last; i++)
        {
            if (text[i] != mark && text[i] is not (' ' or '\t')) return false;
        }

        return true;
    }

    private static (int First, int Last) Trim(string text, int first, int last)
    {
        while (first < last && char.IsWhiteSpace(text[first])) first++;
        while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
        return (first, last);
    }
}
