// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>The next bytes of a stream, as many as it is told; throws where the stream ends before them.</summary>
/// <param name="whole">The stream, which stays open.</param>
/// <param name="length">How many bytes.</param>
internal sealed class PartStream(Stream whole, long length) : ReadOnlyStream
{
    /// <summary>Bytes that were not read yet.</summary>
    public long Remaining { get; private set; } = length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (Remaining == 0 || buffer.IsEmpty) return 0;
        int count = whole.Read(buffer[..(int)Math.Min(buffer.Length, Remaining)]);
        if (count == 0) throw new EndOfStreamException("the bytes end early");
        Remaining -= count;
        return count;
    }

    /// <summary>Reads past a number of bytes; false where the stream ends before.</summary>
    public static bool Skip(Stream stream, long count)
    {
        Span<byte> unread = stackalloc byte[4096];
        while (count > 0)
        {
            int got = stream.Read(unread[..(int)Math.Min(unread.Length, count)]);
            if (got == 0) return false;
            count -= got;
        }

        return true;
    }
}
