// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats.Archives;

/// <summary>The block before a member of a tar archive (POSIX.1-1988, with the extensions of POSIX.1-2001 and GNU).</summary>
/// <param name="Name">Name of the member.</param>
/// <param name="Size">Bytes of its content, which follow.</param>
/// <param name="Kind">What it is: <c>0</c> a file, <c>x</c> what is told of the next member, <c>L</c> the name of the next member, and so on.</param>
internal sealed record TarHeader(string Name, long Size, char Kind)
{
    /// <summary>Bytes of a block; everything in a tar archive is a multiple of it.</summary>
    public const int BlockSize = 512;

    /// <summary>Whether its content is a file's.</summary>
    public bool IsFile => Kind is '0' or '\0' or '7';

    /// <summary>Bytes from the end of the header to that of the last block of the content.</summary>
    public long PaddedSize => (Size + BlockSize - 1) / BlockSize * BlockSize;

    /// <summary>The header in a block; null where the block is none, by its checksum.</summary>
    public static TarHeader? Of(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockSize || Number(block.Slice(148, 8)) is not { } checksum || checksum != Checksum(block)) return null;
        if (Number(block.Slice(124, 12)) is not { } size || size < 0 || size > long.MaxValue - BlockSize) return null;
        string name = Words(block[..100]);
        bool hasPrefix = block.Slice(257, 6).SequenceEqual("ustar\0"u8) && block[345] != 0;
        return new(hasPrefix ? $"{Words(block.Slice(345, 155))}/{name}" : name, size, (char)block[156]);
    }

    /// <summary>Bytes up to a NUL as text.</summary>
    public static string Words(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>A number: octal digits between spaces and NULs, or, where the first bit is set, the bytes themselves.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        long value = 0;
        if ((field[0] & 0x80) != 0)
        {
            if (field[0] != 0x80) return null;
            foreach (byte b in field[1..])
            {
                if (value >> 55 != 0) return null;
                value = (value << 8) | b;
            }

            return value;
        }

        bool hasDigits = false;
        foreach (byte b in field.Trim("\0 "u8))
        {
            if (b is < (byte)'0' or > (byte)'7') return hasDigits && b is 0 or (byte)' ' ? value : null;
            hasDigits = true;
            value = (value << 3) | (uint)(b - '0');
        }

        return value;
    }

    /// <summary>The sum of the block's bytes, those of the checksum itself counted as spaces.</summary>
    private static long Checksum(ReadOnlySpan<byte> block)
    {
        long sum = 0;
        for (int i = 0; i < BlockSize; i++) sum += i is >= 148 and < 156 ? (byte)' ' : block[i];
        return sum;
    }
}
