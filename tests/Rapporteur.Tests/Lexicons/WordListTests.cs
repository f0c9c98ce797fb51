// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;

namespace Rapporteur.Tests.Lexicons;

/// <summary>Every row of a list of words shows one of its words in brackets; a row whose example shows another word is a slip.</summary>
public sealed partial class WordListTests
{
    public static TheoryData<string> Lists()
        => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "lexicons", "en"), "words.tsv", SearchOption.AllDirectories)
            .Where(f => Rows(f)[0].Contains("example")).Select(f => Path.GetRelativePath(SourceTree.Root, f).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_example_of_a_row_shows_a_word_of_the_row(string list)
    {
        string[][] rows = Rows(Path.Combine(SourceTree.Root, list));
        int words = Array.IndexOf(rows[0], "words"), example = Array.IndexOf(rows[0], "example");
        Assert.All(rows.Skip(1), row =>
        {
            string[] listed = row[words].Split(' ');
            string[] shown = [.. Bracketed().Matches(row[example]).Select(m => m.Groups[1].Value)];
            string[] anywhere = shown.Length > 0 ? shown : [.. Word().Matches(row[example]).Select(m => m.Value)];
            Assert.True(listed.Any(l => anywhere.Any(s => IsFormOf(s, l))), $"{list}: '{row[example]}' shows no word of '{row[0]}'");
        });
    }

    /// <summary>The word itself or, since some lists have lemmas, an inflected form of it.</summary>
    private static bool IsFormOf(string shown, string listed)
        => shown.TrimEnd('.').Equals(listed, StringComparison.OrdinalIgnoreCase)
            || listed.Equals(Irregular.GetValueOrDefault(shown), StringComparison.Ordinal)
            || (shown.Length > 2 && listed.Length > 2 && shown.Length <= listed.Length + 4 && shown.StartsWith(listed[..^1], StringComparison.OrdinalIgnoreCase));

    private static readonly Dictionary<string, string> Irregular = new() { ["became"] = "become", ["told"] = "tell" };

    private static string[][] Rows(string file) => [.. File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];

    [GeneratedRegex(@"\[([^\]]+)\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[^\s,.;:“”""()\[\]-]+")]
    private static partial Regex Word();
}
