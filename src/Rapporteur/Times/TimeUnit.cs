// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>What time is counted in, and how finely a time is given.</summary>
internal enum TimeUnit : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>A second.</summary>
    Second,

    /// <summary>A minute.</summary>
    Minute,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>Two weeks.</summary>
    Fortnight,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>A season: three months, from March, June, September or December.</summary>
    Season,

    /// <summary>Six months.</summary>
    Half,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}

/// <summary>Where in time something stands when a text is read.</summary>
internal enum Direction : byte
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>Before the report.</summary>
    Past,

    /// <summary>After the report.</summary>
    Future,

    /// <summary>Near the report.</summary>
    Present,
}

/// <summary>A direction, and how sure it is.</summary>
/// <param name="Direction">The direction.</param>
/// <param name="IsSure">Whether the time hangs on the very verb that tells it.</param>
internal readonly record struct Tense(Direction Direction, bool IsSure);

/// <summary>A part of the day.</summary>
internal enum PartOfDay : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Until noon.</summary>
    Morning,

    /// <summary>From noon.</summary>
    Afternoon,

    /// <summary>Before the night.</summary>
    Evening,

    /// <summary>The night.</summary>
    Night,
}
