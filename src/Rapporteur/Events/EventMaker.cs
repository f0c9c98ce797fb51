// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>Makes what was found into entries: drops what is doubtful, joins what is told again, adds contexts, time, place and whose word it is.</summary>
internal sealed class EventMaker(Document document, EventLexicon lexicon, Trace trace)
{
    private readonly PhraseTree phrases = document.Phrases;
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>The events, in order of their triggers.</summary>
    public PoliticalEvent[] Make(List<FoundEvent> found)
    {
        List<PoliticalEvent> events = [];
        Dictionary<string, int> told = new(StringComparer.Ordinal);
        foreach (FoundEvent one in found)
        {
            bool kept = one.Confidence >= EventStage.Threshold;
            TextSpan span = TriggerOf(one.Token);
            if (trace.Enabled) trace.Add("events", span, one.Rule, one.Confidence, kept, $"{one.Type}: {Words(one.Actors)} > {Words(one.Recipients)}");
            if (!kept) continue;
            var trigger = new EventTrigger(span, document.Tags.LemmaOf(one.Token));
            int? within = document.Contents.Around(span);
            if (KeyOf(one, within) is { } key && !told.TryAdd(key, events.Count))
            {
                PoliticalEvent first = events[told[key]];
                events[told[key]] = first with { Mentions = [.. first.Mentions, trigger, .. RetoldOf(one)] };
                continue;
            }

            int? time = TimeOf(one);
            events.Add(new PoliticalEvent
            {
                Type = one.Type, Mode = one.Mode, Contexts = ContextsOf(one.Sentence), Trigger = trigger, Mentions = RetoldOf(one), Actors = one.Actors, Recipients = one.Recipients,
                Time = time, Place = PlaceOf(one), Reality = one.Reality, IsHistorical = IsHistorical(time), Within = within, Confidence = one.Confidence,
            });
        }

        return [.. events];
    }

    private EventTrigger[] RetoldOf(FoundEvent one) => [.. one.Retold.Order().Select(t => new EventTrigger(TriggerOf(t), document.Tags.LemmaOf(t)))];

    /// <summary>What makes two tellings one event: all of type, mode, parties, reality and source the same, with somebody on both sides.</summary>
    private static string? KeyOf(FoundEvent one, int? within)
    {
        if (one.Actors.Count == 0 || one.Recipients.Count == 0 || one.Actors.Concat(one.Recipients).Any(static p => p.Actor is null)) return null;
        return $"{one.Type}/{one.Mode}/{one.Reality}/{within}/{string.Join(',', one.Actors.Select(static p => p.Actor))}/{string.Join(',', one.Recipients.Select(static p => p.Actor))}";
    }

    private string Words(List<EventParty> parties) => string.Join(", ", parties.Select(p => $"{p.Span.In(document.Text)} ({p.Country} {p.Sector})"));

    /// <summary>The verb with its particle.</summary>
    private TextSpan TriggerOf(int token)
    {
        TextSpan span = tokens.SpanOf(token);
        return phrases.ChildBy(token, Deprel.CompoundPrt) is >= 0 and var particle && particle == token + 1 ? new(span.Start, tokens.SpanOf(particle).End) : span;
    }

    private List<string> ContextsOf(int sentence)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        TokenRange range = tokens.RangeOf(document.Sentences[sentence].Span);
        Span<char> buffer = stackalloc char[TagTable.UsualLemma];
        Span<char> lower = stackalloc char[TagTable.UsualLemma];
        for (int t = range.First; t < range.End; t++)
        {
            ReadOnlySpan<char> lemma = document.Tags.Lemma(t, buffer);
            if (lexicon.ContextOf(lower[..lemma.ToLowerInvariant(lower)]) is { } context) found.Add(context);
        }

        return [.. found];
    }

    /// <summary>The time that hangs on the trigger, else the only one of its sentence.</summary>
    private int? TimeOf(FoundEvent one)
    {
        TextSpan sentence = document.Sentences[one.Sentence].Span;
        int? only = null, own = null;
        int count = 0;
        ReadOnlySpan<TimeExpression> times = document.Times.AsSpan();
        for (int i = times.FirstFrom(sentence.Start); i < times.Length && times[i].Span.Start < sentence.End; i++)
        {
            if (times[i].Type is TimeType.Duration or TimeType.Set) continue;
            count++;
            only = i;
            int head = MentionIndex.HeadOf(document, times[i].Span);
            if (head >= 0 && document.Trees.HeadOf(head) == one.Token) own ??= i;
        }

        return own ?? (count == 1 ? only : null);
    }

    /// <summary>The place that the trigger, or its object, has by "in", "at" or "near".</summary>
    private int? PlaceOf(FoundEvent one)
    {
        TextSpan sentence = document.Sentences[one.Sentence].Span;
        ReadOnlySpan<Place> places = document.Places.AsSpan();
        for (int i = places.FirstFrom(sentence.Start); i < places.Length && places[i].Span.Start < sentence.End; i++)
        {
            int head = MentionIndex.HeadOf(document, places[i].Span);
            if (head < 0 || phrases.ChildBy(head, Deprel.Case) is not (>= 0 and var by) || tokens.WordOf(by) is not ("in" or "In" or "at" or "near" or "outside" or "around" or "across")) continue;
            int at = document.Trees.HeadOf(head);
            if (at == one.Token || (at >= 0 && document.Trees.HeadOf(at) == one.Token && document.Trees.DeprelOf(at) is Deprel.Obj or Deprel.Obl or Deprel.NsubjPass or Deprel.Nsubj)) return i;
        }

        return null;
    }

    /// <summary>Whether a time lies more than a year before the report.</summary>
    private bool IsHistorical(int? time)
    {
        if (time is not { } index || document.Origin.AnchorDate is not { Length: >= 4 } anchor) return false;
        string value = document.Times[index].Value;
        return value.Length >= 4 && int.TryParse(value.AsSpan(0, 4), out int year) && int.TryParse(anchor.AsSpan(0, 4), out int now) && year < now - 1;
    }
}
