// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Lexicons;

namespace Rapporteur.Ingest;

/// <summary>Phrases of one use from a word list; capitals and the shape of apostrophes do not matter.</summary>
internal sealed class PhraseList
{
    private readonly string[] phrases;
    private readonly SearchValues<string> beginnings;           // of the phrases: where none of them stands, no phrase does

    private PhraseList(string[] phrases)
    {
        this.phrases = phrases;
        beginnings = SearchValues.Create([.. phrases.Select(phrase => phrase.Split(' ', '\'')[0])], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The phrases of a list whose first column says <paramref name="use"/>.</summary>
    public static PhraseList Of(string file, string column, string use)
        => new([.. LexiconFile.Embedded(file, column, "phrase", "example").Rows.Where(row => row[column] == use).Select(row => row["phrase"])]);

    /// <summary>The phrase that a text begins with, or null.</summary>
    public string? Beginning(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[64];
        ReadOnlySpan<char> head = Plain(text[..Math.Min(text.Length, plain.Length)], plain);
        foreach (string phrase in phrases)
        {
            if (head.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && !GoesOn(text, phrase.Length)) return phrase;
        }

        return null;
    }

    /// <summary>The first of the phrases that a text holds as whole words, and where it ends; null if there is none.</summary>
    /// <param name="text">A passage of ordinary length; only its first 1,500 characters are looked at.</param>
    /// <param name="end">Where the phrase ends.</param>
    public string? In(ReadOnlySpan<char> text, out int end)
    {
        end = 0;
        if (text.IndexOfAny(beginnings) < 0) return null;
        Span<char> plain = stackalloc char[1500];
        ReadOnlySpan<char> all = Plain(text[..Math.Min(text.Length, plain.Length)], plain);
        foreach (string phrase in phrases)
        {
            for (int from = 0; all[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var found && found >= 0;)
            {
                int start = from + found;
                end = start + phrase.Length;
                if ((start == 0 || !char.IsLetter(phrase[0]) || !char.IsLetterOrDigit(all[start - 1])) && !GoesOn(all, end)) return phrase;
                from = start + 1;
            }
        }

        end = 0;
        return null;
    }

    /// <summary>How many of the phrases a text holds.</summary>
    public int CountIn(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[1500];
        ReadOnlySpan<char> all = Plain(text[..Math.Min(text.Length, plain.Length)], plain);
        int count = 0;
        foreach (string phrase in phrases)
        {
            int start = all.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && !GoesOn(all, start + phrase.Length)) count++;
        }

        return count;
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int end)
        => end > 0 && end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]) && text[end] != 's';

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (int i = 0; i < text.Length; i++) plain[i] = text[i] is '’' or '‘' ? '\'' : text[i] is '\u00a0' ? ' ' : text[i];
        return plain[..text.Length];
    }
}
