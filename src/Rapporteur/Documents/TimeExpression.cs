// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>What a time expression names, as TIMEX3 (ISO-TimeML) tells kinds apart.</summary>
public enum TimeType : byte
{
    /// <summary>A day or longer: a day, week, month, year, decade.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>How long something lasts.</summary>
    Duration,

    /// <summary>Times that come again.</summary>
    Set,
}

/// <summary>Words that name a time.</summary>
/// <param name="Span">The words, UTF-16.</param>
/// <param name="Type">What they name.</param>
/// <param name="Value">The TIMEX3 value: <c>2022-02-25</c>, <c>XXXX-02-21</c> where the year cannot be told, <c>P2M</c>, <c>PAST_REF</c>.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string Value) : ISpanned;
