// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Encoders;

/// <summary>The vectors of words met lately; one memory a thread, never part of a result.</summary>
/// <remarks>
/// A word's first vector depends on nothing but its letters and whether a space stands before it, and costs a dozen rows from
/// all over a table of 20 MB: four words in five were met a moment ago. A word takes the place of another of the same slot.
/// </remarks>
internal sealed class WordMemory
{
    private const int Slots = 4096, Longest = 23;

    [ThreadStatic]
    private static WordMemory? mine;

    private readonly LowerEncoder encoder;
    private readonly float[] vectors;
    private readonly char[] words = new char[Slots * (Longest + 1)]; // length and space in one, then the letters

    private WordMemory(LowerEncoder encoder)
    {
        this.encoder = encoder;
        vectors = new float[Slots * encoder.Width];
    }

    /// <summary>This thread's memory of an encoder.</summary>
    public static WordMemory Of(LowerEncoder encoder) => mine is { } memory && memory.encoder == encoder ? memory : mine = new(encoder);

    /// <summary>Finds a word's vector, or makes a place for it.</summary>
    /// <param name="word">The word as it stands.</param>
    /// <param name="noSpace">Whether no space stands before it.</param>
    /// <param name="vector">Where its vector is, or is to be written; empty for a word too long to be kept.</param>
    /// <returns>Whether the vector is there already.</returns>
    public bool Find(ReadOnlySpan<char> word, bool noSpace, out Span<float> vector)
    {
        vector = default;
        if (word.Length > Longest) return false;
        char head = (char)((2 * word.Length) + (noSpace ? 2 : 1));         // never 0, as in a slot not used yet
        uint hash = (2166136261u ^ head) * 16777619u;
        foreach (char c in word) hash = (hash ^ c) * 16777619u;
        int slot = (int)((hash ^ (hash >> 15)) % Slots);
        vector = vectors.AsSpan(slot * encoder.Width, encoder.Width);
        Span<char> kept = words.AsSpan(slot * (Longest + 1), word.Length + 1);
        if (kept[0] == head && kept[1..].SequenceEqual(word)) return true;
        kept[0] = head;
        word.CopyTo(kept[1..]);
        return false;
    }
}
