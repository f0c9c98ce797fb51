// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Times;

/// <summary>Reads the times of a sentence as a line of text.</summary>
internal static class TimeReading
{
    /// <summary>The day of the examples: a Wednesday.</summary>
    public const string Today = "2023-05-17";

    private static readonly RapporteurReader Reader = new();

    /// <summary>The times of a text.</summary>
    public static IReadOnlyList<TimeExpression> Times(string text, string? published = Today)
        => Reader.Read(text, ReadOptions.None with { Published = published }).Times;

    /// <summary>Type, value and words of each time.</summary>
    public static string Of(string text, string? published = Today)
        => string.Join(" ; ", Times(text, published).Select(t => $"{t.Span.In(text)} = {RecordWord.Of(t.Type)} {t.Value}").DefaultIfEmpty("–"));

    /// <summary>A text without the brackets around its times, and the words in them.</summary>
    public static (string Text, string Marked) Unmarked(string example)
    {
        int open = example.IndexOf('[', StringComparison.Ordinal), close = example.IndexOf(']', StringComparison.Ordinal);
        return (new StringBuilder(example).Remove(close, 1).Remove(open, 1).ToString(), example[(open + 1)..close]);
    }
}
