// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Tests.Places;

/// <summary>Runs the examples of <c>docs/codebook/places.md</c>, and its known failures.</summary>
public sealed class PlaceCodebookTests
{
    public static TheoryData<string, string> Examples => Rows("## Examples");

    public static TheoryData<string, string> KnownFailures => Rows("## Known failures");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_written(string text, string expected) => Assert.Equal(expected, ReadPlaces.Of(text));

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public void Known_failure_still_fails(string text, string expected) => Assert.NotEqual(expected, ReadPlaces.Of(text));

    private static TheoryData<string, string> Rows(string heading)
    {
        var data = new TheoryData<string, string>();
        bool inside = false;
        foreach (string line in File.ReadLines(Path.Combine(SourceTree.Root, "docs", "codebook", "places.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line == heading;
            if (!inside || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| text |", StringComparison.Ordinal) || line.StartsWith("| ---", StringComparison.Ordinal)) continue;
            string[] cells = line.Trim('|', ' ').Split(" | ");
            data.Add(cells[0], cells[1]);
        }

        return data;
    }
}
