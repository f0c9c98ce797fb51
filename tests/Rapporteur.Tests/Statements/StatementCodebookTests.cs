// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Statements;

/// <summary>Runs the examples of <c>docs/codebook/statements.md</c>, and its known failures.</summary>
public sealed class StatementCodebookTests
{
    private static readonly RapporteurReader Reader = new();

    public static TheoryData<string, string> Examples => Rows("## Examples");

    public static TheoryData<string, string> KnownFailures => Rows("## Known failures");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_written(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public void Known_failure_still_fails(string text, string expected) => Assert.NotEqual(expected, Read(text));

    /// <summary>The outermost statement of a sentence that stands in a small report.</summary>
    private static string Read(string sentence)
    {
        const string Before = "The council met in the old town hall on Tuesday.\n";
        string text = Before + sentence;
        Statement[] found = [.. Reader.Read(text).Statements.Where(static s => s.Within is null && s.Start >= Before.Length)];
        return string.Join(" ;; ", found.Select(s => string.Join(" | ", s.Source?.In(text).ToString() ?? "–", s.Cue?.Span.In(text).ToString() ?? "–",
            string.Join(" / ", s.Content.Select(c => c.In(text).ToString())), RecordWord.Of(s.Act) + (s.IsNegated ? ", negated" : ""))).DefaultIfEmpty("– | – | – | –"));
    }

    private static TheoryData<string, string> Rows(string heading)
    {
        var data = new TheoryData<string, string>();
        bool inside = false;
        foreach (string line in File.ReadLines(Path.Combine(SourceTree.Root, "docs", "codebook", "statements.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line == heading;
            if (!inside || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| text |", StringComparison.Ordinal) || line.StartsWith("| ---", StringComparison.Ordinal)) continue;
            string[] cells = line.Trim('|', ' ').Split(" | ");
            data.Add(cells[0], string.Join(" | ", cells[1..]));
        }

        return data;
    }
}
