// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rapporteur.Formats.Manifests;

/// <summary>A table that tells where inputs come from: name, published, outlet, author, url, title.</summary>
/// <remarks>CSV with a header row, or a JSON array of objects with these names; <c>name</c> is needed, the rest may be left out or empty.</remarks>
public sealed class Manifest
{
    private static readonly string[] Fields = ["name", "published", "outlet", "author", "url", "title"];

    private readonly Dictionary<string, ManifestRow> rows = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private Manifest()
    {
    }

    /// <summary>What was left out of the rows, and why: a line each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>The rows that no input has asked for, in order of their lines.</summary>
    public IEnumerable<ManifestRow> Unused => rows.Values.Where(row => !used.Contains(row.Name)).OrderBy(row => row.Line);

    /// <summary>Reads a manifest.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="reader">Its text.</param>
    /// <exception cref="FormatException">It is not well formed; the message names file and line.</exception>
    public static Manifest Read(string file, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string text = reader.ReadToEnd();
        var manifest = new Manifest();
        IEnumerable<ManifestRow> rows = text.AsSpan().TrimStart() is ['[', ..] ? FromJson(file, text) : FromCsv(file, text);
        foreach (ManifestRow row in rows)
        {
            if (row.Name.Length == 0) throw new FormatException($"{file}, line {row.Line}: the column name is empty.");
            string? published = IsoDate.From(row.Published);
            if (row.Published is not null && published is null)
                manifest.notes.Add($"{file}, line {row.Line}: '{OneLine.Of(row.Published)}' is no date such as 2022-02-25 and was left out");
            if (!manifest.rows.TryAdd(row.Name, row with { Published = published })) throw new FormatException($"{file}, line {row.Line}: '{row.Name}' stands twice.");
        }

        return manifest;
    }

    /// <summary>The row for an input: by its whole name, else by its file name alone; null if there is none.</summary>
    public ManifestRow? For(string inputName)
    {
        ArgumentNullException.ThrowIfNull(inputName);
        string slashed = inputName.Replace('\\', '/');
        if (!rows.TryGetValue(slashed, out ManifestRow? row) && !rows.TryGetValue(slashed[(slashed.LastIndexOf('/') + 1)..], out row)) return null;
        used.Add(row.Name);
        return row;
    }

    private static IEnumerable<ManifestRow> FromCsv(string file, string text)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, TrimOptions = TrimOptions.Trim, BadDataFound = null };
        using var csv = new CsvReader(new StringReader(text), configuration);
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
            throw new FormatException($"{file}: it is empty; a manifest needs a header row with the column name.");
        int[] columns = [.. Fields.Select(f => Array.FindIndex(header, h => h.Trim().Equals(f, StringComparison.OrdinalIgnoreCase)))];
        if (columns[0] < 0) throw new FormatException($"{file}: there is no column name; the columns are {string.Join(", ", header)}.");
        while (csv.Read())
        {
            string? Cell(int field) => columns[field] >= 0 && csv.TryGetField(columns[field], out string? cell) && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null;
            yield return new(Cell(0) ?? "", csv.Parser.RawRow, Cell(1), Cell(2), Cell(3), Cell(4), Cell(5));
        }
    }

    private static List<ManifestRow> FromJson(string file, string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            List<ManifestRow> rows = [];
            int number = 0;
            foreach (JsonElement item in json.RootElement.EnumerateArray())
            {
                number++;
                string? Value(string field) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(field, out JsonElement value)
                    && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } found ? found : null;
                rows.Add(new(Value("name") ?? "", number, Value("published"), Value("outlet"), Value("author"), Value("url"), Value("title")));
            }

            return rows;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{file}, line {problem.LineNumber + 1}: it is not well-formed JSON.", problem);
        }
    }
}

/// <summary>A row of a manifest; what is null is not told.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Line">Line of the file, or number of the object, from 1.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Outlet">Outlet.</param>
/// <param name="Author">Author.</param>
/// <param name="Url">Canonical address.</param>
/// <param name="Title">Title.</param>
public sealed record ManifestRow(string Name, int Line, string? Published, string? Outlet, string? Author, string? Url, string? Title)
{
    /// <summary>What is known of an input, with what the manifest tells before what the input tells of itself.</summary>
    public ReadOptions Over(ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            Published = Published ?? options.Published,
            Outlet = Outlet ?? options.Outlet,
            Author = Author ?? options.Author,
            Url = Url ?? options.Url,
            Title = Title ?? options.Title,
        };
    }
}
