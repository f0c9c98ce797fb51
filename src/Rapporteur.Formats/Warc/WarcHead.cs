// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Formats.Warc;

/// <summary>What stands before a record's content (WARC 1.0 and 1.1, section 4).</summary>
/// <param name="Type">Type of the record.</param>
/// <param name="Length">Bytes of its content.</param>
/// <param name="Fields">The fields.</param>
internal sealed record WarcHead(string Type, long Length, HeadFields Fields)
{
    /// <summary>What every record begins with.</summary>
    public static ReadOnlySpan<byte> Start => "WARC/1."u8;

    /// <summary>The address that it was fetched from, without the angle brackets that some programs write; null if there is none.</summary>
    public string? Address => Fields["WARC-Target-URI"]?.Trim('<', '>') is { Length: > 0 } address ? OneLine.Of(address) : null;

    /// <summary>Why the crawler kept only the content's first part, or null.</summary>
    public string? Truncated => Fields["WARC-Truncated"] is { } reason ? OneLine.Of(reason) : null;

    /// <summary>Whether it is a piece of a record that goes over several.</summary>
    public bool IsSegment => Fields["WARC-Segment-Number"] is not null;

    /// <summary>Takes the head that begins here; null, with nothing taken, where there is no sound one.</summary>
    public static WarcHead? Take(WarcBytes bytes)
    {
        if (!bytes.Peek(Start.Length).StartsWith(Start)) return null;
        int length = bytes.LengthOfHead(WarcBytes.MostOfHead);
        if (length == 0) return null;
        var fields = HeadFields.Of(bytes.Peek(length)[..length]);
        if (fields["WARC-Type"] is not { Length: > 0 } type
            || !long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long content)) return null;
        bytes.Begin();
        bytes.Consume(length);
        return new(type.ToLowerInvariant(), content, fields);
    }
}
