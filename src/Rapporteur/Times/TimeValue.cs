// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>The value of a time.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">The TIMEX3 value.</param>
/// <param name="Point">The period of the calendar, where it is known.</param>
internal readonly record struct TimeValue(TimeType Type, string Text, TimePoint? Point)
{
    /// <summary>A period of the calendar.</summary>
    public static TimeValue Of(TimePoint point) => new(TimeType.Date, point.ToString(), point);

    /// <summary>A date that is not known, or not wholly.</summary>
    public static TimeValue Unknown(string text) => new(TimeType.Date, text, null);

    /// <summary>A part of that day.</summary>
    public TimeValue At(PartOfDay part)
        => part == PartOfDay.None ? this : this with { Type = TimeType.Time, Text = Text + CodeOf(part) };

    /// <summary>The code of a part of the day.</summary>
    public static string CodeOf(PartOfDay part) => part switch
    {
        PartOfDay.Morning => "TMO",
        PartOfDay.Afternoon => "TAF",
        PartOfDay.Evening => "TEV",
        PartOfDay.Night => "TNI",
        _ => "",
    };
}
