// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rapporteur.Formats.Decoding;

/// <summary>
/// The characters of an input, decoded strictly, in bounded memory. Invalid bytes end it: the characters before them
/// are handed out, then <see cref="Problem"/> tells where and why.
/// </summary>
internal sealed class TextDecoder : TextReader
{
    private const int Size = 1 << 16;

    private readonly InputSource source;
    private readonly SourceEncoding encoding;
    private readonly Decoder? legacy;

    // Rented: most inputs are small, and arrays of this size made for each of them are what reading them costs.
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Size);
    private char[] chars = ArrayPool<char>.Shared.Rent(Size);
    private int byteCount, charCount, charRead;
    private long byteOffset;
    private bool ended;

    /// <summary>Decodes a source from its start.</summary>
    public TextDecoder(InputSource source, SourceEncoding encoding)
    {
        this.source = source;
        this.encoding = encoding;
        legacy = encoding.IsUtf8 || encoding.IsUtf16 ? null : encoding.Encoding.GetDecoder();
        if (encoding.MarkLength > 0) source.ReadAtLeast(bytes.AsSpan(0, encoding.MarkLength), encoding.MarkLength, false);
        byteOffset = encoding.MarkLength;
    }

    /// <summary>Why the characters end early, once they have ended; null if the bytes are valid.</summary>
    public InputFault? Problem { get; private set; }

    /// <inheritdoc/>
    public override int Peek() => charRead < charCount || Fill() ? chars[charRead] : -1;

    /// <inheritdoc/>
    public override int Read() => charRead < charCount || Fill() ? chars[charRead++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (charRead >= charCount && !Fill())) return 0;
        int count = Math.Min(buffer.Length, charCount - charRead);
        chars.AsSpan(charRead, count).CopyTo(buffer);
        charRead += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        if (chars.Length > 0) ArrayPool<char>.Shared.Return(chars);
        (bytes, chars, byteCount, charCount, charRead, ended) = ([], [], 0, 0, 0, true);
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        charCount = charRead = 0;
        while (charCount == 0 && !ended)
        {
            int got = source.Read(bytes.AsSpan(byteCount));
            byteCount += got;
            int used = Decode(got == 0);
            byteOffset += used;
            bytes.AsSpan(used, byteCount - used).CopyTo(bytes);
            byteCount -= used;
            if (got > 0 && Problem is null) continue;
            ended = true;
            // Half a character before a fault of the stream is part of that fault.
            if (byteCount > 0 && source.Fault is null) Problem ??= Invalid(byteOffset);
        }

        return charCount > 0;
    }

    private int Decode(bool last)
    {
        ReadOnlySpan<byte> given = bytes.AsSpan(0, byteCount);
        if (encoding.IsUtf16) return DecodeUtf16(given);
        if (encoding.IsUtf8)
        {
            OperationStatus status = Utf8.ToUtf16(given, chars, out int read, out charCount, false, last);
            if (status == OperationStatus.InvalidData && (source.Fault is null || byteCount - read > 3)) Problem = Invalid(byteOffset + read);
            return read;
        }

        try
        {
            legacy!.Convert(given, chars, last, out int used, out charCount, out _);
            return used;
        }
        catch (DecoderFallbackException invalid)
        {
            charCount = 0;
            Problem = Invalid(byteOffset + Math.Max(0, invalid.Index));
            return 0;
        }
    }

    private int DecodeUtf16(ReadOnlySpan<byte> given)
    {
        bool isBig = encoding.Name == "UTF-16 BE";
        char At(ReadOnlySpan<byte> from, int i) => (char)(isBig ? (from[i] << 8) | from[i + 1] : (from[i + 1] << 8) | from[i]);
        int read = 0;
        while (read + 2 <= given.Length)
        {
            char c = At(given, read);
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && read + 4 > given.Length) break;
                if (char.IsLowSurrogate(c) || !char.IsLowSurrogate(At(given, read + 2)))
                {
                    Problem = new($"byte {byteOffset + read}", "there is half a surrogate pair (a lone surrogate), which is no character");
                    break;
                }

                chars[charCount++] = c;
                c = At(given, read + 2);
                read += 2;
            }

            chars[charCount++] = c;
            read += 2;
        }

        return read;
    }

    private InputFault Invalid(long offset)
        => new($"byte {offset}", $"it is not valid {encoding.Name} there; plain text is read as UTF-8, or as UTF-16 with a byte order mark");
}
