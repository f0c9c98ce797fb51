// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Models;
using Rapporteur.Statements;

namespace Rapporteur.Training;

/// <summary>Fits <c>lexicons/en/statements/confidence.tsv</c>: how likely a found attribution is right, by how clear its parts are.</summary>
/// <remarks>Right as the scorer of statements has it: cues share a token, source and content each overlap by half (Dice). Plain gradient steps.</remarks>
internal static class ConfidenceFitter
{
    public static int Run(string articles, TextWriter output)
    {
        Pipeline pipeline = DefaultPipeline.Create().Build();
        var stage = new StatementStage(LanguageModel.Default);
        List<(double[] Measures, bool Right)> seen = [];
        foreach (string line in File.ReadLines(articles))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            var document = new Document(json.RootElement.GetProperty("text").GetString()!, new ReadOptions(), new("article", 0, null));
            foreach (IStage earlier in pipeline.Stages.TakeWhile(static s => s is not StatementStage)) earlier.Run(document, new StageContext(Trace.Off, CancellationToken.None));
            QuotationMap quotations = QuotationMap.Of(document);
            Gold[] gold = [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(a => new Gold(Tokens(document, a, "source"), Tokens(document, a, "cue"), Tokens(document, a, "content")))];
            foreach (FoundAttribution found in stage.Find(document, quotations, CancellationToken.None))
            {
                if (found.IsInner) continue;
                var measures = new double[AttributionConfidence.Measures.Length];
                AttributionConfidence.Measure(found, found.Content.All(c => quotations.NumberOf(c.First) >= 0), measures);
                seen.Add((measures, gold.Any(g => IsRight(found, g))));
            }

            document.Release();
        }

        double[] weights = Fit(seen);
        output.WriteLine("measure\tweight");
        for (int i = 0; i < weights.Length; i++) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{AttributionConfidence.Measures[i]}\t{weights[i]:0.000}"));
        output.WriteLine($"# {seen.Count} attributions, {seen.Count(static s => s.Right)} right; reliability: confidence, seen, right");
        foreach (var bin in seen.GroupBy(s => Math.Min(9, (int)(10 * Chance(weights, s.Measures)))).OrderBy(static b => b.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {bin.Key / 10.0:0.0}\t{bin.Count()}\t{bin.Count(static s => s.Right)}\t{bin.Average(s => Chance(weights, s.Measures)):0.000}\t{(double)bin.Count(static s => s.Right) / bin.Count():0.000}"));
        return 0;
    }

    private static bool IsRight(FoundAttribution found, Gold gold)
    {
        HashSet<int> source = found.Source is { } s ? [.. Enumerable.Range(s.First, s.Count)] : [];
        HashSet<int> content = [.. found.Content.SelectMany(static c => Enumerable.Range(c.First, c.Count))];
        return Enumerable.Range(found.Cue.First, found.Cue.Count).Any(gold.Cue.Contains) && Dice(source, gold.Source) >= 0.5 && Dice(content, gold.Content) >= 0.5;
    }

    private static double Dice(HashSet<int> a, HashSet<int> b) => a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static HashSet<int> Tokens(Document document, JsonElement attribution, string part)
        => [.. attribution.GetProperty(part).EnumerateArray().Select(s => document.Tokens.RangeOf(new(s[0].GetInt32(), s[1].GetInt32()))).SelectMany(static r => Enumerable.Range(r.First, Math.Max(0, r.Count)))];

    private static double Chance(double[] weights, double[] measures)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += weights[i] * measures[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[] Fit(List<(double[] Measures, bool Right)> seen)
    {
        int n = AttributionConfidence.Measures.Length;
        var weights = new double[n];
        for (int round = 0; round < 4000; round++)
        {
            var slope = new double[n];
            foreach ((double[] measures, bool right) in seen)
            {
                double error = (right ? 1 : 0) - Chance(weights, measures);
                for (int i = 0; i < n; i++) slope[i] += error * measures[i];
            }

            for (int i = 0; i < n; i++) weights[i] += 0.05 * slope[i] / seen.Count;
        }

        return weights;
    }

    private sealed record Gold(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);
}
