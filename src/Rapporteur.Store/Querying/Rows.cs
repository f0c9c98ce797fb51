// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Store.Querying;

/// <summary>A report, as lists show it.</summary>
public sealed record ReportRow
{
    /// <summary>SHA-256 of the text, hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Author, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Outlet that published it first, or null.</summary>
    public string? FirstPublishedBy { get; init; }

    /// <summary>Date of publication, ISO 8601, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Language, ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the input that it was read from.</summary>
    public required string Input { get; init; }

    /// <summary>Number of its tokens that were read.</summary>
    public long Words { get; init; }

    /// <summary>Number of its statements.</summary>
    public long Statements { get; init; }

    /// <summary>In how many places it appeared.</summary>
    public long Appearances { get; init; }

    /// <summary>The text's first words.</summary>
    public required string Beginning { get; init; }
}

/// <summary>An entry with where it stands, as lists show it.</summary>
public abstract record EntryRow
{
    /// <summary>Address of the entry: the first eight digits of the report's id, a slash, the entry's id.</summary>
    public string Address => $"{Report[..8]}/{Id}";

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Id of the entry in the report: <c>s3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Outlet of the report, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Date of publication, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Name of the input.</summary>
    public required string Input { get; init; }
}

/// <summary>A statement with where it stands, as lists show it.</summary>
public sealed record StatementRow : EntryRow
{
    /// <summary>The words that name the source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the actor whom the source names, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>Id of the statement in whose content this one is told, or null.</summary>
    public string? Within { get; init; }

    /// <summary>The words that attribute it, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>The words that were said; several parts are joined by " … ".</summary>
    public required string Content { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public required string Quotation { get; init; }

    /// <summary>What is done by saying it.</summary>
    public required string Act { get; init; }

    /// <summary>1 if the text says that it was not said, else 0.</summary>
    public long Negated { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public double Confidence { get; init; }
}

/// <summary>A passage that a search found.</summary>
public sealed record PassageRow
{
    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Outlet of the report, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Date of publication, or null.</summary>
    public string? Published { get; init; }

    /// <summary>Name of the input.</summary>
    public required string Input { get; init; }

    /// <summary>Kind of the passage.</summary>
    public required string Kind { get; init; }

    /// <summary>Some words around the place, the words that were asked for between U+0002 and U+0003.</summary>
    public required string Snippet { get; init; }
}

/// <summary>How much is in a record.</summary>
public sealed record RecordTotals
{
    /// <summary>Number of reports.</summary>
    public long Reports { get; init; }

    /// <summary>Number of statements.</summary>
    public long Statements { get; init; }

    /// <summary>Number of events.</summary>
    public long Events { get; init; }

    /// <summary>Number of figures.</summary>
    public long Figures { get; init; }

    /// <summary>Number of relations.</summary>
    public long Relations { get; init; }

    /// <summary>Number of outlets.</summary>
    public long Outlets { get; init; }

    /// <summary>Number of tokens that were read.</summary>
    public long Words { get; init; }

    /// <summary>Earliest date of publication, or null.</summary>
    public string? First { get; init; }

    /// <summary>Latest date of publication, or null.</summary>
    public string? Last { get; init; }
}

/// <summary>Why passages were not read.</summary>
public sealed record UnreadRow
{
    /// <summary>The reason.</summary>
    public required string Why { get; init; }

    /// <summary>Number of passages.</summary>
    public long Passages { get; init; }
}

/// <summary>All that is needed to read a report again.</summary>
/// <param name="Id">Id of the report.</param>
/// <param name="Version">What made its entries.</param>
/// <param name="Options">What was known of it beforehand.</param>
/// <param name="Json">Its JSON, as <c>extract</c> writes it.</param>
public sealed record StoredReport(string Id, string Version, ReadOptions Options, byte[] Json);
