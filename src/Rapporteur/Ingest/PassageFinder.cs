// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>A stretch of text that is set apart, before anybody has said what it is.</summary>
/// <param name="Span">The words, without the white space around them.</param>
/// <param name="Given">What the input says it is; null where it says nothing.</param>
internal readonly record struct RawPassage(TextSpan Span, PassageKind? Given);

/// <summary>Finds the passages of a text: what the input marks, else lines, else paragraphs between empty lines.</summary>
internal static class PassageFinder
{
    private const int ShortestWrappedLine = 40;
    private const int LongestWrappedLine = 110;

    /// <summary>The passages, in order of the text.</summary>
    public static List<RawPassage> Find(string text, ReadOptions options)
    {
        List<RawPassage> found = [];
        int at = 0;
        bool wrapped = options.HardWrapped || (options.Blocks.Count == 0 && IsHardWrapped(text));
        foreach (Block block in options.Blocks)
        {
            if (block.Span.Start < at || block.Span.End > text.Length) continue;
            if (!options.HardWrapped) AddLines(text, at, block.Span.Start, wrapped, found);     // a format that wraps tells all of its text
            if (Trim(text, block.Span) is { IsEmpty: false } span) found.Add(new(span, block.Kind));
            at = block.Span.End;
        }

        if (options.Blocks.Count == 0 || !options.HardWrapped) AddLines(text, at, text.Length, wrapped, found);
        return found;
    }

    /// <summary>A span without the white space at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return new(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b';

    private static void AddLines(string text, int from, int limit, bool wrapped, List<RawPassage> found)
    {
        int paragraph = -1;
        for (int at = from; at < limit;)
        {
            int end = LineEnd(text, at, limit);
            TextSpan line = Trim(text, new(at, end));
            if (!wrapped)
            {
                if (!line.IsEmpty) found.Add(new(line, null));
            }
            else if (line.IsEmpty || IsIndented(text, at, end))
            {
                AddParagraph(at);
                paragraph = line.IsEmpty ? -1 : at;
            }
            else if (paragraph < 0)
            {
                paragraph = at;
            }

            at = end + 1;
        }

        if (wrapped) AddParagraph(limit);

        void AddParagraph(int end)
        {
            if (paragraph >= 0 && Trim(text, new(paragraph, end)) is { IsEmpty: false } span) found.Add(new(span, null));
        }
    }

    /// <summary>Whether lines are broken at a fixed width, so that only empty or indented lines part the paragraphs.</summary>
    private static bool IsHardWrapped(string text)
    {
        int pairs = 0, broken = 0, at = 0, previous = 0;
        while (at < text.Length && pairs < 400)
        {
            int end = LineEnd(text, at, text.Length);
            TextSpan line = Trim(text, new(at, end));
            if (previous is >= ShortestWrappedLine and <= LongestWrappedLine && !line.IsEmpty)
            {
                pairs++;
                if (char.IsLower(text[line.Start])) broken++;
            }

            previous = line.Length;
            at = end + 1;
        }

        return pairs >= 4 && broken * 3 >= pairs;
    }

    private static bool IsIndented(string text, int start, int end)
        => end - start > 2 && (text[start] == '\t' || (text[start] == ' ' && text[start + 1] == ' '));

    private static int LineEnd(string text, int from, int limit)
    {
        int found = text.AsSpan(from, limit - from).IndexOfAny("\n\r\u2028\u2029\f");
        return found < 0 ? limit : from + found;
    }
}
