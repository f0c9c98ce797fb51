// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>A column of a table.</summary>
/// <typeparam name="T">The kind of row.</typeparam>
/// <param name="Name">Name, in every form of output.</param>
/// <param name="Value">The cell: text, a number, or null.</param>
/// <param name="OnScreen">Whether the table on the screen shows it; JSON and CSV show all.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value, bool OnScreen = true);

/// <summary>How rows are written.</summary>
internal enum TableForm
{
    /// <summary>A table that fits the terminal.</summary>
    Screen,

    /// <summary>A JSON array, one row a line.</summary>
    Json,

    /// <summary>CSV with a header row; cells that a spreadsheet would run as a formula get an apostrophe before them.</summary>
    Csv,
}

/// <summary>Writes rows as a table, as JSON or as CSV.</summary>
internal static class Table
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write<T>(Terminal terminal, TableForm form, IReadOnlyList<T> rows, params Column<T>[] columns)
    {
        switch (form)
        {
            case TableForm.Json:
                WriteJson(terminal.Output, rows, columns);
                break;
            case TableForm.Csv:
                WriteCsv(terminal.Output, rows, columns);
                break;
            default:
                WriteScreen(terminal.Screen, rows, columns);
                break;
        }
    }

    private static void WriteScreen<T>(IAnsiConsole screen, IReadOnlyList<T> rows, Column<T>[] columns)
    {
        if (rows.Count == 0) return;
        Column<T>[] shown = [.. columns.Where(c => c.OnScreen && rows.Any(row => c.Value(row) is not (null or "")))];
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).Expand();
        for (int i = 0; i < shown.Length; i++)
        {
            bool isShort = rows.All(row => (Text(shown[i].Value(row)) ?? "").Length <= 16);
            table.AddColumn(new TableColumn(new Text(shown[i].Name, new Style(decoration: Decoration.Bold))) { NoWrap = isShort, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (T row in rows) table.AddRow(shown.Select(c => new Text(TerminalText.Clean(Text(c.Value(row)) ?? ""))));
        screen.Write(table);
    }

    /// <summary>Writes a JSON array, one row a line.</summary>
    public static void WriteJson<T>(Stream output, IReadOnlyList<T> rows, Column<T>[] columns)
    {
        output.Write("["u8);
        for (int i = 0; i < rows.Count; i++)
        {
            output.Write(i == 0 ? "\n"u8 : ",\n"u8);
            using var json = new Utf8JsonWriter(output, Json);
            json.WriteStartObject();
            foreach (Column<T> column in columns)
            {
                json.WritePropertyName(column.Name);
                switch (column.Value(rows[i]))
                {
                    case null:
                        json.WriteNullValue();
                        break;
                    case bool flag:
                        json.WriteBooleanValue(flag);
                        break;
                    case long number:
                        json.WriteNumberValue(number);
                        break;
                    case double number:
                        json.WriteNumberValue(number);
                        break;
                    case var other:
                        json.WriteStringValue(Text(other));
                        break;
                }
            }

            json.WriteEndObject();
            json.Flush();
        }

        output.Write("\n]\n"u8);
        output.Flush();
    }

    private static void WriteCsv<T>(Stream output, IReadOnlyList<T> rows, Column<T>[] columns)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, InjectionEscapeCharacter = '\'', NewLine = "\n" };
        using var writer = new StreamWriter(output, leaveOpen: true);
        using var csv = new CsvWriter(writer, configuration);
        foreach (Column<T> column in columns) csv.WriteField(column.Name);
        csv.NextRecord();
        foreach (T row in rows)
        {
            foreach (Column<T> column in columns) csv.WriteField(Text(column.Value(row)));
            csv.NextRecord();
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        double number => number.ToString("0.###", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
