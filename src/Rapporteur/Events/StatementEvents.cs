// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>Events that are said: a statement that accuses, demands, threatens, praises or refuses.</summary>
internal sealed class StatementEvents(Document document, EventLexicon lexicon, PartyCoder parties)
{
    /// <summary>Adds the events of the statements whose cue tells no event yet.</summary>
    public void Add(HashSet<int> triggers, List<FoundEvent> into)
    {
        for (int s = 0; s < document.Statements.Count; s++)
        {
            Statement statement = document.Statements[s];
            if (TypeOf(statement.Act) is not { } type || statement.IsNegated || statement.Source is not { } source || statement.Cue is not { } cue) continue;
            TokenRange range = document.Tokens.RangeOf(cue.Span);
            int head = MentionIndex.HeadOf(document, cue.Span);
            // "said" tells an act only by what was said: too little for an event
            if (head < 0 || lexicon.Is(cue.Lemma, EventWord.Plain)) continue;
            if (HasTrigger(range, triggers)) continue;
            var found = new FoundEvent
            {
                Type = type, Mode = statement.Act switch
                {
                    SpeechAct.Accuse => "allege",
                    SpeechAct.Condemn => "disapprove",
                    _ => null,
                },
                Token = head, Rule = $"statement:{statement.Act}", Sentence = document.SentenceAt(cue.Span.Start), Confidence = EventConfidence.OfStatement,
            };
            if (SourceHead.Of(document, source) is >= 0 and var speaker) parties.Add(speaker, found.Actors);
            if (found.Actors.Count == 0) continue;
            AddAddressee(statement, found);
            if (found.Recipients.Count > 0) into.Add(found);
        }
    }

    private static bool HasTrigger(TokenRange range, HashSet<int> triggers)
    {
        for (int t = range.First; t < range.End; t++)
        {
            if (triggers.Contains(t)) return true;
        }

        return false;
    }

    private static EventType? TypeOf(SpeechAct act) => act switch
    {
        SpeechAct.Accuse or SpeechAct.Condemn => EventType.Accuse,
        SpeechAct.Demand => EventType.Request,
        SpeechAct.Threaten => EventType.Threaten,
        SpeechAct.Praise or SpeechAct.Support => EventType.Support,
        SpeechAct.Refuse => EventType.Reject,
        _ => null,
    };

    /// <summary>Whom the content is about first: a subject or object with a code of its own.</summary>
    private void AddAddressee(Statement statement, FoundEvent found)
    {
        foreach (TextSpan part in statement.Content)
        {
            TokenRange range = document.Tokens.RangeOf(part);
            for (int t = range.First; t < range.End; t++)
            {
                if (document.Trees.DeprelOf(t) is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl or Deprel.NmodPoss or Deprel.Nmod or Deprel.Root)) continue;
                if (document.Mentions.ActorAt(t) is not (>= 0 and var actor) || document.Actors[actor].Country is null) continue;
                if (found.Actors.Exists(a => a.Actor == actor)) continue;
                parties.Add(t, found.Recipients);
                if (found.Recipients.Count > 0) return;
            }
        }
    }
}
