// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Figures;
using Rapporteur.Lexicons;

namespace Rapporteur.Tests.Figures;

/// <summary>The lists of <c>lexicons/en/figures/</c>.</summary>
public sealed class FigureWordsTests
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["numbers.tsv"] = ["word", "class", "value", "example"],
        ["units.tsv"] = ["unit", "forms", "example"],
        ["currencies.tsv"] = ["code", "kind", "forms", "scale", "example"],
        ["qualifiers.tsv"] = ["words", "place", "qualifier", "negated", "example"],
    };

    [Fact]
    public void Examples_are_read_as_marked()
    {
        List<string> wrong = [];
        foreach ((string name, string[] columns) in Columns)
        {
            foreach (LexiconRow row in LexiconFile.Embedded("en/figures/" + name, columns).Rows)
            {
                string example = row["example"];
                int open = example.IndexOf('[', StringComparison.Ordinal), close = example.IndexOf(']', StringComparison.Ordinal);
                string expected = example[(open + 1)..close];
                string text = "In the harbor they saw " + example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) + ".";
                if (char.IsUpper(example[0]) || example.StartsWith("It ", StringComparison.Ordinal)) text = text["In the harbor they saw ".Length..];
                IReadOnlyList<string> found = FigureText.Read(text);
                if (!found.Any(f => f.StartsWith(expected + " = ", StringComparison.Ordinal))) wrong.Add($"{name}:{row.Line}: {example} ({string.Join(" ;; ", found)})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("numbers.tsv")]
    [InlineData("units.tsv")]
    [InlineData("currencies.tsv")]
    [InlineData("qualifiers.tsv")]
    public void Rows_stand_in_ordinal_order(string name)
    {
        string[] keys = [.. LexiconFile.Embedded("en/figures/" + name, Columns[name]).Rows.Select(r => name == "currencies.tsv" ? r["code"] : r[Columns[name][0]])];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Codes_of_money_are_those_of_ISO_4217()
    {
        foreach (LexiconRow row in LexiconFile.Embedded("en/figures/currencies.tsv", Columns["currencies.tsv"]).Rows)
            Assert.True(row["code"] is "-" || (row["code"].Length == 3 && row["code"].All(char.IsAsciiLetterUpper)), $"line {row.Line}");
    }

    [Fact]
    public void An_error_names_file_and_line()
    {
        FormatException twice = Assert.Throws<FormatException>(() => Phrases<FigureUnit>.Read(List("unit\tforms\texample\npercent\tpercent\t–\nmeasure\tkm percent\t–").Rows, "forms", static r => r.Label<FigureUnit>("unit")));
        Assert.StartsWith("list.tsv:3:", twice.Message, StringComparison.Ordinal);
        FormatException unknown = Assert.Throws<FormatException>(() => Phrases<FigureUnit>.Read(List("unit\tforms\texample\nfathoms\tfathom\t–").Rows, "forms", static r => r.Label<FigureUnit>("unit")));
        Assert.StartsWith("list.tsv:2:", unknown.Message, StringComparison.Ordinal);
    }

    private static LexiconFile List(string text) => LexiconFile.Read("list.tsv", new StringReader(text), "unit", "forms", "example");
}
