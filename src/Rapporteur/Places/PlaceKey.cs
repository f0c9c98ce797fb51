// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;

namespace Rapporteur.Places;

/// <summary>How a place's name is looked up: small letters without accents, apostrophes and full stops, hyphens as blanks, "St", "Mt" and "Ft" for the long forms.</summary>
internal static class PlaceKey
{
    /// <summary>Longer names are in no list.</summary>
    public const int Longest = ActorKey.Longest;

    /// <summary>Accents that stand behind their letter.</summary>
    private const char FirstMark = '\u0300', LastMark = '\u036F';

    private static readonly (string Long, string Short)[] FirstWords = [("saint ", "st "), ("mount ", "mt "), ("fort ", "ft ")];

    /// <summary>The key of a name.</summary>
    public static string Of(string name)
    {
        Span<char> buffer = stackalloc char[Longest];
        return Write(name, buffer).ToString();
    }

    /// <summary>Writes the key of a name; empty where there is none.</summary>
    public static ReadOnlySpan<char> Write(ReadOnlySpan<char> name, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in ActorKey.Write(name, buffer))
        {
            if (c is not ('\'' or (>= FirstMark and <= LastMark))) buffer[length++] = c == '-' ? ' ' : char.ToLowerInvariant(c);
        }

        Span<char> key = buffer[..length];
        foreach ((string full, string abbreviated) in FirstWords)
        {
            if (!key.StartsWith(full, StringComparison.Ordinal)) continue;
            abbreviated.CopyTo(key);
            key[full.Length..].CopyTo(key[abbreviated.Length..]);
            return key[..(length - full.Length + abbreviated.Length)];
        }

        return key;
    }

    /// <summary>A number for a key, the same everywhere (FNV-1a, its bits mixed).</summary>
    public static ulong Hash(ReadOnlySpan<char> key)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in key) hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
