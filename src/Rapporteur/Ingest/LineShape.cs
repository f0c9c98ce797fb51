// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>What a passage looks like, as far as its kind depends on that; taken in one pass over its first words.</summary>
internal readonly struct LineShape
{
    /// <summary>Words that are looked at; what is longer is a paragraph in any case.</summary>
    private const int Longest = 120;

    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”’'»)]");

    private LineShape(int words, int capitalized, int longWords, int hashtags, int handles, bool endsSentence, bool beginsCapital)
    {
        Words = words;
        CapitalizedLongWords = capitalized;
        LongWords = longWords;
        Hashtags = hashtags;
        Handles = handles;
        EndsSentence = endsSentence;
        BeginsCapital = beginsCapital;
    }

    /// <summary>Number of words, at most 120.</summary>
    public int Words { get; }

    /// <summary>Words of four letters and more that begin with a capital.</summary>
    public int CapitalizedLongWords { get; }

    /// <summary>Words of four letters and more.</summary>
    public int LongWords { get; }

    /// <summary>Number of hashtags.</summary>
    public int Hashtags { get; }

    /// <summary>Number of handles.</summary>
    public int Handles { get; }

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool EndsSentence { get; }

    /// <summary>Whether its first letter is a capital, or it begins with a digit.</summary>
    public bool BeginsCapital { get; }

    /// <summary>Whether it is set as titles are: nearly all long words capitalized.</summary>
    public bool IsTitleCase => LongWords >= 2 && CapitalizedLongWords * 10 >= LongWords * 8;

    public static LineShape Of(string text, TextSpan span)
    {
        int words = 0, capitalized = 0, longWords = 0, hashtags = 0, handles = 0;
        bool beginsCapital = false;
        int end = span.End;
        while (end > span.Start + 1 && Closers.Contains(text[end - 1])) end--;
        bool endsSentence = text[end - 1] is '.' or '!' or '?' or '…';
        for (int at = span.Start; at < span.End && words < Longest;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                if (text[at] == '#' && at + 1 < span.End && char.IsLetter(text[at + 1])) hashtags++;
                if (text[at] == '@' && at + 1 < span.End && char.IsLetterOrDigit(text[at + 1])) handles++;
                at++;
                continue;
            }

            int start = at;
            while (at < span.End && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '’' && at + 1 < span.End && char.IsLetter(text[at + 1])))) at++;
            if (words == 0) beginsCapital = char.IsUpper(text[start]) || char.IsDigit(text[start]);
            words++;
            if (at - start < 4) continue;
            longWords++;
            if (!char.IsLower(text[start])) capitalized++;
        }

        return new(words, capitalized, longWords, hashtags, handles, endsSentence, beginsCapital);
    }
}
