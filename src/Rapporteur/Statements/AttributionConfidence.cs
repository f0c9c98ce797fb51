// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>How sure a found attribution is: a logistic regression over how clear its parts are (Platt 1999).</summary>
/// <remarks>The weights are lines of <c>lexicons/en/statements/confidence.tsv</c>, fitted by <c>Rapporteur.Training confidence</c>.</remarks>
internal sealed class AttributionConfidence
{
    /// <summary>Names of the measures, in order.</summary>
    public static readonly string[] Measures = ["bias", "cue", "source", "content", "noSource", "quoted"];

    private readonly double[] weights = new double[Measures.Length];

    private AttributionConfidence(LexiconFile file)
    {
        foreach (LexiconRow row in file.Rows)
        {
            int index = Array.IndexOf(Measures, row["measure"]);
            if (index < 0) throw row.Error($"'{row["measure"]}' is no measure");
            weights[index] = double.Parse(row["weight"], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The weights that ship.</summary>
    public static AttributionConfidence Default { get; } = new(LexiconFile.Embedded("en/statements/confidence.tsv", "measure", "weight"));

    /// <summary>Probability that an attribution is right.</summary>
    public double Of(FoundAttribution attribution, bool quoted)
    {
        Span<double> measures = stackalloc double[Measures.Length];
        Measure(attribution, quoted, measures);
        double sum = 0;
        for (int i = 0; i < measures.Length; i++) sum += weights[i] * measures[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Writes the measures of an attribution.</summary>
    public static void Measure(FoundAttribution attribution, bool quoted, Span<double> into)
    {
        into[0] = 1;
        into[1] = Math.Clamp(attribution.CueMargin, -6, 8);
        into[2] = Math.Min(attribution.SourceMargin, 8);
        into[3] = Math.Min(attribution.ContentMargin, 8);
        into[4] = attribution.Source is null ? 1 : 0;
        into[5] = quoted ? 1 : 0;
    }
}
