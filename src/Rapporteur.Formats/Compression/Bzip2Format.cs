// SPDX-License-Identifier: Apache-2.0

using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace Rapporteur.Formats.Compression;

/// <summary>Bzip2; streams that follow each other are one input.</summary>
internal sealed class Bzip2Format() : CompressedFormat("bzip2", (".bz2", ""), (".tbz2", ".tar"), (".tbz", ".tar"))
{
    /// <inheritdoc/>
    public override bool Matches(InputHead head)
        => head.Bytes is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..] or [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x17, 0x72, 0x45, 0x38, 0x50, 0x90, ..];

    /// <inheritdoc/>
    protected override Stream Expand(InputSource compressed)
        => new DecodingStream(() => BZip2Stream.Create(DecodingStream.Buffered(compressed), CompressionMode.Decompress, decompressConcatenated: true, leaveOpen: true));
}
