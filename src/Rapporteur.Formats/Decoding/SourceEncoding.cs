// SPDX-License-Identifier: Apache-2.0

using System.Buffers.Binary;
using System.Text;

namespace Rapporteur.Formats.Decoding;

/// <summary>How the bytes of an input stand for characters.</summary>
/// <param name="Name">For people: "UTF-8".</param>
/// <param name="Encoding">The encoding, which throws at invalid bytes.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
internal sealed record SourceEncoding(string Name, Encoding Encoding, int MarkLength)
{
    /// <summary>UTF-8 without a mark.</summary>
    public static SourceEncoding Utf8 { get; } = new("UTF-8", new UTF8Encoding(false, true), 0);

    private static readonly Encoding LittleEndian = new UnicodeEncoding(false, false, true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(true, false, true);
    private static readonly Encoding WideLittleEndian = new UTF32Encoding(false, false, true);
    private static readonly Encoding WideBigEndian = new UTF32Encoding(true, false, true);

    /// <summary>Whether it is UTF-8.</summary>
    public bool IsUtf8 => Name == "UTF-8";

    /// <summary>Whether it is UTF-16, in either order.</summary>
    public bool IsUtf16 => Name.StartsWith("UTF-16", StringComparison.Ordinal);

    /// <summary>Whether it is UTF-32, in either order.</summary>
    public bool IsUtf32 => Name.StartsWith("UTF-32", StringComparison.Ordinal);

    /// <summary>
    /// Tells it by the mark, else by the NULs that text in UTF-32 has in every four bytes and Latin text in UTF-16 in every two, else by the
    /// few values that the upper halves of other letters have; else UTF-8.
    /// </summary>
    public static SourceEncoding Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8 with { MarkLength = 3 },
        [0xFF, 0xFE, 0, 0, ..] => new("UTF-32 LE", WideLittleEndian, 4),
        [0, 0, 0xFE, 0xFF, ..] => new("UTF-32 BE", WideBigEndian, 4),
        [0xFF, 0xFE, ..] => new("UTF-16 LE", LittleEndian, 2),
        [0xFE, 0xFF, ..] => new("UTF-16 BE", BigEndian, 2),
        _ when HoldsCodePoints(head, 3) => new("UTF-32 LE", WideLittleEndian, 0),
        _ when HoldsCodePoints(head, 0) => new("UTF-32 BE", WideBigEndian, 0),
        _ when HasNulsAtEveryOther(head, 1) => new("UTF-16 LE", LittleEndian, 0),
        _ when HasNulsAtEveryOther(head, 0) => new("UTF-16 BE", BigEndian, 0),
        _ when HasFewUpperHalves(head, 1) => new("UTF-16 LE", LittleEndian, 0),
        _ when HasFewUpperHalves(head, 0) => new("UTF-16 BE", BigEndian, 0),
        _ => Utf8,
    };

    /// <summary>The encoding of a label, as pages and feeds declare it; null if it is unknown.</summary>
    public static SourceEncoding? Of(string label)
    {
        string name = label.Trim().ToLowerInvariant();
        if (name is "utf-8" or "utf8") return Utf8;
        // What calls itself Latin-1 or ASCII is read as Windows-1252, as browsers do.
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii") name = "windows-1252";
        try
        {
            Encoding? found = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            // A declaration that could be read byte by byte is not in UTF-16, UTF-32 or UTF-7, whatever it says.
            return found.CodePage is 1200 or 1201 or 12000 or 12001 or 65000 or 65001 ? Utf8 : new(name, found, 0);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding that came with a source, which goes before what the bytes look like unless they begin with a mark; null where none came, or an unknown one.</summary>
    public SourceEncoding? Told(InputSource source) => MarkLength == 0 && !IsUtf16 && source.Charset is { } charset ? Of(charset) : null;

    /// <summary>The bytes as text, without the mark, what is invalid replaced by U+FFFD.</summary>
    public string DecodeLoosely(ReadOnlySpan<byte> bytes)
    {
        var loose = (Encoding)Encoding.Clone();
        loose.DecoderFallback = DecoderFallback.ReplacementFallback;
        return loose.GetString(bytes[MarkLength..]);
    }

    /// <summary>Whether every four bytes are a code point, the highest byte of which is at a place among them.</summary>
    private static bool HoldsCodePoints(ReadOnlySpan<byte> head, int highest)
    {
        if (head.Length < 8) return false;
        int second = highest == 3 ? 2 : 1;
        for (int i = 0; i + 4 <= head.Length; i += 4)
        {
            if (head[i + highest] != 0 || head[i + second] > 0x10) return false;
            uint value = highest == 3 ? BinaryPrimitives.ReadUInt32LittleEndian(head[i..]) : BinaryPrimitives.ReadUInt32BigEndian(head[i..]);
            if (!Rune.IsValid(value) || (value < ' ' && value is not ('\t' or '\n' or '\r' or '\f'))) return false;
        }

        return true;
    }

    /// <summary>Whether nearly all upper halves are one value or that of blanks and commas, while the lower ones are many: an alphabet in UTF-16.</summary>
    private static bool HasFewUpperHalves(ReadOnlySpan<byte> head, int parity)
    {
        if (head.Length < 40 || head.IndexOf((byte)0) < 0) return false;
        Span<int> upper = stackalloc int[256], lower = stackalloc int[256];
        int pairs = head.Length / 2, kinds = 0;
        for (int i = 0; i < pairs; i++)
        {
            upper[head[(2 * i) + parity]]++;
            if (lower[head[(2 * i) + 1 - parity]]++ == 0) kinds++;
        }

        int basic = upper[0], most = 0;
        for (int value = 1; value < 0x20; value++) most = Math.Max(most, upper[value]);
        return lower[0] == 0 && basic > 0 && most > basic && (basic + most) * 100 >= pairs * 97 && kinds >= 8;
    }

    private static bool HasNulsAtEveryOther(ReadOnlySpan<byte> head, int parity)
    {
        int nuls = 0, pairs = head.Length / 2;
        for (int i = 0; i < pairs * 2; i++)
        {
            if (head[i] != 0) continue;
            if ((i & 1) != parity) return false;
            nuls++;
        }

        return pairs >= 2 && nuls * 10 >= pairs * 7;
    }
}
