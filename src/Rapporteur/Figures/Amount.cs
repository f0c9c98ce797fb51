// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>A number with its unit and bound, before it is known what it counts, or whether it counts anything.</summary>
internal sealed record Amount
{
    /// <summary>All its words.</summary>
    public required TokenRange Tokens { get; init; }

    /// <summary>Number and unit, without the words that bound them.</summary>
    public required TokenRange Core { get; init; }

    /// <summary>The number that it ends with.</summary>
    public required Numeral Numeral { get; init; }

    /// <summary>The number; the lower one of a range.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper number of a range.</summary>
    public decimal? Upper { get; init; }

    /// <summary>What it is measured in.</summary>
    public FigureUnit Unit { get; init; }

    /// <summary>The money, where it is money.</summary>
    public string? Currency { get; init; }

    /// <summary>The bound.</summary>
    public FigureQualifier Qualifier { get; init; }

    /// <summary>The bound in a negated clause.</summary>
    public FigureQualifier Negated { get; init; }

    /// <summary>Whether two numbers stand against each other: "3-1".</summary>
    public bool IsScore { get; init; }

    /// <summary>Whether it is a number with nothing beside it that would make it one of things.</summary>
    public bool IsBare => Unit == FigureUnit.Count && Upper is null && Qualifier == FigureQualifier.Exact && Numeral.Kind == NumeralKind.Cardinal;
}
