// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Decoding;

/// <summary>
/// The characters of an input, decoded strictly, in bounded memory. Invalid bytes end it: the characters before them
/// are handed out, then <see cref="Problem"/> tells where and why. One that replaces puts U+FFFD in their place, and goes on.
/// Where UTF-8 is only supposed, and its first character beyond ASCII is none, another encoding is looked for first.
/// </summary>
internal sealed class TextDecoder : TextReader
{
    private const int Size = 1 << 16;

    private readonly InputSource source;
    private readonly SourceEncoding encoding;
    private Decoder? general;
    private readonly CountedReplacement replacement = new();

    // Rented: most inputs are small, and arrays of this size made for each of them are what reading them costs.
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Size);
    private char[] chars = ArrayPool<char>.Shared.Rent(Size);
    private int byteCount, charCount, charRead;
    private long byteOffset;
    private bool ended, hasLongCharacters;
    private string? note;

    /// <summary>Decodes a source from its start.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="encoding">What they are encoded in.</param>
    /// <param name="replaces">Whether invalid bytes are replaced and counted, and no other encoding looked for; always, in encodings other than UTF-8 and UTF-16.</param>
    public TextDecoder(InputSource source, SourceEncoding encoding, bool replaces = false)
    {
        this.source = source;
        this.encoding = encoding;
        if (replaces || !(encoding.IsUtf8 || encoding.IsUtf16)) general = Replacing(encoding);
        if (encoding.MarkLength > 0) source.ReadAtLeast(bytes.AsSpan(0, encoding.MarkLength), encoding.MarkLength, false);
        byteOffset = encoding.MarkLength;
    }

    /// <summary>Why the characters end early, once they have ended; null if the bytes are valid.</summary>
    public InputFault? Problem { get; private set; }

    /// <summary>How many times invalid bytes were replaced.</summary>
    public int Replaced => replacement.Count;

    /// <summary>Where the first invalid bytes stand that were replaced, or null.</summary>
    public long? FirstReplaced { get; private set; }

    /// <summary>That an encoding was assumed, once it was, and once: for the note of the text that is made of the characters.</summary>
    public string? TakeNote()
    {
        string? told = note;
        note = null;
        return told;
    }

    /// <summary>An item made of the characters, with <see cref="TakeNote"/> in its note if it is a text.</summary>
    public InputItem Noted(InputItem item) => note is not null && item is InputText text ? text with { Note = Notes.Join(text.Note, TakeNote()) } : item;

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
        if (general is not null) return DecodeGenerally(given, last);
        if (encoding.IsUtf16) return DecodeUtf16(given);
        OperationStatus status = Utf8.ToUtf16(given, chars, out int read, out charCount, false, last);
        hasLongCharacters |= charCount < read;
        if (status != OperationStatus.InvalidData || (source.Fault is not null && byteCount - read <= 3)) return read;
        if (encoding.MarkLength > 0 || hasLongCharacters || !Assume(read))
        {
            Problem = Invalid(byteOffset + read);
            return read;
        }

        return charCount > 0 ? read : DecodeGenerally(bytes.AsSpan(0, byteCount), last);
    }

    /// <summary>Goes on in the encoding that the bytes at hand seem to be in, if that can be told; up to there they are ASCII, which stands in all of them.</summary>
    private bool Assume(int invalidAt)
    {
        for (int got = 1; got > 0 && byteCount < Size / 2; byteCount += got) got = source.Read(bytes.AsSpan(byteCount, (Size / 2) - byteCount));
        if (EncodingGuess.Of(bytes.AsSpan(0, byteCount)) is not { } found) return false;
        general = Replacing(found);
        note = $"it declares no encoding and is not valid UTF-8 at byte {byteOffset + invalidAt}; {found.Name} was assumed";
        return true;
    }

    private Decoder Replacing(SourceEncoding given)
    {
        // Not the decoder's own fallback: those of East Asian encodings do not ask it.
        var replacing = (Encoding)given.Encoding.Clone();
        replacing.DecoderFallback = replacement;
        return replacing.GetDecoder();
    }

    private int DecodeGenerally(ReadOnlySpan<byte> given, bool last)
    {
        // Half a character before a fault of the stream is part of that fault.
        general!.Convert(given, chars, last && source.Fault is null, out int used, out charCount, out _);
        if (replacement.Count > 0) FirstReplaced ??= byteOffset + Math.Max(0, replacement.FirstIndex);
        return used;
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
        => new($"byte {offset}", $"it is not valid {encoding.Name} there, and which other encoding it is in can't be told with certainty");
}
