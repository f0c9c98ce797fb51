// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats;

/// <summary>The start of an input, by which its format is told.</summary>
internal sealed class InputHead
{
    /// <summary>Bytes looked at.</summary>
    public const int Size = 4096;

    /// <summary>Looks at the first bytes of an input.</summary>
    public InputHead(byte[] bytes, string name)
    {
        Bytes = bytes;
        string slashed = name.Replace('\\', '/').ToLowerInvariant();
        string file = slashed[(slashed.LastIndexOf('/') + 1)..];
        Extension = file.LastIndexOf('.') is > 0 and int dot ? file[dot..] : "";
        Encoding = SourceEncoding.Detect(bytes);
        Text = Encoding.DecodeLoosely(bytes);
        Trimmed = Text.TrimStart();
    }

    /// <summary>The bytes, at most <see cref="Size"/>.</summary>
    public byte[] Bytes { get; }

    /// <summary>The file name's last extension in lower case, with its dot; empty if it has none.</summary>
    public string Extension { get; }

    /// <summary>How the bytes seem to be encoded.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>The bytes as text, what is invalid replaced; not for keeping.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> without the white space before it.</summary>
    public string Trimmed { get; }

    /// <summary>Whether the text starts so, letter case and white space before it ignored.</summary>
    public bool StartsWith(string start) => Trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text has this in it, letter case ignored.</summary>
    public bool Contains(string part) => Text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
