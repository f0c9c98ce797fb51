// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Formats;

/// <summary>Some of the records of an archive, by their numbers.</summary>
/// <param name="First">The first one, counted from 1.</param>
/// <param name="Last">The last one, which is read too.</param>
public sealed record RecordRange(long First, long Last)
{
    /// <summary>Reads <c>FROM:TO</c>, both from 1 and both read; either may be left out.</summary>
    /// <returns>Null where it is no range.</returns>
    public static RecordRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return null;
        long? first = Number(text.AsSpan(0, colon), 1), last = Number(text.AsSpan(colon + 1), long.MaxValue);
        return first is { } from && last is { } to && from >= 1 && from <= to ? new(from, to) : null;
    }

    /// <summary>Whether a record is one of them.</summary>
    public bool Contains(long number) => number >= First && number <= Last;

    private static long? Number(ReadOnlySpan<char> digits, long otherwise)
        => digits.IsEmpty ? otherwise : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
