// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Figures;

/// <summary>What kind of number some words are.</summary>
internal enum NumeralKind
{
    /// <summary>A number of things: "58", "two dozen".</summary>
    Cardinal,

    /// <summary>A number that tells only its size: "hundreds".</summary>
    Vague,

    /// <summary>A part of a whole: "two thirds".</summary>
    Fraction,

    /// <summary>How many times as much: "tenfold".</summary>
    Factor,
}

/// <summary>A number, as words or digits, with nothing beside it.</summary>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Value">Its value; of a vague one the size.</param>
/// <param name="Kind">What kind of number.</param>
internal readonly record struct Numeral(TokenRange Tokens, decimal Value, NumeralKind Kind)
{
    /// <summary>The magnitude that the words end with; 1 without one.</summary>
    public decimal Magnitude { get; init; } = 1;

    /// <summary>How it bounds what is counted by itself: "hundreds" are at least one hundred.</summary>
    public FigureQualifier Qualifier { get; init; }

    /// <summary>The unit that is glued to the digits: "50km"; null without one.</summary>
    public FigureUnit? Unit { get; init; }

    /// <summary>Whether it is digits alone, with neither comma nor point.</summary>
    public bool IsPlainDigits { get; init; }

    /// <summary>Whether the article before it belongs to it: "a million".</summary>
    public bool HasArticle { get; init; }
}
