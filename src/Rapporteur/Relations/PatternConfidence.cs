// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Relations;

/// <summary>How sure each pattern is, as counted in <c>lexicons/en/relations/patterns.tsv</c>.</summary>
internal sealed class PatternConfidence
{
    private readonly FrozenDictionary<string, double> confidence;

    private PatternConfidence(LexiconFile file) => confidence = file.Rows.ToFrozenDictionary(static r => r["pattern"], static r => Math.Round(r.CountedConfidence(), 2), StringComparer.Ordinal);

    /// <summary>The counts that ship.</summary>
    public static PatternConfidence Default { get; } = new(LexiconFile.Embedded("en/relations/patterns.tsv", "pattern", "right", "seen", "example"));

    /// <summary>Probability that a relation of this pattern is right.</summary>
    public double Of(string pattern) => confidence[pattern];
}
