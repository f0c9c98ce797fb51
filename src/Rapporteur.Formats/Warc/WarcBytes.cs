// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Compression;

namespace Rapporteur.Formats.Warc;

/// <summary>The bytes of a WARC archive, plain or compressed member by member, with a look ahead and the place of each.</summary>
internal sealed class WarcBytes : IDisposable
{
    /// <summary>Bytes of the longest head of a record or of an HTTP message.</summary>
    public const int MostOfHead = 1 << 16;

    private readonly byte[] buffer = new byte[MostOfHead * 2];
    private readonly Stream stream;
    private readonly GzipMembers? members;
    private readonly ExpansionBudget budget;
    private int read, have;
    private long place, begun = -1;
    private bool hasEnded;

    /// <summary>Reads an archive from its start.</summary>
    /// <param name="source">Its bytes.</param>
    /// <param name="isCompressed">Whether they are gzip.</param>
    /// <param name="budget">What they may expand to: as often their size as any input, and as much as they like, since one record after the other is read.</param>
    public WarcBytes(InputSource source, bool isCompressed, ExpansionBudget budget)
    {
        this.budget = budget;
        members = isCompressed ? new GzipMembers(source) : null;
        stream = (Stream?)members ?? source;
    }

    /// <summary>Whether the bytes end here because a compressed member is broken.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Where the next byte stands: in the file where a compressed member begins there, else in the archive's content.</summary>
    public string Place => members is null ? $"byte {place}" : members.PlaceOf(place) is { } offset ? $"byte {offset}" : $"byte {place} of the expanded content";

    /// <summary>The next bytes: at least as many as asked for, up to <see cref="MostOfHead"/>, or all there are.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (have - read < count && Fill())
        {
        }

        return buffer.AsSpan(read, have - read);
    }

    /// <summary>Goes past bytes that were looked at.</summary>
    public void Consume(int count)
    {
        read += count;
        place += count;
    }

    /// <summary>Takes down that a record begins here.</summary>
    public void Begin() => begun = place;

    /// <summary>Takes bytes.</summary>
    public int Read(Span<byte> target)
    {
        if (target.IsEmpty || (read == have && !Fill())) return 0;
        int count = Math.Min(target.Length, have - read);
        buffer.AsSpan(read, count).CopyTo(target);
        Consume(count);
        return count;
    }

    /// <summary>Goes past bytes; false where there are fewer.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (read == have && !Fill()) return false;
            int step = (int)Math.Min(count, have - read);
            Consume(step);
            count -= step;
        }

        return true;
    }

    /// <summary>Length of the head that begins here, with the empty line that ends it; 0 if there is none of at most so many bytes.</summary>
    public int LengthOfHead(long most)
    {
        int limit = (int)Math.Min(most, MostOfHead);
        for (int seen = 0; ;)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(read, Math.Min(have - read, limit));
            int from = Math.Max(0, seen - 3);
            for (int at; (at = bytes[from..].IndexOf((byte)'\n')) >= 0;)
            {
                from += at + 1;
                if (bytes[from..] is [(byte)'\n', ..]) return from + 1;
                if (bytes[from..] is [(byte)'\r', (byte)'\n', ..]) return from + 2;
            }

            seen = bytes.Length;
            if (seen >= limit || !Fill()) return 0;
        }
    }

    /// <summary>Goes past empty lines.</summary>
    public void SkipEmptyLines()
    {
        while (Peek(1) is [(byte)'\r' or (byte)'\n', ..]) Consume(1);
    }

    /// <summary>Goes to the next line that begins a record, this one left out; false if there is none before the end or a broken member.</summary>
    public bool SkipToRecord()
    {
        if (Peek(1).IsEmpty) return false;
        Consume(1);
        while (true)
        {
            ReadOnlySpan<byte> bytes = Peek(WarcHead.Start.Length + 1);
            int at = bytes.IndexOf(WarcHead.Start);
            if (at == 0 || (at > 0 && bytes[at - 1] == (byte)'\n'))
            {
                Consume(at);
                return true;
            }

            // Keeps what may be the start of one, with the line break before it.
            int step = at > 0 ? at + 1 : bytes.Length - WarcHead.Start.Length;
            if (step <= 0 && bytes.Length <= WarcHead.Start.Length)
            {
                Consume(bytes.Length);
                return false;
            }

            Consume(Math.Max(1, step));
        }
    }

    /// <summary>After a broken member, goes to the next; false if there is none.</summary>
    public bool Resume()
    {
        if (members is null || !IsBroken || !members.Resume(begun)) return false;
        place += have - read;
        read = have = 0;
        IsBroken = hasEnded = false;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => members?.Dispose();

    private bool Fill()
    {
        if (hasEnded) return false;
        if (read > 0)
        {
            buffer.AsSpan(read, have - read).CopyTo(buffer);
            have -= read;
            read = 0;
        }

        if (have == buffer.Length) return false;
        int got = 0;
        try
        {
            got = stream.Read(buffer.AsSpan(have));
        }
        catch (InvalidDataException)
        {
            IsBroken = true;
        }

        if (members is not null && !budget.Spend(got)) got = 0;
        have += got;
        hasEnded = got == 0;
        return got > 0;
    }
}
