// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>What a modifier stands before.</summary>
internal enum ModifierScope : byte
{
    /// <summary>A date.</summary>
    Date,

    /// <summary>A date told by its distance: "today", "this week".</summary>
    Near,

    /// <summary>A length of time.</summary>
    Length,

    /// <summary>A time of day.</summary>
    Clock,
}

/// <summary>Words that belong to the time behind them.</summary>
/// <param name="Words">The words, in lower case.</param>
/// <param name="Scope">What they stand before.</param>
internal sealed record TimeModifier(string[] Words, ModifierScope Scope);
