// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>How much of an input is read before it is refused or cut.</summary>
/// <remarks>Immutable; safe to share between threads. The defaults suit any news text met in practice.</remarks>
public sealed record InputLimits
{
    /// <summary>The defaults.</summary>
    public static InputLimits Default { get; } = new();

    /// <summary>UTF-16 code units of a plain text beyond which it is cut into parts; at least 2.</summary>
    public int MaxReportChars { get; init; } = 500_000;

    /// <summary>Bytes of an HTML page, or UTF-16 code units of the HTML in a feed's entry, beyond which it is refused.</summary>
    public int MaxHtmlBytes { get; init; } = 16 << 20;

    /// <summary>Nesting of tags beyond which an HTML page is refused.</summary>
    public int MaxHtmlDepth { get; init; } = 500;

    /// <summary>Elements of an HTML page beyond which no article is looked for in it, which takes time that grows with their square: the whole page is read.</summary>
    public int MaxArticleElements { get; init; } = 20_000;

    /// <summary>Bytes of a document (PDF, Word, OpenDocument, EPUB) or of one mail, and of all that its parts expand to, beyond which it is refused; at most 1 GB.</summary>
    public long MaxDocumentBytes { get; init; } = 128 << 20;

    /// <summary>Bytes that one compressed input, or one file in an archive, may expand to.</summary>
    public long MaxExpandedBytes { get; init; } = 1L << 30;

    /// <summary>How many times the size of the input around them all compressed inputs may expand to together, once past <see cref="ExpansionGrace"/>.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Bytes that compressed inputs may expand to, whatever their compressed size.</summary>
    public long ExpansionGrace { get; init; } = 10_000_000;

    /// <summary>Archives and compressed inputs inside one another.</summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>Bytes of a ZIP archive that is no file of its own (from a stream, or inside another input), beyond which it is refused: it is kept in memory.</summary>
    public int MaxSpooledBytes { get; init; } = 256 << 20;

    /// <summary>Bytes of one line of JSON Lines, or UTF-16 code units of one cell of a table, beyond which it is skipped.</summary>
    public int MaxLineChars { get; init; } = 64 << 20;
}
