// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>How the words of a statement are given.</summary>
public enum QuotationKind
{
    /// <summary>All of the content stands inside quotation marks.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    /// <summary>Some of it does.</summary>
    Mixed,
}

/// <summary>What is done by saying it. The names are the record's.</summary>
public enum SpeechAct
{
    /// <summary>Says that something is so.</summary>
    State,

    /// <summary>Says that somebody did wrong.</summary>
    Accuse,

    /// <summary>Says that something is not so.</summary>
    Deny,

    /// <summary>Asks or presses for something to be done.</summary>
    Demand,

    /// <summary>Announces harm.</summary>
    Threaten,

    /// <summary>Commits the speaker to do something.</summary>
    Promise,

    /// <summary>Speaks well of somebody or something.</summary>
    Praise,

    /// <summary>Speaks ill of somebody or something.</summary>
    Condemn,

    /// <summary>Says what will be.</summary>
    Predict,

    /// <summary>Puts a question.</summary>
    Ask,

    /// <summary>Holds something to be so.</summary>
    Believe,

    /// <summary>Says something against the speaker's own interest.</summary>
    Admit,

    /// <summary>Means to do something.</summary>
    Intend,

    /// <summary>Wishes for something.</summary>
    Want,

    /// <summary>Sides with somebody or something.</summary>
    Support,

    /// <summary>Says no to a demand or an offer.</summary>
    Refuse,

    /// <summary>Points out a danger.</summary>
    Warn,

    /// <summary>Makes it so by saying it: a law, a ruling, an appointment.</summary>
    Decree,
}

/// <summary>The words that attribute a statement.</summary>
/// <param name="Span">The words.</param>
/// <param name="Lemma">The dictionary form of their head: <c>explain</c>; the mark itself for a colon.</param>
public sealed record StatementCue(TextSpan Span, string Lemma);

/// <summary>A statement: who said what, by which words the report says so.</summary>
/// <remarks>Terms as in PARC 3.0 and PolNeAR: source, cue, content.</remarks>
public sealed record Statement
{
    /// <summary>How the words are given.</summary>
    public required QuotationKind Quotation { get; init; }

    /// <summary>The words that name the source; null when the text names nobody.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>The words that attribute it; null when there are none.</summary>
    public StatementCue? Cue { get; init; }

    /// <summary>What was said: one span, or several when the attribution interrupts it; in order of the text.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>What is done by saying it.</summary>
    public SpeechAct Act { get; init; }

    /// <summary>Whether the text says that it was not said.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Index of the statement that contains this one, or null.</summary>
    public int? Within { get; init; }

    /// <summary>Probability that the entry is right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The first word of the entry: what lists are ordered by.</summary>
    public int Start => Math.Min(Content.Count > 0 ? Content[0].Start : int.MaxValue,
        Math.Min(Source?.Start ?? int.MaxValue, Cue?.Span.Start ?? int.MaxValue));
}
