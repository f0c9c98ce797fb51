// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Figures;

/// <summary>Figures as the tables and the codebook write them: <c>more than 1,000 = 1000 atLeast : protesters</c>.</summary>
internal static class FigureText
{
    private static readonly RapporteurReader Reader = new();

    /// <summary>The figures of a text, in its order.</summary>
    public static IReadOnlyList<string> Read(string text) => [.. Reader.Read(text).Figures.Select(f => Of(text, f))];

    /// <summary>The figures of a cell.</summary>
    public static IReadOnlyList<string> Parse(string cell) => cell is "–" ? [] : cell.Split(" ;; ");

    /// <summary>Value, bound, unit and money, without the words.</summary>
    public static string Value(string figure) => Told(figure).Split(" : ")[0];

    /// <summary>Whether two figures have the same value, bound, unit and money, and count things that share a word.</summary>
    public static bool Agree(string one, string other)
        => Value(one) == Value(other) && (Counted(one) == Counted(other)
            || Counted(one).Split(' ').Intersect(Counted(other).Split(' '), StringComparer.OrdinalIgnoreCase).Any(static w => w.Length > 0));

    private static string Told(string figure) => figure[(figure.IndexOf(" = ", StringComparison.Ordinal) + 3)..];

    private static string Counted(string figure) => Told(figure).Split(" : ").ElementAtOrDefault(1) ?? "";

    private static string Of(string text, Figure figure)
    {
        string told = $"{figure.Span.In(text)} = {figure.Value.ToString(CultureInfo.InvariantCulture)}";
        if (figure.Upper is { } upper) told += ".." + upper.ToString(CultureInfo.InvariantCulture);
        if (figure.Unit != FigureUnit.Count) told += " " + RecordWord.Of(figure.Unit);
        if (figure.Currency is { } currency) told += "/" + currency;
        if (figure.Qualifier != FigureQualifier.Exact) told += " " + RecordWord.Of(figure.Qualifier);
        return figure.Of is { } of ? $"{told} : {of.In(text)}" : told;
    }
}
