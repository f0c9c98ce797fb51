// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;

namespace Rapporteur.Formats.Warc;

/// <summary>The content of gzip members that follow each other, with the place of each; after a broken one, reading can go on at the next.</summary>
/// <remarks>
/// The compressed bytes are handed to the inflater up to the next three bytes that may begin a member and no further. When it asks
/// for those, all that it gave before belongs before them: that is how the place of a member is known although the inflater reads ahead.
/// </remarks>
/// <param name="source">The compressed bytes.</param>
internal sealed class GzipMembers(Stream source) : ReadOnlyStream
{
    /// <summary>How far back a member may begin that is tried again after damage was met behind its start.</summary>
    private const int Kept = 1 << 15;

    private readonly byte[] buffer = new byte[Kept * 4];
    private readonly Queue<(long Expanded, long Place)> starts = [];
    private GZipStream? inflater;
    private int read, have;
    private long bufferPlace, expanded, began, lastStart = -1, lastStartExpanded;
    private bool hasEnded;

    /// <summary>Whether a member was broken; <see cref="Resume"/> goes to the next.</summary>
    public bool IsBroken { get; private set; }

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <inheritdoc/>
    public override int Read(Span<byte> target)
    {
        if (IsBroken || target.IsEmpty) return 0;
        try
        {
            inflater ??= new GZipStream(new Compressed(this), CompressionMode.Decompress);
            int count = inflater.Read(target);
            expanded += count;
            if (count == 0 && (read < have || !hasEnded)) throw new InvalidDataException("there are bytes that are not gzip");
            return count;
        }
        catch (InvalidDataException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>Goes to the next place where a member may begin; false if there is none.</summary>
    /// <param name="begun">Where in the content the last record began: what begins with it is a member, and the broken one.</param>
    public bool Resume(long begun)
    {
        inflater?.Dispose();
        inflater = null;
        starts.Clear();
        // Else the member before lost its end, and the inflater took the start of the next for its content.
        read = lastStart > began && lastStart >= bufferPlace && lastStartExpanded != begun ? (int)(lastStart - bufferPlace) : read;
        while (true)
        {
            int at = buffer.AsSpan(read, have - read).IndexOf(Magic);
            if (at >= 0)
            {
                read += at;
                began = bufferPlace + read;
                lastStart = -1;
                IsBroken = false;
                return true;
            }

            read = Math.Max(read, have - Magic.Length + 1);
            if (!Fill()) return false;
        }
    }

    /// <summary>The place in the compressed bytes of what was given at a place; null if no member began there.</summary>
    public long? PlaceOf(long place)
    {
        while (starts.TryPeek(out var start) && start.Expanded < place) starts.Dequeue();
        return starts.TryPeek(out var found) && found.Expanded == place ? found.Place : null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        inflater?.Dispose();
        base.Dispose(disposing);
    }

    private int Give(Span<byte> target)
    {
        while (have - read < Magic.Length && Fill())
        {
        }

        ReadOnlySpan<byte> ready = buffer.AsSpan(read, have - read);
        if (ready.IsEmpty || target.IsEmpty) return 0;
        int from = 0;
        if (ready.StartsWith(Magic))
        {
            lastStart = bufferPlace + read;
            lastStartExpanded = expanded;
            starts.Enqueue((expanded, lastStart));
            from = 1;
        }

        ready = ready[..Math.Min(ready.Length, target.Length + Magic.Length)];
        int next = ready[from..].IndexOf(Magic);
        int count = next >= 0 ? from + next : hasEnded && read + ready.Length == have ? ready.Length : Math.Max(1, ready.Length - Magic.Length + 1);
        count = Math.Min(count, target.Length);
        ready[..count].CopyTo(target);
        read += count;
        return count;
    }

    /// <summary>Reads more compressed bytes, behind those that are still needed; false at their end.</summary>
    private bool Fill()
    {
        if (hasEnded) return false;
        int keep = lastStart >= bufferPlace && bufferPlace + read - lastStart <= Kept ? (int)(lastStart - bufferPlace) : read;
        buffer.AsSpan(keep, have - keep).CopyTo(buffer);
        bufferPlace += keep;
        read -= keep;
        have -= keep;
        int got = source.Read(buffer.AsSpan(have));
        have += got;
        hasEnded = got == 0;
        return got > 0;
    }

    private sealed class Compressed(GzipMembers members) : ReadOnlyStream
    {
        public override int Read(Span<byte> target) => members.Give(target);
    }
}
