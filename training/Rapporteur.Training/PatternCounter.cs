// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Training;

/// <summary>Counts how often each attribution pattern is right, for <c>lexicons/en/statements/patterns.tsv</c>.</summary>
/// <remarks>
/// Right is what the scorer of statements calls overlap: the cues share a word (where either has none, the contents do), and
/// source and content each share at least half of their words (Dice). One to one, the best pairs first.
/// </remarks>
internal static class PatternCounter
{
    public static int Run(string path, TextWriter output)
    {
        var counts = new SortedDictionary<string, (int Right, int Seen)>(StringComparer.Ordinal);
        var reader = new RapporteurReader();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            Count(reader, article.RootElement.GetProperty("text").GetString()!, article.RootElement.GetProperty("attributions"), counts);
        }

        output.WriteLine("pattern\tright\tseen");
        foreach ((string pattern, (int right, int seen)) in counts) output.WriteLine($"{pattern}\t{right}\t{seen}");
        return 0;
    }

    private static void Count(RapporteurReader reader, string text, JsonElement attributions, SortedDictionary<string, (int Right, int Seen)> counts)
    {
        var trace = Trace.Listening();
        Report report = reader.Explain(text, null, trace);
        Parts[] gold = [.. attributions.EnumerateArray().Select(a => new Parts(Words(text, Spans(a, "source")), Words(text, Spans(a, "cue")), Words(text, Spans(a, "content"))))];
        Parts[] found = [.. report.Statements.Select(s => new Parts(
            Words(text, s.Source is { } source ? [source] : []), Words(text, s.Cue is { } cue ? [cue.Span] : []), Words(text, s.Content)))];
        HashSet<int> goldTaken = [], right = [];
        foreach ((double _, int g, int f) in Pairs(gold, found).OrderByDescending(p => p.Value))
        {
            if (goldTaken.Contains(g) || right.Contains(f)) continue;
            goldTaken.Add(g);
            right.Add(f);
        }

        for (int i = 0; i < found.Length; i++)
        {
            Statement statement = report.Statements[i];
            string pattern = trace.Entries.First(e => e.Stage == "statements" && e.Kept && statement.Content.Contains(e.Span) && e.Rule != "quotation:continued").Note.Split(';')[0];
            (int r, int s) = counts.GetValueOrDefault(pattern);
            counts[pattern] = (r + (right.Contains(i) ? 1 : 0), s + 1);
        }
    }

    private static IEnumerable<(double Value, int Gold, int Found)> Pairs(Parts[] gold, Parts[] found)
    {
        for (int g = 0; g < gold.Length; g++)
        {
            for (int f = 0; f < found.Length; f++)
            {
                bool linked = gold[g].Cue.Count > 0 && found[f].Cue.Count > 0 ? gold[g].Cue.Overlaps(found[f].Cue) : gold[g].Content.Overlaps(found[f].Content);
                double content = Dice(gold[g].Content, found[f].Content), source = Dice(gold[g].Source, found[f].Source);
                if (linked && content >= 0.5 && source >= 0.5) yield return (content + source + Dice(gold[g].Cue, found[f].Cue), g, f);
            }
        }
    }

    private static double Dice(HashSet<int> a, HashSet<int> b)
        => a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static TextSpan[] Spans(JsonElement attribution, string part)
        => [.. attribution.GetProperty(part).EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))];

    /// <summary>Where the words (runs of letters and digits) of some spans begin; if there are none, the marks.</summary>
    private static HashSet<int> Words(string text, IEnumerable<TextSpan> spans)
    {
        HashSet<int> words = [], marks = [];
        foreach (TextSpan span in spans)
        {
            for (int i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetterOrDigit(text[i])) marks.Add(i);
                else if (i == span.Start || !char.IsLetterOrDigit(text[i - 1])) words.Add(WordStart(text, i));
            }
        }

        return words.Count > 0 ? words : marks;
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(text[at - 1])) at--;
        return at;
    }

    private sealed record Parts(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);
}
