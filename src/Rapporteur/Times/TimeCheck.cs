// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>What must hold for the words of a pattern to be a time.</summary>
internal enum TimeCheck : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A clause ends behind them, or a date begins: "two days on, it was over", not "two days on the road".</summary>
    Closed,

    /// <summary>They are no part of a longer name: "the Sunday Ledger".</summary>
    Name,

    /// <summary>That, and no verb: "may", "march".</summary>
    Month,

    /// <summary>Four digits that count and number nothing: "2000 people", "flight 2019".</summary>
    Year,

    /// <summary>A noun behind a preposition or article, no verb: "spring".</summary>
    Season,

    /// <summary>Of a year, not of a match.</summary>
    Half,

    /// <summary>No part of a larger number: "the sixties of".</summary>
    Decade,

    /// <summary>No more is told of it: "the day", not "the day when".</summary>
    Unit,

    /// <summary>Behind a preposition: "in the morning".</summary>
    Part,

    /// <summary>A determiner: "that year", not "that year after year".</summary>
    That,

    /// <summary>Behind "at": "at the moment".</summary>
    Moment,

    /// <summary>No noun behind it: "the past", not "the past president".</summary>
    Alone,

    /// <summary>Behind "at" or its like: "at four in the morning", not "killed four in the night".</summary>
    Hour,

    /// <summary>A length, no rate: "for a year", not "four flights a year".</summary>
    One,

    /// <summary>Behind a preposition: "for years".</summary>
    Many,

    /// <summary>Behind "over" or its like: "over the years".</summary>
    Through,
}
