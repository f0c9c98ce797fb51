// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Finds the words that name times, and their TIMEX3 types and values.</summary>
/// <remarks>
/// Patterns (<c>lexicons/en/times/patterns.tsv</c>) find them, the words beside them join and widen them, and the calendar gives the
/// value against the report's day. Without a day, values stay underspecified.
/// </remarks>
public sealed class TimeStage : IStage
{
    private readonly TimeLexicon lexicon = TimeLexicon.Default;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names;

    /// <inheritdoc/>
    public Layers Writes => Layers.Times;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reader = new SlotReader(lexicon, document.Tokens);
        var filter = new TimeFilter(document);
        var extent = new TimeExtent(lexicon, document.Tokens);
        var normalizer = new TimeNormalizer(document.Tokens, new TimeLine(document.Origin.AnchorDay), new TenseFinder(document, lexicon));
        List<TimeExpression> times = [];
        List<TimePhrase> phrases = [];
        foreach (Sentence sentence in document.Sentences.AsSpan())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            TokenRange range = document.Tokens.RangeOf(sentence.Span);
            if (!reader.Enter(range)) continue;
            Find(reader, filter, range, phrases);
            if (phrases.Count == 0) continue;
            TimeJoiner.Join(phrases, document.Tokens);
            int free = range.First;
            foreach (TimePhrase phrase in phrases)
            {
                if (normalizer.Of(phrase, range) is not { } value) continue;
                TokenRange words = extent.Widen(phrase, free, range);
                free = words.End;
                TextSpan span = document.Tokens.SpanOf(words);
                times.Add(new(span, value.Type, value.Text));
                if (context.Trace.Enabled) context.Trace.Add("times", span, phrase.Pattern.Text, note: value.Text);
            }
        }

        document.Times.Fill([.. times]);
    }

    private void Find(SlotReader reader, TimeFilter filter, TokenRange range, List<TimePhrase> phrases)
    {
        phrases.Clear();
        for (int at = range.First; at < range.End;)
        {
            TimePhrase? found = reader.WordAt(at) is null ? null : lexicon.Patterns.Longest(reader, at);
            if (found is not null && !filter.IsTime(found, range)) found = null;
            if (found is not null) phrases.Add(found);
            at = found?.End ?? at + 1;
        }
    }
}
