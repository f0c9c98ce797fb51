// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur;

/// <summary>One step of a decision, as a stage took it.</summary>
/// <param name="Stage">The stage: <c>statements</c>.</param>
/// <param name="Span">The words that it is about, in the document's text.</param>
/// <param name="Rule">The rule or lexicon key: <c>cues:explain</c>.</param>
/// <param name="Score">The score, as a probability, or null where the step has none.</param>
/// <param name="Kept">Whether the candidate was kept.</param>
/// <param name="Note">What a person should know of the step; empty if the rule says it all.</param>
public sealed record TraceEntry(string Stage, TextSpan Span, string Rule, double? Score, bool Kept, string Note);

/// <summary>Takes down why stages decided as they did. Costs nothing when nobody listens.</summary>
/// <remarks>
/// Stages ask <see cref="Enabled"/> before they make an entry, on the same code path that decides; the output is the
/// same with and without a listener. Not thread-safe: one trace a document.
/// </remarks>
public sealed class Trace
{
    private readonly List<TraceEntry>? entries;

    private Trace(List<TraceEntry>? entries) => this.entries = entries;

    /// <summary>A trace that nobody listens to.</summary>
    public static Trace Off { get; } = new(null);

    /// <summary>A trace that keeps its entries.</summary>
    public static Trace Listening() => new([]);

    /// <summary>Whether anybody listens.</summary>
    public bool Enabled => entries is not null;

    /// <summary>The entries so far, in the order in which they were made.</summary>
    public IReadOnlyList<TraceEntry> Entries => entries ?? (IReadOnlyList<TraceEntry>)[];

    /// <summary>Takes down a step; does nothing when nobody listens.</summary>
    public void Add(string stage, TextSpan span, string rule, double? score = null, bool kept = true, string note = "")
        => entries?.Add(new(stage, span, rule, score, kept, note));
}
