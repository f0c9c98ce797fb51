// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>How a source and a cue stand to the words that they attribute. The names are the keys of <c>patterns.tsv</c>.</summary>
internal enum AttributionPattern
{
    /// <summary>“…,” Smith said.</summary>
    QuoteSourceCue,

    /// <summary>“…,” said Smith.</summary>
    QuoteCueSource,

    /// <summary>Smith said, “…”</summary>
    SourceCueQuote,

    /// <summary>Smith said the plan was “…”</summary>
    SourceCueClause,

    /// <summary>Smith said that …</summary>
    SourceCueThat,

    /// <summary>…, Smith said.</summary>
    ClauseSourceCue,

    /// <summary>“…,” he said, adding, “…”</summary>
    Participle,

    /// <summary>“…,” according to Smith.</summary>
    AccordingTo,

    /// <summary>Smith: “…”</summary>
    SpeakerColon,
}

/// <summary>A source and a cue found next to some words.</summary>
/// <param name="Pattern">How they stand.</param>
/// <param name="Source">Tokens of the source; empty if the text names none.</param>
/// <param name="CueTokens">Tokens of the cue; empty if there is none.</param>
/// <param name="Verb">The cue verb, or null for a mark or a preposition.</param>
/// <param name="IsNegated">Whether the cue is negated.</param>
internal readonly record struct Attribution(
    AttributionPattern Pattern, TokenRange Source, TokenRange CueTokens, Cue? Verb, bool IsNegated)
{
    /// <summary>The first token of source and cue.</summary>
    public int First => Source.IsEmpty ? CueTokens.First : Math.Min(Source.First, CueTokens.First);

    /// <summary>The token after the last one of source and cue.</summary>
    public int End => Math.Max(Source.End, CueTokens.End);
}
