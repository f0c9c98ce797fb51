// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using Rapporteur.Formats.Compression;

namespace Rapporteur.Formats.Warc;

/// <summary>The body of an HTTP message as it was before it was sent: chunks joined, compression undone.</summary>
internal static class HttpBody
{
    /// <summary>The body; null where it is compressed in a way that is not known.</summary>
    public static InputSource? Of(HeadFields head, InputSource sent, FormatContext context)
    {
        InputSource body = sent;
        if (head["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true && ChunkedBody.Begins(sent.Peek(InputHead.Size)))
            body = new InputSource(new ChunkedBody(sent), (_, taken) => sent.Fault ?? new(null, $"its chunks end early or are damaged, after {taken} bytes; what stands before was read"));
        byte[] start = body.Peek(InputHead.Size);
        return head["Content-Encoding"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "identity" or "none" or "utf-8" => body,
            // Crawlers may have expanded the body and kept the field that tells of it.
            "gzip" or "x-gzip" => start is [0x1F, 0x8B, ..] ? Bound(new GZipStream(body, CompressionMode.Decompress), "gzip") : body,
            "deflate" => start is [0x78, ..] ? Bound(new ZLibStream(body, CompressionMode.Decompress), "deflate") : Bound(new DeflateStream(body, CompressionMode.Decompress), "deflate"),
            "br" => Bound(new BrotliStream(body, CompressionMode.Decompress), "brotli"),
            "zstd" => Bound(new DecodingStream(() => new ZstdSharp.DecompressionStream(body)), "zstd"),
            _ => null,
        };

        InputSource Bound(Stream expanded, string kind) => context.Budget.Bound(expanded, kind, body);
    }
}
