// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Places;

/// <summary>Reads a text with every stage, and shows its places.</summary>
internal static class ReadPlaces
{
    private static readonly RapporteurReader Reader = new();

    /// <summary>Each place as words = name, country, feature.</summary>
    public static string Of(string text) => Of(text, ReadOptions.None);

    /// <summary>Each place as words = name, country, feature.</summary>
    public static string Of(string text, ReadOptions options)
        => string.Join(" ;; ", Reader.Read(text, options).Places.Select(p => $"{p.Span.In(text)} = {p.Name}, {p.Country ?? "–"}, {RecordWord.Of(p.Feature)}").DefaultIfEmpty("–"));

    /// <summary>The place of the first occurrence of some words.</summary>
    public static Place? Named(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{words}” is not in the text");
        return Reader.Read(text).Places.FirstOrDefault(p => p.Span == new TextSpan(at, at + words.Length));
    }
}
