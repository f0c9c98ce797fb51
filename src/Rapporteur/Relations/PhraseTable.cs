// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;

namespace Rapporteur.Relations;

/// <summary>Phrases of one word or several, each with what it means; found by the tokens they begin with, the longest first.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, (string[] Words, T Value)[]>.AlternateLookup<ReadOnlySpan<char>> byFirst;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> entries)
    {
        // "co-founder" is one token, "Secretary-General" three
        byFirst = entries.SelectMany(static e => e.Phrase.Contains('-', StringComparison.Ordinal) ? new[] { (e.Phrase, e.Value), (Phrase: e.Phrase.Replace("-", " - ", StringComparison.Ordinal), e.Value) } : [e])
            .Select(static e => (Words: e.Phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries), e.Value))
            .GroupBy(static e => e.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static e => e.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds the longest phrase that begins at a token.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">The token.</param>
    /// <param name="limit">The token after the last that may belong to it.</param>
    /// <param name="end">The token after the phrase.</param>
    /// <param name="value">What it means.</param>
    public bool TryFind(TokenTable tokens, int at, int limit, out int end, out T value)
    {
        if (byFirst.TryGetValue(tokens.WordOf(at), out (string[] Words, T Value)[]? found))
        {
            foreach ((string[] words, T known) in found)
            {
                if (at + words.Length > limit || !Matches(tokens, at, words)) continue;
                (end, value) = (at + words.Length, known);
                return true;
            }
        }

        (end, value) = (at, default!);
        return false;
    }

    /// <summary>Finds a phrase of one word.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out T value)
    {
        if (byFirst.TryGetValue(word, out (string[] Words, T Value)[]? found) && found[^1].Words.Length == 1)
        {
            value = found[^1].Value;
            return true;
        }

        value = default!;
        return false;
    }

    private static bool Matches(TokenTable tokens, int at, string[] words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (!tokens.WordOf(at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
