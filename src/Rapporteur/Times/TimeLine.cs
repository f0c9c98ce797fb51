// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>Where in time the reader is: the report's day, and the time that was told last.</summary>
internal sealed class TimeLine(DateOnly? anchor)
{
    /// <summary>So many days away, the other direction is likelier than what the tense tells.</summary>
    private const int Far = 245;

    /// <summary>So few days away, a day is remembered or announced without its year.</summary>
    private const int Soon = 31;

    /// <summary>The report's day, or null.</summary>
    public DateOnly? Anchor => anchor;

    /// <summary>The time that was told last, or null.</summary>
    public TimePoint? Last { get; private set; }

    /// <summary>The report's period of that length, moved by so many; or what is not known of it.</summary>
    public TimeValue FromAnchor(TimeUnit unit, int count = 0, TimeUnit? by = null)
        => anchor is { } day && TimePoint.Of(unit, day).Shift(count, by ?? unit) is { } point ? TimeValue.Of(point) : TimeValue.Unknown(TimePoint.Unknown(unit));

    /// <summary>The same from the time told last; that must be no coarser. Without one, from the report.</summary>
    public TimeValue FromLast(TimeUnit unit, int count = 0)
    {
        if (Last is not { } last) return FromAnchor(unit, count);
        return last.Unit <= unit && last.As(unit).Shift(count, unit) is { } point ? TimeValue.Of(point) : TimeValue.Unknown(TimePoint.Unknown(unit));
    }

    /// <summary>The quarter that is spoken of: the one told last, else the last that ended before the report.</summary>
    public TimePoint? Quarter => Last is { Unit: TimeUnit.Quarter } last ? last : anchor is { } day ? TimePoint.Of(TimeUnit.Quarter, day).Shift(-1, TimeUnit.Quarter) : null;

    /// <summary>The stretch of business that is spoken of: the half or the year told last, else the quarter.</summary>
    public TimePoint? Period => Last is { Unit: TimeUnit.Half or TimeUnit.Year } last ? last : Quarter;

    /// <summary>Remembers a time that others may be counted from.</summary>
    public void Tell(TimePoint point) => Last = point;

    /// <summary>Of what comes again each year, that which is meant: before the report, after it, or nearest to it.</summary>
    public TimePoint? Nearest(Func<int, TimePoint?> inYear, TimeUnit unit, Tense tense, bool strictly = false)
    {
        if (anchor is not { } day) return null;
        DateOnly here = TimePoint.Of(unit, day).Start;
        TimePoint? best = null, other = null;
        int least = int.MaxValue, leastOther = int.MaxValue;
        for (int year = day.Year - 8; year <= day.Year + 8; year++)
        {
            if (inYear(year) is not { } point) continue;
            int distance = point.Start.DayNumber - here.DayNumber;
            bool fits = tense.Direction switch { Direction.Past => distance <= 0, Direction.Future => distance >= 0, _ => true };
            if (strictly && (distance == 0 || !fits)) continue;
            if (fits && Math.Abs(distance) < least) (best, least) = (point, Math.Abs(distance));
            else if (!fits && Math.Abs(distance) < leastOther) (other, leastOther) = (point, Math.Abs(distance));
        }

        // a verb's tense is no sure sign ("declared a dividend payable Nov. 20"), and a past day of a year ago would be told with its year
        bool doubtful = !tense.IsSure || (tense.Direction == Direction.Past && unit == TimeUnit.Day && leastOther <= Soon);
        return !strictly && doubtful && least > Far && leastOther < least ? other : best;
    }
}
