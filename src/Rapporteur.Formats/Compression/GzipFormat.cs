// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;

namespace Rapporteur.Formats.Compression;

/// <summary>Gzip; members that follow each other are one input.</summary>
internal sealed class GzipFormat() : CompressedFormat("gzip", (".gz", ""), (".tgz", ".tar"))
{
    /// <inheritdoc/>
    public override bool Matches(InputHead head) => head.Bytes is [0x1F, 0x8B, 8, ..];

    /// <inheritdoc/>
    protected override Stream Expand(InputSource compressed)
    {
        var tail = new GzipTail(compressed);
        return new EndsWhole(new GZipStream(tail, CompressionMode.Decompress, leaveOpen: true), tail);
    }

    /// <summary>A gzip stream that ends without its trailer throws, as a broken one does; .NET's own ends in silence.</summary>
    private sealed class EndsWhole(GZipStream expanded, GzipTail compressed) : ReadOnlyStream
    {
        private long total;

        public override int Read(Span<byte> buffer)
        {
            int count = expanded.Read(buffer);
            total += count;
            return count > 0 || compressed.IsWhole(total) ? count : throw new EndOfStreamException("the compressed bytes end early");
        }

        protected override void Dispose(bool disposing)
        {
            expanded.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Keeps the last bytes of what was read: a gzip member ends with the length of its content (RFC 1952, 2.3.1).</summary>
    private sealed class GzipTail(Stream source) : ReadOnlyStream
    {
        private uint lastFour;
        private int members;
        private uint lastThree;

        public override int Read(Span<byte> buffer)
        {
            int count = source.Read(buffer);
            foreach (byte b in buffer[..count])
            {
                lastFour = (lastFour >> 8) | ((uint)b << 24);
                lastThree = ((lastThree << 8) | b) & 0xFFFFFF;
                if (lastThree == 0x1F8B08) members++;
            }

            return count;
        }

        /// <summary>Whether the last four bytes are the length of the content, or of the last of several members.</summary>
        public bool IsWhole(long total) => lastFour == (uint)total || (members > 1 && lastFour < total);
    }
}
