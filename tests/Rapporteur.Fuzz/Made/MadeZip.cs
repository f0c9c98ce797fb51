// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using System.Text;

namespace Rapporteur.Fuzz.Made;

/// <summary>ZIP files made by code, the same bytes every time.</summary>
public static class MadeZip
{
    private static readonly DateTimeOffset Day = new(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A ZIP file of some parts; "mimetype" is stored, as the formats that begin with it ask for.</summary>
    public static byte[] Of(CompressionLevel level, params IEnumerable<(string Name, string Content)> parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : level);
                entry.LastWriteTime = Day;
                using Stream stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return target.ToArray();
    }
}
