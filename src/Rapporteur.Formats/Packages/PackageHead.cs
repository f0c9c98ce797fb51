// SPDX-License-Identifier: Apache-2.0

using System.Buffers.Binary;
using System.Text;

namespace Rapporteur.Formats.Packages;

/// <summary>What the start of a ZIP file tells of its parts: the names of the first of them, and the media type where the first holds one.</summary>
internal sealed class PackageHead
{
    private const int HeaderLength = 30;
    private const int NameLengthAt = 26;

    private readonly List<string> names = [];

    /// <summary>Looks at the first bytes of an input.</summary>
    public PackageHead(InputHead head)
    {
        ReadOnlySpan<byte> bytes = head.Bytes;
        if (!bytes.StartsWith("PK\u0003\u0004"u8)) return;
        while (bytes.IndexOf("PK\u0003\u0004"u8) is >= 0 and int at && at + HeaderLength <= bytes.Length)
        {
            bytes = bytes[at..];
            int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[NameLengthAt..]), extra = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(NameLengthAt + 2)..]);
            bytes = bytes[HeaderLength..];
            if (length > bytes.Length) break;
            string name = Encoding.UTF8.GetString(bytes[..length]);
            if (names.Count == 0 && name == "mimetype" && length + extra <= bytes.Length) MediaType = Ascii(bytes[(length + extra)..]);
            names.Add(name);
        }
    }

    /// <summary>The media type that the first part tells; empty if it is no such part.</summary>
    public string MediaType { get; } = "";

    /// <summary>Whether one of the first parts is called so, or is in a folder that is (with its slash).</summary>
    public bool Has(params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            foreach (string name in names)
            {
                if (part[^1] == '/' ? name.StartsWith(part, StringComparison.Ordinal) : name == part) return true;
            }
        }

        return false;
    }

    private static string Ascii(ReadOnlySpan<byte> bytes)
    {
        int end = 0;
        while (end < bytes.Length && end < 100 && (char.IsAsciiLetterOrDigit((char)bytes[end]) || bytes[end] is (byte)'/' or (byte)'.' or (byte)'-' or (byte)'+')) end++;
        // The next part's header begins right behind it, with the letters PK.
        string type = Encoding.ASCII.GetString(bytes[..end]);
        return type.EndsWith("PK", StringComparison.Ordinal) ? type[..^2] : type;
    }
}
