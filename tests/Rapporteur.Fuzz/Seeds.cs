// SPDX-License-Identifier: Apache-2.0

using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Rapporteur.Formats.Compression;

namespace Rapporteur.Fuzz;

/// <summary>Small inputs of the kinds that hold other inputs.</summary>
public static class Seeds
{
    /// <summary>Gzip around a text.</summary>
    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    /// <summary>Gzip around bytes.</summary>
    public static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(bytes);
        return target.ToArray();
    }

    /// <summary>Zstandard around a text.</summary>
    public static byte[] Zstd(string text)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(Encoding.UTF8.GetBytes(text)).ToArray();
    }

    /// <summary>Bzip2 around a text.</summary>
    public static byte[] Bzip2(string text)
    {
        using var target = new MemoryStream();
        using (var bzip2 = SharpCompress.Compressors.BZip2.BZip2Stream.Create(target, SharpCompress.Compressors.CompressionMode.Compress, false, leaveOpen: true)) bzip2.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }

    /// <summary>XZ around a text of less than 64 KB, which stands in it as it is.</summary>
    public static byte[] Xz(string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        byte[] flags = [0, 0];                                      // no check
        byte[] blockHeader = [2, 0, 0x21, 1, 16, 0, 0, 0];            // 12 bytes with its checksum; LZMA2 with a small dictionary
        byte[] lzma = [1, (byte)((content.Length - 1) >> 8), (byte)(content.Length - 1), .. content, 0];
        byte[] padding = new byte[(4 - (lzma.Length % 4)) % 4];
        byte[] index = [0, 1, .. Variable(12 + lzma.Length), .. Variable(content.Length)];
        byte[] padded = [.. index, .. new byte[(4 - (index.Length % 4)) % 4]];
        byte[] footer = [.. BitConverter.GetBytes(padded.Length / 4), .. flags];
        return
        [
            0xFD, .. "7zXZ"u8, 0, .. flags, .. Checksum(flags), .. blockHeader, .. Checksum(blockHeader), .. lzma, .. padding,
            .. padded, .. Checksum(padded), .. Checksum(footer), .. footer, .. "YZ"u8,
        ];
    }

    /// <summary>A ZIP archive of some files.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files)
        => Zip([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    /// <summary>A ZIP archive of some files.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);
                using Stream content = entry.Open();
                content.Write(bytes);
            }
        }

        return target.ToArray();
    }

    /// <summary>A tar archive of some files.</summary>
    public static byte[] Tar(params (string Name, string Text)[] files)
    {
        using var target = new MemoryStream();
        using (var tar = new TarWriter(target, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)), ModificationTime = new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero),
                });
            }
        }

        return target.ToArray();
    }

    /// <summary>A WARC record that holds an HTTP response.</summary>
    public static byte[] Response(string address, string type, string body, string status = "200 OK")
        => Record("response", address, "application/http; msgtype=response", Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{body}"));

    /// <summary>A WARC record.</summary>
    public static byte[] Record(string kind, string address, string type, byte[] block)
        =>
        [
            .. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Date: 2024-05-02T08:00:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n"),
            .. block, .. "\r\n\r\n"u8,
        ];

    /// <summary>A WARC archive of some records.</summary>
    public static byte[] Warc(params byte[][] records) => [.. records.SelectMany(r => r)];

    /// <summary>A WARC archive of some records, each gzipped by itself.</summary>
    public static byte[] WarcGzip(params byte[][] records) => [.. records.SelectMany(Gzip)];

    private static byte[] Checksum(byte[] bytes) => BitConverter.GetBytes(Crc32.Append(0, bytes));

    private static byte[] Variable(int number)
    {
        List<byte> bytes = [];
        for (; number > 0x7F; number >>= 7) bytes.Add((byte)(number | 0x80));
        return [.. bytes, (byte)number];
    }
}
