// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Statements;

/// <summary>What a token is, as far as a list of closed classes and its letters tell.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Pronoun = 1 << 0,
    Determiner = 1 << 1,
    Quantity = 1 << 2,
    Preposition = 1 << 3,
    Auxiliary = 1 << 4,
    Negation = 1 << 5,
    Adverb = 1 << 6,
    Conjunction = 1 << 7,
    Clause = 1 << 8,
    Particle = 1 << 9,
    Initial = 1 << 10,
    Speaker = 1 << 11,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1 << 12,

    /// <summary>Begins with a digit.</summary>
    Number = 1 << 13,

    /// <summary>Holds no letter or digit.</summary>
    Mark = 1 << 14,

    /// <summary>A possessive ending: <c>'s</c>.</summary>
    Possessive = 1 << 15,

    /// <summary>Ends a sentence or a clause: full stop, question mark, semicolon, colon.</summary>
    Stop = 1 << 16,

    /// <summary>Opens or closes a quotation.</summary>
    Quote = 1 << 17,

    /// <summary>A day, a month or another word of time that may follow a name without belonging to it.</summary>
    Time = 1 << 18,
}
