// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Lingua;
using Rapporteur.Documents;
using Rapporteur.Lexicons;
using static Lingua.Language;

namespace Rapporteur.Ingest;

/// <summary>Tells the language of a passage: by its letters and its commonest short words, and by a statistical model in doubt.</summary>
/// <remarks>The model (Lingua, low accuracy) costs memory and milliseconds, so that it is made when first needed; it is safe to share.</remarks>
internal static class LanguageIdentifier
{
    /// <summary>Not enough words to tell.</summary>
    public const string Unknown = "und";

    private const int MostLetters = 2000;
    private const int FewestLettersForModel = 60;

    private static readonly string[] Languages = [.. Rows().Select(row => row["language"])];
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Votes = ReadVotes();

    private static readonly Lazy<LanguageDetector> Model = new(() => LanguageDetectorBuilder
        .FromLanguages(English, Spanish, Portuguese, French, German, Italian, Dutch).WithLowAccuracyMode().Build());

    /// <summary>The language of a passage, ISO 639-1, or <see cref="Unknown"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passage">The passage; its first 2,000 characters are looked at.</param>
    /// <param name="main">The language that the passage has unless something speaks against it, or null.</param>
    public static string Of(string text, TextSpan passage, string? main)
    {
        ReadOnlySpan<char> words = text.AsSpan(passage.Start, Math.Min(passage.Length, MostLetters));
        if (Script.Of(words, out int letters) is { } byScript) return byScript;
        if (letters == 0) return main ?? Unknown;
        Span<int> votes = stackalloc int[Languages.Length];
        int count = Count(words, votes);
        int best = 0, second = 0;
        for (int i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best]) (best, second) = (i, votes[best]);
            else second = Math.Max(second, votes[i]);
        }

        int mine = main is null ? 0 : Math.Max(0, Array.IndexOf(Languages, main) is var index and >= 0 ? votes[index] : 0);
        if (main is not null && votes[best] < 2 + mine) return main;                       // nothing speaks against it
        bool isClear = votes[best] >= 2 && votes[best] - second >= Math.Max(1, votes[best] / 4) && votes[best] * 12 >= count;
        if (isClear) return Languages[best];
        if (letters < FewestLettersForModel) return main ?? Unknown;
        return Model.Value.DetectLanguageOf(words.ToString()) is var detected && detected != Language.Unknown
            ? detected.IsoCode6391().ToString().ToLowerInvariant()
            : main ?? Unknown;
    }

    private static int Count(ReadOnlySpan<char> text, Span<int> votes)
    {
        int count = 0;
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            count++;
            if (!Votes.TryGetValue(text[start..at], out int languages)) continue;
            for (int i = 0; i < votes.Length; i++) votes[i] += (languages >> i) & 1;
        }

        return count;
    }

    private static IReadOnlyList<LexiconRow> Rows() => LexiconFile.Embedded("languages.tsv", "language", "words", "example").Rows;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ReadVotes()
    {
        Dictionary<string, int> votes = new(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<LexiconRow> rows = Rows();
        for (int i = 0; i < rows.Count; i++)
        {
            foreach (string word in rows[i]["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                votes[word] = votes.GetValueOrDefault(word) | (1 << i);
        }

        return votes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
