// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Compression;

/// <summary>The checksum of ZIP and gzip (ISO 3309).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum with some more bytes; that of nothing is 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
        uint value = ~checksum;
        foreach (byte b in bytes) value = table[(byte)(value ^ b)] ^ (value >> 8);
        return ~value;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            table[i] = value;
        }

        return table;
    }
}
