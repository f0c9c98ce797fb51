// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>Why a stream ended before its end.</summary>
/// <param name="Place">Where: "byte 4096", or null.</param>
/// <param name="Reason">Why, in one line; empty where another failure tells it already.</param>
internal sealed record InputFault(string? Place, string Reason);

/// <summary>
/// The bytes of an input. A fault of the stream below is not thrown: the bytes end there, and <see cref="Fault"/>
/// tells why, so that a format reads what there is and the fault is reported after it.
/// </summary>
internal sealed class InputSource(Stream inner, Func<Exception, long, InputFault>? explain = null, Func<long, InputFault?>? limit = null) : Stream
{
    private readonly long start = inner.CanSeek ? inner.Position : -1;
    private byte[] head = [];
    private int headRead;

    /// <summary>Where what is read from now on is kept as well; null for nowhere.</summary>
    public MemoryStream? Copy { get; set; }

    /// <summary>Bytes taken from the stream so far.</summary>
    public long Taken { get; private set; }

    /// <summary>The charset that came with the bytes, as HTTP tells it; null where none did.</summary>
    public string? Charset { get; set; }

    /// <summary>Why the bytes ended early, or null.</summary>
    public InputFault? Fault { get; private set; }

    /// <summary>The first bytes, which are read again afterwards; asked again before anything is read, it gives the same.</summary>
    public byte[] Peek(int count)
    {
        if (head.Length > 0 && headRead == 0) return head;
        byte[] bytes = new byte[count];
        int have = 0, got;
        while (have < count && (got = Take(bytes.AsSpan(have))) > 0) have += got;
        head = bytes[..have];
        headRead = 0;
        return head;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, head.Length - headRead);
        if (count <= 0)
        {
            count = Take(buffer);
        }
        else
        {
            head.AsSpan(headRead, count).CopyTo(buffer);
            headRead += count;
        }

        Copy?.Write(buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>
    /// All of the bytes as a stream that can be sought in: the stream below where it is one and was read from its start, else a copy in
    /// memory. Null where there are more than may be copied, or where they end with a fault.
    /// </summary>
    public Stream? TakeSeekable(int mostCopied)
    {
        if (start == 0 && limit is null)
        {
            inner.Position = 0;
            Taken = inner.Length;
            head = [];
            return inner;
        }

        var copy = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (Read(buffer.AsSpan()) is > 0 and int got)
        {
            if (copy.Length + got > mostCopied) return null;
            copy.Write(buffer, 0, got);
        }

        copy.Position = 0;
        return Fault is null ? copy : null;
    }

    private int Take(Span<byte> buffer)
    {
        if (Fault is not null || buffer.IsEmpty) return 0;
        try
        {
            int count = inner.Read(buffer);
            Taken += count;
            if (limit?.Invoke(Taken) is not { } reached) return count;
            Fault = reached;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            Fault = explain?.Invoke(problem, Taken) ?? new($"byte {Taken}", $"it can't be read on: {OneLine.Of(problem.Message)}");
        }

        return 0;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
