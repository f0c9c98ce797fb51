// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Text;

/// <summary>Inputs that are no text: told by their first bytes and refused by name.</summary>
internal sealed class BinaryRefusal : IFormat
{
    private static readonly (byte[] Magic, string Kind)[] Kinds =
    [
        ([0x89, .. "PNG"u8], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([.. "GIF8"u8], "a GIF picture"),
        ([0x7F, .. "ELF"u8], "a program (ELF)"),
        ([.. "SQLite format 3\0"u8], "an SQLite database"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7-Zip archive"),
        ([.. "Rar!\u001a"u8], "a RAR archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file (or a new one with a password)"),
        ([.. "{\\rtf"u8], "an RTF document"),
        ([.. "OggS"u8], "an Ogg recording"),
        ([.. "ID3"u8], "an MP3 recording"),
        ([.. "RIFF"u8], "a RIFF file (sound, video or WebP)"),
    ];

    /// <inheritdoc/>
    public string Name => "binary";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => Kind(head) is not null;

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        string kind = Kind(new InputHead(source.Peek(InputHead.Size), context.Name)) ?? "binary data";
        yield return context.Failure(null, $"it is {kind}, not a text");
    }

    private static string? Kind(InputHead head)
    {
        foreach ((byte[] magic, string kind) in Kinds)
        {
            if (head.Bytes.AsSpan().StartsWith(magic)) return kind;
        }

        return !(head.Encoding.IsUtf16 || head.Encoding.IsUtf32) && Array.IndexOf(head.Bytes, (byte)0) is >= 0 and int nul ? $"binary data (a NUL at byte {nul})" : null;
    }
}
