// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Rapporteur.Documents;

namespace Rapporteur.Lexicons;

/// <summary>A user's own actors: a CSV file with the columns <c>name</c>, <c>code</c>, <c>kind</c>, <c>from</c>, <c>to</c>.</summary>
/// <remarks>
/// Only <c>name</c> and <c>code</c> are required; other columns are ignored. A code may hold a country and a sector of PLOVER
/// (<c>RUSGOV</c>, <c>RUS GOV</c>), a sector alone, or any code of the user's own, which then stands in the country's place.
/// A name of four letters or more that stands in capitals is found however the text writes it, with a capital first.
/// <c>from</c> and <c>to</c> are years or ISO dates, inclusive. The columns are divided by commas, semicolons or tabs, as the header is.
/// </remarks>
internal sealed class UserActorList
{
    private readonly FrozenDictionary<string, ActorEntry[]>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly FrozenDictionary<string, ActorEntry[]>.AlternateLookup<ReadOnlySpan<char>> headlines;

    /// <summary>Names that the list has in capitals, as PETRARCH's lists have all: the text may write them with small letters after the first.</summary>
    private readonly FrozenDictionary<string, ActorEntry[]>.AlternateLookup<ReadOnlySpan<char>> capitals;

    private UserActorList(Dictionary<string, List<ActorEntry>> found, int count)
    {
        names = found.ToFrozenDictionary(static n => n.Key, static n => n.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        headlines = ActorLexicon.Capitals(found).GetAlternateLookup<ReadOnlySpan<char>>();
        capitals = found.Where(static n => ActorLexicon.IsHeadline(n.Key)).GroupBy(static n => n.Key, static n => n.Value.ToArray(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static n => n.Key, static n => n.First(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Count = count;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="reader">Its text.</param>
    /// <exception cref="FormatException">The header or a row is not well formed; the message says where.</exception>
    public static UserActorList Read(string file, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        CsvRows rows = new(file, reader.ReadToEnd());
        if (!rows.Next()) throw new FormatException($"{file}: the list of actors is empty.");
        int name = rows.Column("name") ?? throw rows.Error("there is no column 'name'");
        int code = rows.Column("code") ?? throw rows.Error("there is no column 'code'");
        int? kind = rows.Column("kind");
        int? from = rows.Column("from");
        int? to = rows.Column("to");
        int columns = rows.Cells.Count;
        Dictionary<string, List<ActorEntry>> found = new(StringComparer.Ordinal);
        int count = 0;
        while (rows.Next())
        {
            if (rows.Cells.Count != columns) throw rows.Error($"{rows.Cells.Count} columns, where the header has {columns}");
            string actorName = rows.Cells[name];
            string key = ActorKey.Of(actorName);
            if (key.Length == 0) throw rows.Error(actorName.Length == 0 ? "there is no name" : $"the name is longer than {ActorKey.Longest} characters");
            (string? country, string? sector) = Split(rows, rows.Cells[code]);
            (DateOnly First, DateOnly Last)? first = Period(rows, from, "from");
            (DateOnly First, DateOnly Last)? last = Period(rows, to, "to");
            if (first?.First > last?.Last) throw rows.Error($"'{rows.Cells[from!.Value]}' is after '{rows.Cells[to!.Value]}'");
            KnownActor actor = new(actorName, Kind(rows, kind), country, sector, null, first?.First.Year, last?.Last.Year);
            ActorEntry entry = new(actor, KnownForm.Name, first?.First ?? DateOnly.MinValue, last?.Last ?? DateOnly.MaxValue);
            if (!found.TryGetValue(key, out List<ActorEntry>? entries)) found.Add(key, entries = []);
            if (entries.Exists(e => e.From == entry.From && e.To == entry.To)) continue;     // the first counts
            entries.Add(entry);
            count++;
        }

        return new UserActorList(found, count);
    }

    /// <summary>Finds an actor by the key of its name.</summary>
    internal bool TryFind(ReadOnlySpan<char> key, DateOnly? on, out KnownActor actor, out KnownForm form)
    {
        if (names.TryGetValue(key, out ActorEntry[]? entries) && ActorEntry.TryChoose(entries, on, out actor, out form)) return true;
        if (ActorLexicon.IsHeadline(key) && headlines.TryGetValue(key, out entries) && ActorEntry.TryChoose(entries, on, out actor, out form)) return true;
        if (char.IsUpper(key[0]) && capitals.TryGetValue(key, out entries) && ActorEntry.TryChoose(entries, on, out actor, out form)) return true;
        actor = null!;
        form = default;
        return false;
    }

    private static (string? Country, string? Sector) Split(CsvRows rows, string code)
    {
        if (code.Length == 0) throw rows.Error("there is no code");
        if (IsSector(code)) return (null, code);
        string tail = code[^Math.Min(3, code.Length)..];
        string country = code[..^tail.Length].TrimEnd(' ', '-', '/', ':');
        return IsSector(tail) && country.Length == 3 ? (country, tail) : (code, null);
    }

    private static bool IsSector(string code) => Array.BinarySearch(ActorLists.Sectors, code, StringComparer.Ordinal) >= 0;

    private static ActorKind Kind(CsvRows rows, int? column)
    {
        if (column is not { } index || rows.Cells[index] is not { Length: > 0 } word) return ActorKind.Other;
        return char.IsAsciiLetter(word[0]) && !word.Contains(',', StringComparison.Ordinal) && Enum.TryParse(word, ignoreCase: true, out ActorKind kind)
            ? kind : throw rows.Error($"'{word}' is no kind of actor; the kinds are {string.Join(", ", Enum.GetNames<ActorKind>()).ToLowerInvariant()}");
    }

    private static (DateOnly First, DateOnly Last)? Period(CsvRows rows, int? column, string name)
    {
        if (column is not { } index || rows.Cells[index] is not { Length: > 0 } cell) return null;
        if (cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0)
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? (day, day) : throw rows.Error($"'{cell}' in column '{name}' is neither a year nor a date such as 2024-03-31");
    }

    /// <summary>The rows of a CSV file, RFC 4180, with the line on which each begins.</summary>
    private sealed class CsvRows
    {
        private readonly string file;
        private readonly string text;
        private readonly char divider;
        private int at;
        private int line = 1;
        private int rowLine = 1;

        public CsvRows(string file, string text)
        {
            this.file = file;
            this.text = text;
            if (text.StartsWith('\uFEFF')) at = 1;
            ReadOnlySpan<char> header = text.AsSpan(at);
            int end = header.IndexOfAny('\r', '\n');
            if (end >= 0) header = header[..end];
            divider = header.Contains(',') ? ',' : header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
        }

        /// <summary>The cells of the row, with no white space around them.</summary>
        public List<string> Cells { get; } = [];

        public int? Column(string name)
        {
            int index = Cells.FindIndex(c => c.Equals(name, StringComparison.OrdinalIgnoreCase));
            return index < 0 ? null : index;
        }

        public FormatException Error(string message) => new($"{file}:{rowLine}: {message}.");

        /// <summary>Goes to the next row that is not empty.</summary>
        public bool Next()
        {
            while (at < text.Length)
            {
                Cells.Clear();
                rowLine = line;
                ReadRow();
                if (Cells.Count > 1 || Cells[0].Length > 0) return true;
            }

            return false;
        }

        private void ReadRow()
        {
            var cell = new StringBuilder();
            while (at < text.Length)
            {
                char c = text[at++];
                if (c == '"' && cell.Length == 0)
                {
                    ReadQuoted(cell);
                }
                else if (c == divider)
                {
                    Cells.Add(cell.ToString().Trim());
                    cell.Clear();
                }
                else if (c is '\n' or '\r')
                {
                    if (c == '\r' && at < text.Length && text[at] == '\n') at++;
                    line++;
                    break;
                }
                else
                {
                    cell.Append(c);
                }
            }

            Cells.Add(cell.ToString().Trim());
        }

        private void ReadQuoted(StringBuilder cell)
        {
            while (at < text.Length)
            {
                char c = text[at++];
                if (c == '\n') line++;
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (at < text.Length && text[at] == '"')
                {
                    cell.Append(c);
                    at++;
                }
                else
                {
                    return;
                }
            }

            throw Error("a quotation mark is not closed");
        }
    }
}
