// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Archives;

/// <summary>A tar archive: every file in it, as it comes. A broken header is told, and reading goes on at the next sound one.</summary>
internal sealed class TarFormat : IFormat
{
    /// <summary>Bytes of what is told of a member, beyond which it is passed over.</summary>
    private const int MaxToldBytes = 1 << 20;

    /// <inheritdoc/>
    public string Name => "tar";

    /// <inheritdoc/>
    public bool IsContainer => true;

    /// <inheritdoc/>
    public bool Matches(InputHead head) => TarHeader.Of(head.Bytes) is { Name.Length: > 0 };

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        if (context.TooDeep is { } deep)
        {
            yield return deep;
            yield break;
        }

        byte[] block = new byte[TarHeader.BlockSize];
        long offset = 0;
        bool isEmpty = true, wasBroken = false;
        string? longName = null;
        long? longSize = null;
        while (ReadBlock(source, block, context))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            long start = offset;
            offset += TarHeader.BlockSize;
            if (!block.AsSpan().ContainsAnyExcept((byte)0)) continue;      // the end, or that of one of several
            if (TarHeader.Of(block) is not { } header)
            {
                if (!wasBroken) yield return context.Failure($"byte {start}", "there is no sound header of a file; reading goes on at the next");
                wasBroken = true;
                continue;
            }

            wasBroken = false;
            if (longSize is { } told) header = header with { Size = told };
            long rest = header.PaddedSize - header.Size;
            if (header.Kind is 'x' or 'L' && header.Size <= MaxToldBytes)
            {
                byte[] words = new byte[header.Size];
                if (source.ReadAtLeast(words, words.Length, throwOnEndOfStream: false) < words.Length)
                {
                    isEmpty = false;
                    if (source.Fault is null) yield return context.Failure($"byte {start}", "the archive ends inside what it tells of a file");
                    break;
                }

                (longName, longSize) = header.Kind == 'L' ? (TarHeader.Words(words), longSize) : Told(words, longName);
            }
            else
            {
                var content = new PartStream(source, header.Size);
                var name = EntryName.Of(longName ?? header.Name);
                (longName, longSize) = (null, null);
                if (name.Harmless.Length > 0 && !name.IsHidden && header.Kind != '5')
                {
                    if (header.IsFile)
                    {
                        isEmpty = false;
                        foreach (InputItem item in ArchiveEntry.Read(name, Content(content, source, start), context)) yield return item;
                    }
                    else if (header.Kind == 'S')
                    {
                        isEmpty = false;
                        yield return ArchiveEntry.Failure(name, "it is a file with holes (sparse), which is not read", context);
                    }
                }

                rest += content.Remaining;
            }

            if (!PartStream.Skip(source, rest)) break;
            offset += header.PaddedSize;
        }

        if (isEmpty && source.Fault is null) yield return context.Failure(null, "the archive holds no files");
    }

    /// <summary>The content of a member; where the whole archive ends with a fault, that fault alone is told.</summary>
    private static InputSource Content(PartStream content, InputSource archive, long start)
        => new(content, (_, taken) => archive.Fault is not null ? new(null, "") : new($"byte {start + TarHeader.BlockSize + taken}", "the archive ends inside this file; what stands before was read"));

    private static bool ReadBlock(InputSource source, byte[] block, FormatContext context)
        => !context.Budget.IsSpent && source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) == block.Length;

    /// <summary>The name and size that a pax header tells of the next member: lines of "length key=value".</summary>
    private static (string? Name, long? Size) Told(ReadOnlySpan<byte> lines, string? name)
    {
        long? size = null;
        while (!lines.IsEmpty)
        {
            int space = lines.IndexOf((byte)' ');
            if (space <= 0 || !int.TryParse(lines[..space], NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length <= space + 1 || length > lines.Length) break;
            ReadOnlySpan<byte> line = lines[(space + 1)..(length - 1)];
            lines = lines[length..];
            if (line.StartsWith("path="u8)) name = Encoding.UTF8.GetString(line[5..]);
            else if (line.StartsWith("size="u8) && long.TryParse(line[5..], NumberStyles.None, CultureInfo.InvariantCulture, out long told) && told < long.MaxValue - TarHeader.BlockSize) size = told;
        }

        return (name, size);
    }
}
