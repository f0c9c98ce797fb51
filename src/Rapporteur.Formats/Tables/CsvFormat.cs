// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rapporteur.Documents;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Tables;

/// <summary>CSV and TSV with a header row: each row a report.</summary>
internal sealed class CsvFormat : IFormat
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public bool Matches(InputHead head)
    {
        if (head.Extension is ".csv" or ".tsv") return true;
        if (head.Extension is not "") return false;
        string first = FirstLine(head.Trimmed);
        char delimiter = DelimiterOf(first);
        string[] cells = first.Split(delimiter);
        return cells.Length >= 2 && cells.All(c => c.Trim('"', ' ').Length is > 0 and < 40) && cells.Any(c => FieldNames.Text.Contains(c.Trim('"', ' '), StringComparer.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        var head = new InputHead(source.Peek(InputHead.Size), context.Name);
        using var decoder = new TextDecoder(source, head.Encoding);
        string delimiter = DelimiterOf(FirstLine(head.Trimmed)).ToString();
        string? badData = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter, BadDataFound = found => badData = "a quotation mark stands inside a cell that is not quoted", MaxFieldSize = context.Limits.MaxLineChars,
        };
        using var csv = new CsvReader(decoder, configuration);
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
        {
            if (decoder.Problem is null && source.Fault is null) yield return context.Failure(null, "the input is empty");
        }
        else
        {
            int start = csv.Parser.RawRow + 1;
            InputItem? held = null;
            while (true)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                badData = null;
                InputItem? item = Next(csv, header, start, context, ref badData);
                if (item is null) break;
                if (held is not null) yield return held;
                held = decoder.Noted(item);
                start = csv.Parser.RawRow + 1;
            }

            // Only the last row may have been cut off where the characters end early.
            bool isCut = decoder.Problem is not null || source.Fault is not null;
            if (held is not null && !isCut) yield return held;
            if (held is null && !isCut) yield return context.Failure(null, "the table has a header row and no row below it");
        }

        if (decoder.Problem is { } problem) yield return context.Failure(problem);
    }

    private static InputItem? Next(CsvReader csv, string[] header, int line, FormatContext context, ref string? badData)
    {
        string place = $"line {line}";
        try
        {
            if (!csv.Read()) return null;
            if (badData is not null) return context.Failure(place, badData);
            if (csv.Parser.RawRecord is { } raw && raw.AsSpan().Count('"') % 2 == 1)
                return context.Failure(place, "a quoted cell that begins here is never closed");
            if (csv.Parser.Count != header.Length)
                return context.Failure(place, $"the row has {csv.Parser.Count} columns, where the header has {header.Length}");
            return FieldNames.Report(context, place, header, names => Value(csv, header, names));
        }
        catch (MaxFieldSizeException)
        {
            return context.Failure(place, $"a cell is longer than {context.Limits.MaxLineChars >> 20} million characters");
        }
    }

    private static string? Value(CsvReader csv, string[] header, string[] names)
    {
        foreach (string name in names)
        {
            int column = Array.FindIndex(header, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column >= 0) return csv.GetField(column);
        }

        return null;
    }

    private static string FirstLine(string text)
    {
        int end = text.AsSpan().IndexOfAny('\n', '\r');
        return end < 0 ? text : text[..end];
    }

    private static char DelimiterOf(string header) => Delimiters.MaxBy(d => header.AsSpan().Count(d));
}
