// SPDX-License-Identifier: Apache-2.0

using System.IO.Compression;
using Rapporteur.Documents;
using Rapporteur.Formats.Compression;

namespace Rapporteur.Formats.Archives;

/// <summary>A ZIP archive: every file in it, in the order of its directory. Nothing is written to disk.</summary>
internal sealed class ZipFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "zip";

    /// <inheritdoc/>
    public bool IsContainer => true;

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (ZipArchive? archive, InputFailure? refused) = context.TooDeep is { } deep ? (null, deep) : Open(source, context);
        if (archive is null)
        {
            if (refused is not null) yield return refused;
            yield break;
        }

        using (archive)
        {
            bool isEmpty = true;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var name = EntryName.Of(entry.FullName);
                if (name.Harmless.Length == 0 || name.IsHidden) continue;
                isEmpty = false;
                foreach (InputItem item in ReadEntry(entry, name, source, context)) yield return item;
                if (context.Budget.IsSpent) yield break;
            }

            if (isEmpty) yield return context.Failure(null, "the archive holds no files");
        }
    }

    private static IEnumerable<InputItem> ReadEntry(ZipArchiveEntry entry, EntryName name, InputSource source, FormatContext context)
    {
        (Stream? content, string? problem) = Open(entry);
        if (content is null)
        {
            yield return ArchiveEntry.Failure(name, problem!, context);
            yield break;
        }

        using var whole = new Checked(content, entry.Crc32);
        foreach (InputItem item in ArchiveEntry.Read(name, context.Budget.Bound(whole, "ZIP", source), context)) yield return item;
    }

    /// <summary>The archive; null with no failure where the source's own fault tells why.</summary>
    private static (ZipArchive? Archive, InputFailure? Failure) Open(InputSource source, FormatContext context)
    {
        Stream? seekable = source.TakeSeekable(context.Limits.MaxSpooledBytes);
        if (seekable is null)
        {
            return source.Fault is not null ? (null, null)
                : (null, context.Failure(null, $"a ZIP archive that comes from a stream or stands inside another is read up to {context.Limits.MaxSpooledBytes >> 20} MB; save it as a file of its own"));
        }

        try
        {
            var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries;            // reads the directory
            return (archive, null);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return (null, context.Failure(null, $"the ZIP archive's directory is missing or damaged, as in a file that was cut short: {OneLine.Of(damage.Message)}"));
        }
    }

    private static (Stream? Content, string? Problem) Open(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted) return (null, "it is encrypted; unpack it with its password first");
        try
        {
            return (entry.Open(), null);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return (null, $"this file in the archive can't be opened: {OneLine.Of(damage.Message)}");
        }
    }

    private static bool IsDamage(Exception problem) => problem is IOException or InvalidDataException or ArgumentException or NotSupportedException or OverflowException;

    /// <summary>Throws at the end of bytes that are not those that were put into the archive.</summary>
    private sealed class Checked(Stream content, uint expected) : ReadOnlyStream
    {
        private uint checksum;

        public override int Read(Span<byte> buffer)
        {
            int count = content.Read(buffer);
            checksum = Crc32.Append(checksum, buffer[..count]);
            return count > 0 || buffer.IsEmpty || checksum == expected ? count : throw new InvalidDataException("the checksum is another");
        }

        protected override void Dispose(bool disposing)
        {
            content.Dispose();
            base.Dispose(disposing);
        }
    }
}
