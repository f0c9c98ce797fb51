// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Parquet.Serialization;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Output;

/// <summary>Writes events in the forms that political scientists read. Each row tells reality and whose word it is.</summary>
internal static class EventExport
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>CSV with POLECAT's column names, ours behind them; cells that a spreadsheet would run get an apostrophe before them.</summary>
    public static void WritePolecat(Stream output, IReadOnlyList<EventRow> rows)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'', NewLine = "\n" };
        using var writer = new StreamWriter(output, leaveOpen: true);
        using var csv = new CsvWriter(writer, configuration);
        csv.WriteRecords(rows.Select(static r => new PolecatRow(r)));
    }

    /// <summary>JSON Lines with the same names.</summary>
    public static void WritePlover(Stream output, IReadOnlyList<EventRow> rows)
    {
        foreach (EventRow row in rows)
        {
            JsonSerializer.Serialize(output, new PolecatRow(row), Json);
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>Apache Parquet with the same names.</summary>
    public static async Task WriteParquetAsync(Stream output, IReadOnlyList<EventRow> rows, CancellationToken cancellation)
    {
        // Parquet ends with an index of what was written, for which it must be able to tell where it is.
        using var buffer = new MemoryStream();
        await ParquetSerializer.SerializeAsync(rows.Select(static r => new PolecatRow(r)), buffer, cancellationToken: cancellation).ConfigureAwait(false);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellation).ConfigureAwait(false);
    }
}
