// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Rapporteur.Lexicons;

/// <summary>A word list: UTF-8, tab-separated, a header row, lines that begin with <c>#</c> for source and licence.</summary>
/// <remarks>Every error names the file and the line, so that whoever corrects a list finds the place.</remarks>
internal sealed class LexiconFile
{
    private LexiconFile(string name, string[] columns, IReadOnlyList<LexiconRow> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>Path below <c>lexicons/</c>: <c>en/statements/cues.tsv</c>.</summary>
    public string Name { get; }

    /// <summary>The columns of the header row.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, in order of the file.</summary>
    public IReadOnlyList<LexiconRow> Rows { get; }

    /// <summary>A list that gives a label and all words that have it: what each word is.</summary>
    /// <param name="label">The column of the label.</param>
    /// <param name="words">The column of the words, divided by spaces.</param>
    /// <param name="join">Joins the labels of a word that stands in several rows.</param>
    /// <param name="comparer">Whether letter case matters.</param>
    public FrozenDictionary<string, TLabel>.AlternateLookup<ReadOnlySpan<char>> WordsBy<TLabel>(string label, string words, Func<TLabel, TLabel, TLabel> join, StringComparer comparer)
        where TLabel : struct, Enum
    {
        Dictionary<string, TLabel> found = new(comparer);
        foreach (LexiconRow row in Rows)
        {
            TLabel here = row.Label<TLabel>(label);
            foreach (string word in row[words].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                found[word] = found.TryGetValue(word, out TLabel before) ? join(before, here) : here;
        }

        return found.ToFrozenDictionary(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a list that is built into the library.</summary>
    /// <param name="name">Path below <c>lexicons/</c>.</param>
    /// <param name="columns">The columns that the list must have, in this order.</param>
    /// <exception cref="FormatException">The list is missing or not well formed.</exception>
    public static LexiconFile Embedded(string name, params string[] columns)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicons/" + name);
        if (stream is null) throw new FormatException($"{name}: the list is not built into the library.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(name, reader, columns);
    }

    /// <summary>Reads a list.</summary>
    /// <param name="name">Name for messages.</param>
    /// <param name="reader">The text of the list.</param>
    /// <param name="columns">The columns that the list must have, in this order.</param>
    /// <exception cref="FormatException">The header or a row is not well formed; the message says where.</exception>
    public static LexiconFile Read(string name, TextReader reader, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<LexiconRow> rows = [];
        bool headed = false;
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (!headed)
            {
                if (!cells.AsSpan().SequenceEqual(columns))
                    throw new FormatException($"{name}:{number}: the header is '{string.Join(' ', cells)}', not '{string.Join(' ', columns)}'.");
                headed = true;
                continue;
            }

            if (cells.Length != columns.Length)
                throw new FormatException($"{name}:{number}: {cells.Length} columns, where the header has {columns.Length}.");
            rows.Add(new LexiconRow(name, number, columns, cells));
        }

        return headed ? new LexiconFile(name, columns, rows) : throw new FormatException($"{name}: there is no header row.");
    }
}

/// <summary>One row of a word list.</summary>
internal sealed class LexiconRow(string file, int line, string[] columns, string[] cells)
{
    /// <summary>Line of the file, from 1.</summary>
    public int Line => line;

    /// <summary>The cell of a column, with no white space around it.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string this[string column]
    {
        get
        {
            int index = Array.IndexOf(columns, column);
            return index >= 0 ? cells[index].Trim() : throw new ArgumentException($"{file} has no column {column}.", nameof(column));
        }
    }

    /// <summary>The cell of a column as a label, letter case ignored.</summary>
    /// <exception cref="FormatException">There is no such label; the message says where.</exception>
    public TLabel Label<TLabel>(string column)
        where TLabel : struct, Enum
    {
        string word = this[column];
        // a number is no label, although Enum.TryParse takes it for one
        return word.Length > 0 && char.IsAsciiLetter(word[0]) && !word.Contains(',', StringComparison.Ordinal) && Enum.TryParse(word, ignoreCase: true, out TLabel label)
            ? label : throw Error($"'{word}' is no {column}");
    }

    /// <summary>How sure a pattern is that was <c>right</c> so often of the times it was <c>seen</c> (Laplace's rule of succession).</summary>
    /// <exception cref="FormatException">They are not two such counts; the message says where.</exception>
    public double CountedConfidence()
        => int.TryParse(this["right"], NumberStyles.None, CultureInfo.InvariantCulture, out int right)
            && int.TryParse(this["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) && right <= seen
            ? (right + 1.0) / (seen + 2.0)
            : throw Error("right and seen are not two counts of which the first is the smaller");

    /// <summary>An error that names file and line.</summary>
    public FormatException Error(string message) => new($"{file}:{line}: {message}.");
}
