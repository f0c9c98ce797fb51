// SPDX-License-Identifier: Apache-2.0

using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Documents;

namespace Rapporteur.Store.Writing;

/// <summary>Tells, before a report is read, whether the record has it already: same text, place, options and version.</summary>
/// <remarks>Reads on a connection of its own. Not thread-safe: the runner asks from one thread.</remarks>
public sealed class KnownReports : IDisposable
{
    private readonly RecordFile file;
    private readonly SqliteConnection connection;
    private readonly string version;

    /// <summary>Looks into a record.</summary>
    /// <param name="file">The record.</param>
    /// <param name="version">What would read the reports; null for <see cref="ReaderVersion.Fingerprint"/>.</param>
    /// <exception cref="RecordException">The record can't be opened.</exception>
    public KnownReports(RecordFile file, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
        this.version = version ?? ReaderVersion.Fingerprint;
        connection = file.Connect();
    }

    /// <summary>Whether reading the document again would change nothing.</summary>
    /// <exception cref="RecordException">The record is locked or damaged.</exception>
    public bool Contains(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return file.Guard(() => connection.ExecuteScalar<long>(
            """
            SELECT count(*) FROM report JOIN appearance ON appearance.report = report.key
            WHERE report.id = @id AND report.version = @version AND report.layout >= @Layout AND appearance.input = @Name AND appearance.inputIndex = @Index
                AND appearance.optionsId = @optionsId
            """,
            new
            {
                id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text))), version, EntryRows.Layout,
                document.Input.Name, document.Input.Index, optionsId = PreparedReport.IdOf(document.Options),
            }) > 0);
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
