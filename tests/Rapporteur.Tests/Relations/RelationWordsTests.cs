// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;
using Rapporteur.Records;
using Rapporteur.Relations;

namespace Rapporteur.Tests.Relations;

/// <summary>The lists of <c>lexicons/en/relations/</c>: every example is read, and the lists keep their order.</summary>
public sealed class RelationWordsTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string name in new[] { "roles", "verbs", "compounds" })
            {
                (string[] columns, List<string[]> rows) = Read(name);
                foreach (string[] row in rows) data.Add(name + ": " + row[0], row[Array.IndexOf(columns, "predicate")], row[^1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_tells_a_relation_of_the_predicate(string word, string predicate, string example)
        => Assert.True(ReadRelations.Report(example).Relations.Any(r => RecordWord.Of(r.Predicate) == predicate), $"{word}: {ReadRelations.Relations(example)}");

    [Theory]
    [InlineData("roles")]
    [InlineData("verbs")]
    [InlineData("compounds")]
    [InlineData("patterns")]
    public void Rows_stand_in_ordinal_order(string name)
    {
        List<string> keys = [.. Read(name).Rows.Select(static r => string.Join('\t', r[..2]))];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void An_error_names_file_and_line()
        => Assert.Contains("x.tsv:2", Assert.Throws<FormatException>(() => LexiconFile.Read("x.tsv", new StringReader("noun\tplural\nmayor"), "noun", "plural")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_pattern_has_counts() => Assert.All(Read("patterns").Rows, static r => Assert.InRange(PatternConfidence.Default.Of(r[0]), 0.3, 1));

    private static (string[] Columns, List<string[]> Rows) Read(string name)
    {
        string[][] lines = [.. File.ReadLines(Path.Combine(SourceTree.Root, "lexicons", "en", "relations", name + ".tsv")).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('\t'))];
        return (lines[0], [.. lines.Skip(1)]);
    }
}
