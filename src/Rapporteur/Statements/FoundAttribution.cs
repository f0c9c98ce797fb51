// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>A cue with the source and the content that were found for it, and how clear each was.</summary>
internal sealed record FoundAttribution
{
    /// <summary>Tokens of the cue.</summary>
    public required TokenRange Cue { get; init; }

    /// <summary>The cue's token that hangs on a word outside it.</summary>
    public required int Head { get; init; }

    /// <summary>Tokens of the source; null for none.</summary>
    public required TokenRange? Source { get; init; }

    /// <summary>Tokens of each part of the content.</summary>
    public required TokenRange[] Content { get; init; }

    /// <summary>Whether it was found as a cue inside what another one attributes.</summary>
    public required bool IsInner { get; init; }

    /// <summary>How much better the row of labels with the cue is than one without.</summary>
    public required float CueMargin { get; init; }

    /// <summary>How clear the source is: the least margin of its words; 0 without a source.</summary>
    public required float SourceMargin { get; init; }

    /// <summary>How clear the content's first word is.</summary>
    public required float ContentMargin { get; init; }
}
