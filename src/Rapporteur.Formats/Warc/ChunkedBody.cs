// SPDX-License-Identifier: Apache-2.0

using System.Globalization;

namespace Rapporteur.Formats.Warc;

/// <summary>The body of an HTTP message that came in chunks (RFC 9112, 7.1).</summary>
internal sealed class ChunkedBody(Stream chunks) : ReadOnlyStream
{
    private const int MostOfLine = 4096;

    private long left;
    private bool hasBegun, hasEnded;

    /// <summary>Whether bytes begin with a chunk's size: crawlers may have joined the chunks and kept the field that tells of them.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        int digits = 0;
        while (digits < bytes.Length && char.IsAsciiHexDigit((char)bytes[digits])) digits++;
        return digits is > 0 and <= 16 && digits < bytes.Length && bytes[digits] is (byte)'\r' or (byte)'\n' or (byte)';' or (byte)' ';
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (hasEnded || buffer.IsEmpty) return 0;
        if (left == 0)
        {
            if (hasBegun) Line();               // the line break behind a chunk
            hasBegun = true;
            left = SizeIn(Line());
            if (left == 0)
            {
                hasEnded = true;
                return 0;
            }
        }

        int count = chunks.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        if (count == 0) throw new InvalidDataException("the last chunk is missing");
        left -= count;
        return count;
    }

    private static long SizeIn(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(';', ' ');
        return long.TryParse(end < 0 ? line : line[..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long size) && size >= 0
            ? size : throw new InvalidDataException("there is no size of a chunk");
    }

    private string Line()
    {
        Span<char> line = stackalloc char[MostOfLine];
        int length = 0;
        for (int b = chunks.ReadByte(); b != '\n'; b = chunks.ReadByte())
        {
            if (b < 0 || length == MostOfLine) throw new InvalidDataException("the last chunk is missing");
            line[length++] = (char)b;
        }

        return line[..length].TrimEnd('\r').ToString();
    }
}
