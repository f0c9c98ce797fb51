// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Ingest;

/// <summary>Tells texts of many parts that are one report all the same: live blogs, interviews, digests.</summary>
internal static class TextLayout
{
    private const int FirstLines = 3;
    private const int MostWordsOfLine = 14;
    private const int FewestStamps = 3;
    private const int FewestTurns = 4;

    private static readonly PhraseList Digest = PhraseList.Of("en/ingest/layouts.tsv", "layout", "digest");
    private static readonly PhraseList Live = PhraseList.Of("en/ingest/layouts.tsv", "layout", "live");

    /// <summary>What a text of many parts is: <c>live</c>, <c>interview</c>, <c>digest</c>; null for any other text.</summary>
    public static string? Of(string text, List<RawPassage> passages)
    {
        int stamps = 0, turns = 0;
        for (int i = 0; i < passages.Count; i++)
        {
            ReadOnlySpan<char> words = passages[i].Span.In(text);
            if (IsStamp(words)) stamps++;
            if (IsTurn(words)) turns++;
            if (words.Length > 120 || LineShape.Of(text, passages[i].Span) is not { Words: <= MostWordsOfLine } shape) continue;
            if (i < FirstLines && Live.In(words, out _) is not null) return "live";
            if ((i < FirstLines || !shape.EndsSentence) && Digest.In(words, out _) is not null) return "digest";
        }

        return stamps >= FewestStamps ? "live" : turns >= FewestTurns ? "interview" : null;
    }

    /// <summary>A passage that begins with a time of day: "10:45 a.m.", "[14.05]".</summary>
    private static bool IsStamp(ReadOnlySpan<char> words)
    {
        words = words[..Math.Min(words.Length, 16)].TrimStart("[(*_ ");
        int digits = 0;
        while (digits < words.Length && digits < 3 && char.IsAsciiDigit(words[digits])) digits++;
        return digits is 1 or 2 && digits + 2 < words.Length && words[digits] is ':' or '.'
            && char.IsAsciiDigit(words[digits + 1]) && char.IsAsciiDigit(words[digits + 2]);
    }

    /// <summary>A passage that begins with a turn's mark: "Q:", "A.", "OLMEDO:".</summary>
    private static bool IsTurn(ReadOnlySpan<char> words)
    {
        int capitals = 0;
        while (capitals < words.Length && capitals < 24 && (char.IsUpper(words[capitals]) || (capitals > 0 && words[capitals] is ' ' or '.' or '&'))) capitals++;
        if (capitals == 0 || capitals >= words.Length) return false;
        return words[capitals] == ':' || (words[0] is 'Q' or 'A' && capitals is 2 or 3 && words[1] == '.');
    }
}
