// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats;

/// <summary>What the caller knows of the inputs' format. All of it is optional.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record FormatOptions
{
    /// <summary>The column or field that holds the text, letter case ignored; null for the first of text, body, content, article, story.</summary>
    public string? TextField { get; init; }

    /// <summary>
    /// Name of the format to read every input as (text, markdown, html, feed, json, jsonl, csv, docx, odt, epub, pdf, eml, mbox); null to tell it from
    /// the content. What holds other inputs (gzip, zstd, xz, bzip2, zip, tar, warc) is opened all the same. An unknown name makes each input a failure.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>Which records of WARC archives are read, so that several processes can share one; null for all.</summary>
    public RecordRange? Records { get; init; }
}
