// SPDX-License-Identifier: Apache-2.0

using SharpCompress.Compressors.Xz;

namespace Rapporteur.Formats.Compression;

/// <summary>XZ; streams that follow each other, and zeros between them, are one input.</summary>
internal sealed class XzFormat() : CompressedFormat("xz", (".xz", ""), (".txz", ".tar"))
{
    private const byte FirstOfMagic = 0xFD;

    /// <summary>What the dictionary's size is told as, at most: 128 MB, twice that of <c>xz -9</c>.</summary>
    private const byte MaxDictionary = 30;

    private const byte Lzma2 = 0x21;

    /// <inheritdoc/>
    public override bool Matches(InputHead head) => head.Bytes is [FirstOfMagic, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..];

    /// <inheritdoc/>
    protected override Stream Expand(InputSource compressed)
    {
        bool isHuge = HasHugeDictionary(compressed.Peek(InputHead.Size));
        return new DecodingStream(() => isHuge ? throw new InvalidDataException("its dictionary is larger than 128 MB") : new Streams(DecodingStream.Buffered(compressed)));
    }

    /// <summary>Whether the first block's last filter asks for more memory than is given (XZ file format, 3.1 and 5.3.1).</summary>
    private static bool HasHugeDictionary(ReadOnlySpan<byte> head)
    {
        if (head.Length < 24 || head[12] == 0) return false;
        ReadOnlySpan<byte> header = head[12..Math.Min(head.Length, 12 + ((head[12] + 1) * 4))];
        for (int at = 2; at + 2 < header.Length; at++)
        {
            if (header[at] == Lzma2 && header[at + 1] == 1) return header[at + 2] > MaxDictionary;
        }

        return false;
    }

    private sealed class Streams(Stream source) : ReadOnlyStream
    {
        /// <summary>The decoder reads into arrays alone.</summary>
        private readonly byte[] bytes = new byte[1 << 16];
        private XZStream? current = new(new Counted(null, source));

        public override int Read(Span<byte> buffer)
        {
            while (current is not null)
            {
                int count = current.Read(bytes, 0, Math.Min(buffer.Length, bytes.Length));
                if (count > 0)
                {
                    bytes.AsSpan(0, count).CopyTo(buffer);
                    return count;
                }

                current = Next();
            }

            return 0;
        }

        private XZStream? Next()
        {
            int first = source.ReadByte();
            while (first == 0) first = source.ReadByte();
            return first < 0 ? null : first == FirstOfMagic ? new(new Counted(FirstOfMagic, source)) : throw new InvalidDataException("there is something else behind its end");
        }

        protected override void Dispose(bool disposing)
        {
            current?.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>The bytes of one stream, of which the first may be read already. The decoder asks how many it took.</summary>
    private sealed class Counted(byte? first, Stream rest) : ReadOnlyStream
    {
        private long position;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty) return 0;
            int count = 1;
            if (position == 0 && first is { } known) buffer[0] = known;
            else count = rest.Read(buffer);
            position += count;
            return count;
        }
    }
}
