// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests.Figures;

/// <summary>Precision and recall on the project's own sentences: no worse than they were.</summary>
/// <remarks>What falls short is printed, and stays in the tables: expectations say what a reader finds, not what the program does.</remarks>
public sealed class FigureTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("figures.tsv", 97, 98, 97)]
    [InlineData("held-out.tsv", 95, 95, 92)]
    public void Figures_are_found_as_well_as_they_were(string table, int precision, int recall, int exact)
    {
        (int Expected, int Given, int Right, int Exact) sum = default;
        foreach (string[] row in Rows(table))
        {
            IReadOnlyList<string> expected = FigureText.Parse(row[1]), given = FigureText.Read(row[0]);
            List<string> left = [.. given];
            int right = expected.Count(e => left.FindIndex(g => FigureText.Agree(e, g)) is >= 0 and var found && Take(left, found));
            sum = (sum.Expected + expected.Count, sum.Given + given.Count, sum.Right + right, sum.Exact + expected.Intersect(given).Count());
            if (!expected.SequenceEqual(given)) output.WriteLine($"{row[0]}\n  expected {string.Join(" ;; ", expected)}\n  given    {string.Join(" ;; ", given)}");
        }

        output.WriteLine($"{table}: precision {100.0 * sum.Right / sum.Given:f1}, recall {100.0 * sum.Right / sum.Expected:f1}, exact {100.0 * sum.Exact / sum.Expected:f1}");
        Assert.True(sum.Right * 100 >= precision * sum.Given, $"precision {sum}");
        Assert.True(sum.Right * 100 >= recall * sum.Expected, $"recall {sum}");
        Assert.True(sum.Exact * 100 >= exact * sum.Expected, $"exact {sum}");
    }

    [Fact]
    public void Tables_hold_150_sentences_each_and_share_none()
    {
        string[] one = [.. Rows("figures.tsv").Select(static r => r[0])], other = [.. Rows("held-out.tsv").Select(static r => r[0])];
        Assert.True(one.Length >= 150 && other.Length >= 150);
        Assert.Equal(one.Length + other.Length, one.Concat(other).Distinct().Count());
    }

    private static bool Take(List<string> left, int at)
    {
        left.RemoveAt(at);
        return true;
    }

    private static IEnumerable<string[]> Rows(string table)
        => File.ReadLines(Path.Combine(SourceTree.Root, "tests", "Rapporteur.Tests", "Figures", table)).Where(static l => !l.StartsWith('#')).Skip(1).Select(static l => l.Split('\t'));
}
