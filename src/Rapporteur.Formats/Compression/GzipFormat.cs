// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Compression;

/// <summary>Gzip around any other format; members that follow each other are one input. Bounded, so that a bomb goes off harmless.</summary>
internal sealed class GzipFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "gzip";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Bytes is [0x1F, 0x8B, 8, ..];

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        InputLimits limits = context.Limits;
        if (context.Depth >= limits.MaxDepth)
        {
            yield return context.Failure(null, $"compressed inputs stand more than {limits.MaxDepth} deep in one another");
            yield break;
        }

        var compressed = new GzipTail(source);
        using var expanded = new GZipStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        var inner = new InputSource(
            new EndsWhole(expanded, compressed),
            (problem, taken) => new($"byte {source.Taken}", $"gzip ends early or is damaged, after {taken} bytes of its content; what stands before was read"),
            taken => taken > limits.MaxExpandedBytes || (taken > limits.ExpansionGrace && taken > limits.MaxExpansion * source.Taken)
                ? new($"byte {source.Taken}", $"gzip expands to more than {limits.MaxExpansion} times its size, or to more than {limits.MaxExpandedBytes >> 20} MB: it is a bomb")
                : null);
        string name = context.Name;
        foreach (InputItem item in context.Nested(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, inner)) yield return item with { Name = name };
    }

    /// <summary>A gzip stream that ends without its trailer throws, as a broken one does; .NET's own ends in silence.</summary>
    private sealed class EndsWhole(GZipStream expanded, GzipTail compressed) : ReadOnlyStream
    {
        private long total;

        public override int Read(Span<byte> buffer)
        {
            int count = expanded.Read(buffer);
            total += count;
            return count > 0 || compressed.IsWhole(total) ? count : throw new IOException("the compressed bytes end early");
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

    private abstract class ReadOnlyStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
