// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Coreference;

/// <summary>The strings of one document, each made once.</summary>
internal sealed class WordPool(TagTable tags)
{
    private const int Longest = 128;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word as it is.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (known.TryGetValue(word, out string? found)) return found;
        found = word.ToString();
        known.Add(found);
        return found;
    }

    /// <summary>The word in small letters.</summary>
    public string Lower(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Longest];
        return word.Length > Longest ? word.ToString().ToLowerInvariant() : Of(buffer[..word.ToLowerInvariant(buffer)]);
    }

    /// <summary>A token's lemma in small letters.</summary>
    public string Lemma(int token, int length)
    {
        Span<char> buffer = stackalloc char[Longest + 32];
        return length > Longest ? tags.LemmaOf(token).ToLowerInvariant() : Lower(buffer[..tags.WriteLemma(token, buffer)]);
    }
}
