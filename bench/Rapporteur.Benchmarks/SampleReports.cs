// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Formats;
using Rapporteur.Ingest;

namespace Rapporteur.Benchmarks;

/// <summary>News text to measure with: the reports of <c>samples/</c>, again and again, each time with a sentence of its own.</summary>
internal static class SampleReports
{
    private const int Rounds = 10;

    /// <summary>The texts.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Enumerable.Range(1, Rounds).SelectMany(Round)];

    /// <summary>Words of the texts.</summary>
    public static int Words { get; } = Texts.Sum(CountWords);

    /// <summary>New documents over the texts, which no stage has read.</summary>
    public static Document[] NewDocuments() => [.. Texts.Select((text, i) => new Document(text, ReadOptions.None, new InputReference($"{i}", 0, null)))];

    /// <summary>Counts runs of characters between white space.</summary>
    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<string> Round(int round)
    {
        var reader = new InputReader();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.txt").Order(StringComparer.Ordinal))
        {
            using FileStream file = File.OpenRead(path);
            foreach (InputText item in reader.Read(path, file).OfType<InputText>())
            {
                foreach (Document report in ReportSlicer.Slice(item, 0, Trace.Off, CancellationToken.None))
                    yield return $"{report.Text}\n\nThis was said on day {round}.\n";
            }
        }
    }
}
