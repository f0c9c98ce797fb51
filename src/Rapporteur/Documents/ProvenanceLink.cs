// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>How words reached the page.</summary>
public enum ProvenanceKind
{
    /// <summary>The report was published elsewhere first.</summary>
    RepublishedFrom,

    /// <summary>Taken from another outlet's report.</summary>
    CitedFrom,

    /// <summary>Said in an interview.</summary>
    InterviewWith,

    /// <summary>A post shown in the report.</summary>
    SocialPost,

    /// <summary>A poll by somebody.</summary>
    PollBy,

    /// <summary>A document of somebody.</summary>
    DocumentOf,

    /// <summary>Translated from another language.</summary>
    TranslatedFrom,
}

/// <summary>One link of the chain from a person to this page.</summary>
/// <param name="Kind">How the words came.</param>
/// <param name="Span">The words that say so.</param>
/// <param name="Outlet">The outlet, or null.</param>
/// <param name="Url">The address, or null.</param>
public sealed record ProvenanceLink(ProvenanceKind Kind, TextSpan Span, string? Outlet, string? Url)
{
    /// <summary>Index of the actor from whom the words come, or null.</summary>
    public int? Actor { get; init; }

    /// <summary>TIMEX3 value of when, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Index of the statement that came this way, or null.</summary>
    public int? Statement { get; init; }
}
