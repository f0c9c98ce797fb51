// SPDX-License-Identifier: Apache-2.0

using ZstdSharp;

namespace Rapporteur.Formats.Compression;

/// <summary>Zstandard; frames that follow each other are one input. A frame that needs more than 128 MB of memory is refused, as zstd itself does.</summary>
internal sealed class ZstdFormat() : CompressedFormat("zstd", (".zst", ""), (".zstd", ""), (".tzst", ".tar"))
{
    /// <inheritdoc/>
    public override bool Matches(InputHead head) => head.Bytes is [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..];

    /// <inheritdoc/>
    protected override Stream Expand(InputSource compressed) => new DecodingStream(() => new DecompressionStream(compressed, checkEndOfStream: true, leaveOpen: true));
}
