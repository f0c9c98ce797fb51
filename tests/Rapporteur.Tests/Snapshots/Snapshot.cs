// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Tests.Snapshots;

/// <summary>
/// A text that was reviewed and kept. Where a new one differs, the test fails and leaves it beside the kept one, as <c>NAME.received.txt</c>;
/// with <c>RAPPORTEUR_ACCEPT=1</c> the new ones take the place of the kept ones, for <c>git diff</c> to show.
/// </summary>
internal static class Snapshot
{
    private const string Kept = ".snap";
    private const string Received = ".received.txt";
    private const string Accept = "RAPPORTEUR_ACCEPT";

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The snapshots there are.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*" + Kept).Select(file => Path.GetFileName(file)[..^Kept.Length]);

    private static string Folder { get; } = Path.Combine(SourceTree.Root, "tests", "Rapporteur.Tests", "Snapshots");

    /// <summary>Compares a text with the snapshot of a name.</summary>
    public static void Check(string name, string text)
    {
        string kept = Path.Combine(Folder, name + Kept), received = Path.Combine(Folder, name + Received);
        string before = File.Exists(kept) ? File.ReadAllText(kept) : "";
        if (Environment.GetEnvironmentVariable(Accept) == "1" && before != text) File.WriteAllText(kept, before = text, Plain);
        if (before == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, Plain);
        Assert.Fail($"""
            {name}{Kept} is not what was received, first on line {FirstDifference(before, text)}
            All of it: git diff --no-index tests/Rapporteur.Tests/Snapshots/{name}{Kept} tests/Rapporteur.Tests/Snapshots/{name}{Received}
            To accept: {Accept}=1 ./test --filter-class '*SnapshotTests'
            """);
    }

    private static string FirstDifference(string before, string text)
    {
        string[] kept = before.Split('\n'), received = text.Split('\n');
        int line = 0;
        while (line < kept.Length && line < received.Length && kept[line] == received[line]) line++;
        return $"{line + 1}:\n- {(line < kept.Length ? kept[line] : "(its end)")}\n+ {(line < received.Length ? received[line] : "(its end)")}";
    }
}
