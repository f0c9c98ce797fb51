// SPDX-License-Identifier: Apache-2.0

using System.Text.Json.Serialization;

namespace Rapporteur.Documents;

/// <summary>A stretch of a text: <c>[Start, End)</c>, in UTF-16 code units, as .NET strings count.</summary>
/// <remarks>
/// The default value is the empty span at 0. Spans compare by start, then by end, so that a sorted list is in the
/// order of the text. The record's JSON counts Unicode code points instead; only <c>Rapporteur.Records</c> converts.
/// </remarks>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => End - Start;

    /// <summary>Whether nothing is in the span.</summary>
    [JsonIgnore]
    public bool IsEmpty => End <= Start;

    /// <summary>Whether all of <paramref name="other"/> lies in this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the code unit at <paramref name="offset"/> lies in this span.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same span, moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>The span's code units in <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside the text.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <inheritdoc/>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";

    /// <summary>Whether the left span stands before the right one.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left span stands after the right one.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left span stands before the right one or is the same.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left span stands after the right one or is the same.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
