// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Compression;

/// <summary>Bytes from a decoder of others, opened at the first read; whatever it throws at damaged bytes becomes one kind of fault.</summary>
/// <param name="open">Opens the decoder, which may read already.</param>
internal sealed class DecodingStream(Func<Stream> open) : ReadOnlyStream
{
    private Stream? decoder;

    /// <summary>Compressed bytes for a decoder that asks for them one by one.</summary>
    public static Stream Buffered(Stream compressed) => new BufferedStream(compressed, 1 << 16);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            decoder ??= open();
            return decoder.Read(buffer);
        }
#pragma warning disable CA1031 // Decoders meet damaged bytes with exceptions of all kinds; each means the same here.
        catch (Exception damage) when (damage is not (OperationCanceledException or IOException or InvalidDataException))
        {
            throw new InvalidDataException("the compressed bytes are damaged", damage);
        }
#pragma warning restore CA1031
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        decoder?.Dispose();
        base.Dispose(disposing);
    }
}
