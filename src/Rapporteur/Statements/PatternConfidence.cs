// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>How sure each pattern is, as counted in <c>lexicons/en/statements/patterns.tsv</c>.</summary>
internal sealed class PatternConfidence
{
    private readonly double[] confidence = new double[Enum.GetValues<AttributionPattern>().Length];

    private PatternConfidence(LexiconFile file)
    {
        foreach (LexiconRow row in file.Rows)
        {
            var pattern = row.Label<AttributionPattern>("pattern");
            confidence[(int)pattern] = row.CountedConfidence();
        }

        int missing = Array.IndexOf(confidence, 0.0);
        if (missing >= 0) throw new FormatException($"{file.Name}: there is no row for {(AttributionPattern)missing}.");
    }

    /// <summary>The counts that ship.</summary>
    public static PatternConfidence Default { get; } = new(LexiconFile.Embedded("en/statements/patterns.tsv", "pattern", "right", "seen", "example"));

    /// <summary>Probability that an entry of this pattern is right.</summary>
    public double Of(AttributionPattern pattern) => confidence[(int)pattern];
}
