// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What a figure is measured in.</summary>
public enum FigureUnit : byte
{
    /// <summary>Things or people counted.</summary>
    Count,

    /// <summary>Parts of a hundred.</summary>
    Percent,

    /// <summary>The difference of two percentages.</summary>
    PercentagePoints,

    /// <summary>Money; the currency tells which.</summary>
    Money,

    /// <summary>A part of a whole: "two thirds", 0.667.</summary>
    Fraction,

    /// <summary>A length, area, weight, volume, power or temperature; the words tell which.</summary>
    Measure,

    /// <summary>How many times as much: "tripled", "five times".</summary>
    Factor,
}

/// <summary>How a figure bounds what is counted.</summary>
public enum FigureQualifier : byte
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"About", "some", "nearly".</summary>
    About,

    /// <summary>"At least", "more than", "over".</summary>
    AtLeast,

    /// <summary>"At most", "fewer than", "up to".</summary>
    AtMost,

    /// <summary>From <see cref="Figure.Value"/> to <see cref="Figure.Upper"/>.</summary>
    Between,
}

/// <summary>A number with what it counts.</summary>
public sealed record Figure
{
    /// <summary>The words of the number with its unit and qualifier, UTF-16.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number; the lower one of a range, and of a vague one such as "hundreds".</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range; null elsewhere.</summary>
    public decimal? Upper { get; init; }

    /// <summary>What it is measured in.</summary>
    public required FigureUnit Unit { get; init; }

    /// <summary>ISO 4217 code of the money; null where the text does not tell, and for everything else.</summary>
    public string? Currency { get; init; }

    /// <summary>What is counted: "civilians"; null where the text does not tell.</summary>
    public TextSpan? Of { get; init; }

    /// <summary>How it bounds what is counted.</summary>
    public FigureQualifier Qualifier { get; init; }

    /// <summary>Index of the innermost statement whose content holds it, or null: then it is the report's own word.</summary>
    public int? Within { get; init; }

    /// <summary>Index of the event that it tells the size of, or null.</summary>
    public int? Event { get; init; }

    /// <summary>The day it holds for, ISO 8601, where the text gives one; or null.</summary>
    public string? AsOf { get; init; }
}
