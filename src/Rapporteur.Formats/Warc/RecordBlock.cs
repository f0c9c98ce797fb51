// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Warc;

/// <summary>The content of one record; throws where the archive ends or breaks inside it.</summary>
internal sealed class RecordBlock(WarcBytes bytes, long length) : ReadOnlyStream
{
    /// <summary>Bytes that were not read yet.</summary>
    public long Remaining { get; private set; } = length;

    /// <summary>Whether the archive ended or broke inside it.</summary>
    public bool IsCut { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (Remaining == 0 || buffer.IsEmpty) return 0;
        int count = IsCut ? 0 : bytes.Read(buffer[..(int)Math.Min(buffer.Length, Remaining)]);
        if (count == 0)
        {
            IsCut = true;
            throw new EndOfStreamException("the archive ends or is damaged inside the record");
        }

        Remaining -= count;
        return count;
    }

    /// <summary>The fields of the HTTP message that begins here, which are then read; null if there is none.</summary>
    public HeadFields? TakeHttpHead()
    {
        if (!bytes.Peek(5).StartsWith("HTTP/"u8)) return null;
        int head = bytes.LengthOfHead(Remaining);
        if (head == 0) return null;
        var fields = HeadFields.Of(bytes.Peek(head)[..head]);
        bytes.Consume(head);
        Remaining -= head;
        return fields;
    }

    /// <summary>Goes past what was not read; false where the archive ends or breaks before.</summary>
    public bool SkipRest()
    {
        if (!IsCut && bytes.Skip(Remaining)) return true;
        IsCut = true;
        return false;
    }
}
