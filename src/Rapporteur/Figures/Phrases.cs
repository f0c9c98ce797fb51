// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Figures;

/// <summary>Phrases of one or several words, looked up beside a place in the text; letter case makes no difference.</summary>
internal sealed class Phrases<T>
{
    private const int Longest = 64;

    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> phrases;
    private readonly int words;

    private Phrases(Dictionary<string, T> found)
    {
        words = found.Keys.Select(static p => p.Count(static c => c == ' ') + 1).DefaultIfEmpty(0).Max();
        phrases = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Phrases with their values.</summary>
    public static Phrases<T> Of(Dictionary<string, T> found) => new(found);

    /// <summary>The forms of some rows of a list, where <c>_</c> stands for a blank.</summary>
    public static Phrases<T> Read(IEnumerable<LexiconRow> rows, string column, Func<LexiconRow, T> value)
    {
        Dictionary<string, T> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (LexiconRow row in rows)
        {
            foreach (string form in row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string phrase = form.Replace('_', ' ');
                if (phrase.Length > Longest) throw row.Error($"'{form}' is longer than {Longest} letters");
                if (!found.TryAdd(phrase, value(row))) throw row.Error($"'{form}' stands twice");
            }
        }

        return new Phrases<T>(found);
    }

    /// <summary>A single word or phrase.</summary>
    public bool TryGet(ReadOnlySpan<char> phrase, out T value) => phrases.TryGetValue(phrase, out value!);

    /// <summary>The longest phrase that ends before a token.</summary>
    public bool TryBefore(TokenTable tokens, int end, int floor, out T value, out int first)
    {
        for (int count = Math.Min(words, end - floor); count > 0; count--)
        {
            first = end - count;
            if (TryAt(tokens, new(first, end), out value)) return true;
        }

        (value, first) = (default!, end);
        return false;
    }

    /// <summary>The longest phrase that begins with a token.</summary>
    public bool TryAfter(TokenTable tokens, int start, int ceiling, out T value, out int end)
    {
        for (int count = Math.Min(words, ceiling - start); count > 0; count--)
        {
            end = start + count;
            if (TryAt(tokens, new(start, end), out value)) return true;
        }

        (value, end) = (default!, start);
        return false;
    }

    private bool TryAt(TokenTable tokens, TokenRange range, out T value)
    {
        value = default!;
        Span<char> phrase = stackalloc char[Longest];
        int length = 0;
        for (int t = range.First; t < range.End; t++)
        {
            ReadOnlySpan<char> word = tokens.WordOf(t);
            if (length + word.Length + 1 > Longest) return false;
            if (length > 0) phrase[length++] = ' ';
            word.CopyTo(phrase[length..]);
            length += word.Length;
        }

        return phrases.TryGetValue(phrase[..length], out value!);
    }
}
