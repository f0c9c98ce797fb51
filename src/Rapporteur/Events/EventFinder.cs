// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>Finds events at verbs and nouns: the pattern, the parties, what governing verbs make of it.</summary>
internal sealed class EventFinder
{
    private static readonly string[] Locatives = ["in", "near", "at", "outside", "inside"];
    private readonly Document document;
    private readonly PhraseTree phrases;
    private readonly EventLexicon lexicon;
    private readonly Clause clause;
    private readonly FrameFiller frames;
    private readonly TriggerMatcher matcher;
    private readonly RealityFinder reality;
    private readonly PartyCoder parties;
    private readonly TreeTable trees;
    private readonly TagTable tags;
    private readonly TokenTable tokens;

    /// <summary>Tokens that tell nothing of their own: a longer pattern or a governing verb has them.</summary>
    private readonly HashSet<int> absorbed = [];
    private readonly List<int> nominals = [];

    public EventFinder(Document document, EventLexicon lexicon, PartyCoder parties)
    {
        this.document = document;
        phrases = document.Phrases;
        this.lexicon = lexicon;
        this.parties = parties;
        clause = new(document);
        frames = new(document, clause, parties, lexicon);
        matcher = new(document, clause, lexicon);
        reality = new(document);
        trees = document.Trees;
        tags = document.Tags;
        tokens = document.Tokens;
    }

    /// <summary>Adds the events of one sentence, in no order.</summary>
    public void AddOf(int sentence, List<FoundEvent> into)
    {
        TokenRange range = tokens.RangeOf(document.Sentences[sentence].Span);
        absorbed.Clear();
        int start = into.Count;
        for (int t = range.First; t < range.End; t++)
        {
            if (tags.UposOf(t) is Upos.Verb or Upos.Adj) AddGoverned(t, range, sentence, into);
        }

        for (int t = range.First; t < range.End; t++)
        {
            if (tags.UposOf(t) == Upos.Verb && !absorbed.Contains(t)) AddVerb(t, range, sentence, into);
        }

        for (int t = range.First; t < range.End; t++)
        {
            if (tags.UposOf(t) == Upos.Noun && !absorbed.Contains(t) && document.NamesByToken.NameAt(t) < 0) AddNoun(t, range, sentence, into);
        }

        JoinRetold(into, start);
        for (int i = start; i < into.Count; i++)
        {
            parties.Settle(range, into[i].Actors, []);
            parties.Settle(range, into[i].Recipients, into[i].Actors);
        }
    }

    /// <summary>"shelled the town, killing two": what hangs on a trigger and tells the same act by the same actors is one event with it.</summary>
    private void JoinRetold(List<FoundEvent> events, int start)
    {
        for (int i = events.Count - 1; i >= start; i--)
        {
            FoundEvent later = events[i];
            int above = trees.HeadOf(later.Token);
            bool isResult = trees.DeprelOf(later.Token) is Deprel.Advcl or Deprel.Xcomp;
            if (above < 0 || !(isResult || trees.DeprelOf(later.Token) == Deprel.Conj)) continue;
            int first = events.FindIndex(start, e => e != later && e.Token == above && e.Type == later.Type);
            // what is done in order to do more: "sent experts to inspect the plant"
            if (trees.DeprelOf(later.Token) == Deprel.Advcl && later.Reality == EventReality.Planned && events.Exists(e => e.Token == above))
            {
                events.RemoveAt(i);
                continue;
            }

            if (first < 0 || !IsRetold(events[first], later, isResult)) continue;
            if (events[first].Recipients.Count == 0) events[first].Recipients.AddRange(later.Recipients);
            events[first].Mode ??= later.Mode;
            events[first].Retold.Add(later.Token);
            events[first].Retold.AddRange(later.Retold);
            events.RemoveAt(i);
        }
    }

    private bool IsRetold(FoundEvent first, FoundEvent later, bool isResult)
        => first.Reality == later.Reality && clause.SubjectOf(later.Token) < 0
            && (first.Mode == later.Mode || first.Mode is null || later.Mode is null)
            && later.Actors.TrueForAll(a => first.Actors.Exists(o => o.Span == a.Span || (a.Actor is not null && a.Actor == o.Actor)))
            && ((isResult && first.Type == EventType.Assault)
                || first.Recipients.Count == 0 || later.Recipients.Count == 0
                || later.Recipients.Exists(r => first.Recipients.Exists(o => o.Span == r.Span || (o.Country is not null && o.Country == r.Country))));

    /// <summary>"agreed to withdraw", "demanded that it leave", "said it must leave".</summary>
    private void AddGoverned(int verb, TokenRange range, int sentence, List<FoundEvent> into)
    {
        if (absorbed.Contains(verb)) return;
        int complement = ComplementOf(verb);
        if (complement < 0) return;
        if (IsSaying(verb))
        {
            AddObligation(verb, complement, sentence, into);
            return;
        }

        if (RuleAt(verb) is not { } rule || rule is MatrixRule.Do or MatrixRule.May or MatrixRule.Plan or MatrixRule.Deny) return;
        // "demanded a meeting to discuss it": what for; "called the premier to congratulate him": on the telephone
        if (rule == MatrixRule.Ask && trees.DeprelOf(complement) == Deprel.Advcl && tags.LemmaOf(verb) == "demand") return;
        if (rule == MatrixRule.Ask && tags.LemmaOf(verb) == "call" && Is(complement, EventWord.Courtesy)) return;
        TriggerPattern? inner = matcher.Match(complement, range.End, out int taken);
        FoundEvent? told = inner is null ? null : frames.Fill(inner, complement, taken, sentence);
        EventType? type = rule switch
        {
            MatrixRule.Agree when told is null => EventType.Agree,
            MatrixRule.Agree => IsCooperative(told.Type) ? EventType.Agree : told.Type == EventType.Retreat ? EventType.Concede : told.Type,
            MatrixRule.Ask => EventType.Request,
            MatrixRule.Refuse => EventType.Reject,
            MatrixRule.Threaten when told is not null && (IsHostile(told.Type) || tags.LemmaOf(verb) == "threaten") => EventType.Threaten,
            MatrixRule.Threaten when tags.LemmaOf(verb) == "threaten" => EventType.Threaten,
            MatrixRule.Threaten when told is not null && IsCooperative(told.Type) && tags.LemmaOf(verb) != "warn" => EventType.Agree,
            MatrixRule.Accuse => EventType.Accuse,
            _ => null,
        };
        if (type is not { } coded) return;
        var found = new FoundEvent { Type = coded, Token = verb, Rule = "governed:" + tags.LemmaOf(verb), Sentence = sentence, Reality = reality.Of(verb), Confidence = EventConfidence.Governed };
        if (coded == EventType.Concede) found.Mode = told?.Mode;
        if (rule == MatrixRule.Accuse) found.Mode = "allege";
        if (coded == EventType.Threaten) found.Mode = ThreatOf(told);
        if (coded is EventType.Request or EventType.Reject) found.Mode = WantedOf(told?.Type);
        frames.AddActing(found.Actors, verb);
        if (found.Actors.Count == 0) return;
        if (rule is MatrixRule.Ask or MatrixRule.Accuse)
        {
            frames.AddHeads(found.Recipients, Role.Object, verb);
            if (found.Recipients.Count == 0) frames.AddHeads(found.Recipients, Role.Indirect, verb);
            if (found.Recipients.Count == 0) frames.AddBy(found.Recipients, verb, ["on", "to", "upon", "with", "from"]);
            if (found.Recipients.Count == 0) frames.AddHeads(found.Recipients, Role.Doer, complement);
        }

        if (rule == MatrixRule.Refuse)
        {
            // "refused the ministry to extend it", "refused a request by the ministry"
            frames.AddHeads(found.Recipients, Role.Object, verb);
            if (found.Recipients.Count == 0) frames.AddInsideObjects(found.Recipients, verb);
        }

        FrameFiller.Without(found.Recipients, found.Actors);
        if (found.Recipients.Count == 0 && told is not null)
        {
            found.Recipients.AddRange(told.Recipients);
            found.Recipients.AddRange(told.Actors);
            FrameFiller.Without(found.Recipients, found.Actors);
        }

        if (found.Recipients.Count == 0)
        {
            frames.AddBy(found.Recipients, complement, ["with", "to", "against", "on", "for", "from", "in"]);
            if (found.Recipients.Count == 0) frames.AddInsideObjects(found.Recipients, complement);
            FrameFiller.Without(found.Recipients, found.Actors);
        }

        if (found.Recipients.Count == 0 && coded is EventType.Reject or EventType.Threaten) frames.AddConditional(found.Recipients, complement);
        if (found.Recipients.Count == 0 && found.Actors.Count == 1) frames.AddNearest(found.Recipients, verb, found.Actors);
        if (told is null && found.Recipients.Count == 0 && rule is MatrixRule.Agree) found.Confidence = EventConfidence.GovernedUnknown;
        AbsorbClause(complement, range);
        absorbed.Add(verb);
        into.Add(found);
    }

    /// <summary>"The envoy said that the army must leave": a request to the army.</summary>
    private void AddObligation(int verb, int complement, int sentence, List<FoundEvent> into)
    {
        if (!reality.IsObliged(complement) || clause.SubjectOf(complement) < 0) return;
        var found = new FoundEvent { Type = EventType.Request, Token = verb, Rule = "obliged:" + tags.LemmaOf(verb), Sentence = sentence, Confidence = EventConfidence.Obliged };
        frames.AddHeads(found.Actors, Role.Doer, verb);
        frames.AddHeads(found.Recipients, clause.IsPassive(complement) ? Role.Object : Role.Doer, complement);
        FrameFiller.Without(found.Recipients, found.Actors);
        if (found.Actors.Count == 0 || found.Recipients.Count == 0) return;
        absorbed.Add(complement);
        absorbed.Add(verb);
        into.Add(found);
    }

    private void AddVerb(int verb, TokenRange range, int sentence, List<FoundEvent> into)
    {
        if (trees.DeprelOf(verb) == Deprel.Amod) return;
        TriggerPattern? pattern = matcher.Match(verb, range.End, out int taken);
        if (pattern is null) return;
        bool isBare = pattern.Length == 0;
        // "tried to leave", "kicked off": another verb than the pattern's
        if (isBare && (phrases.ChildBy(verb, Deprel.CompoundPrt) >= 0 || (ComplementOf(verb) >= 0 && RuleAt(verb) is MatrixRule.Do or MatrixRule.Plan or MatrixRule.May or MatrixRule.Deny))) return;
        // "called him a liar", "calling him a liar": no telephone
        if (isBare && pattern.Mode == "phone" && (phrases.ChildBy(verb, Deprel.Xcomp) is >= 0 and var named && tags.UposOf(named) != Upos.Verb || tags.XposOf(verb) == "VBG")) return;
        // "the refusal demonstrates that": no demonstration
        if (isBare && pattern.Mode == "demo" && (phrases.ChildBy(verb, Deprel.Ccomp) >= 0 || phrases.ChildBy(verb, Deprel.Obj) >= 0)) return;
        if (taken >= 0) absorbed.Add(taken);
        FoundEvent found = frames.Fill(pattern, verb, taken, sentence);
        if (AccusedOf(verb) is >= 0 and var accused)
        {
            found.Actors.Clear();
            parties.AddDoer(accused, found.Actors);
            FrameFiller.Without(found.Actors, found.Recipients);
        }

        if (found.Type == EventType.Assault && taken >= 0 && IsOfWords(taken)) (found.Type, found.Mode) = (EventType.Accuse, "disapprove");
        // "called the premier to congratulate him": the content counts, not the telephone
        if (found.Mode == "phone" && ComplementOf(verb) is >= 0 and var content && matcher.Match(content, range.End, out _) is { Type: EventType.Support or EventType.Accuse or EventType.Request or EventType.Threaten or EventType.Agree } told)
        {
            (found.Type, found.Mode) = (told.Type, told.Mode);
            AbsorbClause(content, range);
        }

        found.Reality = reality.Of(verb);
        // "will not lift the embargo", "would never accept refugees": refused
        // "did not allow the march" is as much of a refusal
        bool isRefused = found.Reality == EventReality.Negated && (reality.IsFuture(verb) || Is(verb, EventWord.Grant)) && (IsCooperative(found.Type) || found.Type is EventType.Concede or EventType.Retreat);
        if (isRefused) (found.Type, found.Mode, found.Reality) = (EventType.Reject, WantedOf(found.Type), EventReality.Asserted);
        else if (found.Type is EventType.Request or EventType.Reject) found.Mode ??= WantedBy(verb, range);
        if (found.Type is EventType.Assault or EventType.Coerce && found.Actors.Count == 0) TakeSubjectEvent(verb, range, found);
        if ((found.Type is EventType.Assault or EventType.Coerce || found.Mode is "release" or "expel") && found.Actors.Count == 0 && clause.IsPassive(verb)) AddUnknown(verb, found);
        if (found.Type == EventType.Protest) TakePurpose(verb, range, found);
        if (found.Recipients.Count == 0 && found.Type is EventType.Reject or EventType.Threaten) frames.AddConditional(found.Recipients, verb);
        if (found.Recipients.Count == 0 && found.Type == EventType.Concede) frames.AddPartners(found.Recipients, verb);
        FrameFiller.Without(found.Recipients, found.Actors);
        // exercises of several are cooperation, one's own show arms; troops that keep the peace help
        if (found.Type == EventType.Mobilize && taken >= 0 && Is(taken, EventWord.Exercise) && (found.Actors.Count > 1 || IsJoint(verb, taken))) (found.Type, found.Mode) = (EventType.Cooperate, null);
        if (found.Mode == "visit" && found.Actors.Count > 0 && found.Actors.TrueForAll(IsTroops)) (found.Type, found.Mode) = (EventType.Mobilize, "troops");
        if (found.Type is EventType.Mobilize or EventType.Aid && found.Actors.Count == 0 && clause.IsPassive(verb))
        {
            // "soldiers were sent": they act
            frames.AddHeads(found.Actors, Role.Object, verb);
            found.Actors.RemoveAll(a => !IsTroops(a));
            FrameFiller.Without(found.Recipients, found.Actors);
        }

        if (found.Type == EventType.Mobilize && Tells(verb, EventWord.Peacekeeping)) (found.Type, found.Mode) = (EventType.Aid, null);
        // "released a report", "fought for an hour": whoever is freed or fought is named
        if (isBare && found.Mode == "release" && (found.Recipients.Count == 0 || IsOfPublication(verb))) return;
        if (isBare && found.Recipients.Count == 0 && Is(verb, EventWord.Against)) return;
        if (found.Recipients.Count == 0 && found.Actors.Count == 1) frames.AddNearest(found.Recipients, verb, found.Actors);
        if (!IsWorth(found, isBare)) return;
        found.Confidence = EventConfidence.OfVerb(found, trees.DeprelOf(verb) == Deprel.Acl);
        if (!isRefused) Foresee(verb, found);
        into.Add(found);
    }

    private void AddNoun(int noun, TokenRange range, int sentence, List<FoundEvent> into)
    {
        if (trees.DeprelOf(noun) is Deprel.Compound or Deprel.NmodDesc or Deprel.Flat or Deprel.Amod) return;
        TriggerPattern? pattern = matcher.Match(noun, range.End, out _);
        if (pattern is null) return;
        FoundEvent found = frames.Fill(pattern, noun, -1, sentence);
        if (found.Type == EventType.Assault && IsOfWords(noun)) (found.Type, found.Mode) = (EventType.Accuse, "disapprove");
        int head = trees.HeadOf(noun);
        if (head >= 0 && trees.DeprelOf(noun) == Deprel.Obj && tags.UposOf(head) == Upos.Verb)
        {
            if (GovernorRule(head) is { } rule && rule is MatrixRule.Refuse or MatrixRule.Ask or MatrixRule.Deny) return;
            if (found.Actors.Count == 0 && Is(head, EventWord.Light)) frames.AddHeads(found.Actors, Role.Doer, head);
        }

        // "suffers under French sanctions", "faces an inquiry by the court"
        int above = head >= 0 && trees.DeprelOf(noun) is Deprel.Obj or Deprel.Obl && tags.UposOf(head) == Upos.Verb ? head : -1;
        if (found.Recipients.Count == 0 && above >= 0 && Is(above, EventWord.Undergo)) frames.AddHeads(found.Recipients, Role.Doer, above);
        FrameFiller.Without(found.Recipients, found.Actors);
        bool both = found.Actors.Count > 0 && (found.Recipients.Count > 0 || (pattern.Frame.IsReciprocal && found.Actors.Count > 1));
        if (!both && !(found.Type is EventType.Assault or EventType.Coerce && found.Recipients.Count > 0)) return;
        found.Reality = reality.Of(noun);
        found.Confidence = EventConfidence.OfNoun(found, both, IsGoverned(noun));
        into.Add(found);
    }

    /// <summary>"The bombing killed two guards": whoever bombed.</summary>
    private void TakeSubjectEvent(int verb, TokenRange range, FoundEvent found)
    {
        int subject = clause.IsPassive(verb) ? phrases.ChildBy(verb, Deprel.OblAgent) : phrases.ChildBy(verb, Deprel.Nsubj);
        if (subject < 0 || tags.UposOf(subject) != Upos.Noun || Is(subject, EventWord.Disaster)) return;
        if (matcher.Match(subject, range.End, out _) is { Type: EventType.Assault } pattern)
        {
            frames.AddPlaces(pattern.Frame.Actors, subject, [], -1, found.Actors, []);
            found.Mode ??= pattern.Mode;
            absorbed.Add(subject);
        }

        if (found.Actors.Count > 0) return;
        // a bomb, a blast: somebody who is not known, of the place
        List<EventParty> places = [];
        frames.AddBy(places, verb, Locatives);
        if (places.Count == 0) frames.AddBy(places, subject, Locatives);
        string? country = places.Concat(found.Recipients).Select(static r => r.Country).FirstOrDefault(static c => c is not null);
        found.Actors.Add(new(tokens.SpanOf(subject), null, country, "UAF"));
    }

    /// <summary>"was arrested in Quito": somebody there; "was expelled from Chad": Chad.</summary>
    private void AddUnknown(int verb, FoundEvent found)
    {
        if (found.Mode is "expel" or "deport" or "release")
        {
            frames.AddBy(found.Actors, verb, ["from"]);
            found.Actors.RemoveAll(static a => a.Country is null);
            FrameFiller.Without(found.Actors, found.Recipients);
            if (found.Actors.Count > 0) return;
        }

        List<EventParty> places = [];
        frames.AddBy(places, verb, Locatives);
        if (places is [{ Country: not null } place, ..]) found.Actors.Add(place with { Actor = null, Sector = found.Type == EventType.Assault ? "UAF" : null });
    }

    /// <summary>What a demonstration asks for is no event of its own, but tells against whom it is: "marched to demand that the king resign".</summary>
    private void TakePurpose(int verb, TokenRange range, FoundEvent found)
    {
        for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is not (Deprel.Advcl or Deprel.Xcomp or Deprel.Conj or Deprel.Acl) || tags.UposOf(child) != Upos.Verb || absorbed.Contains(child)) continue;
            if (matcher.Match(child, range.End, out int taken) is not { Type: EventType.Request or EventType.Accuse or EventType.Protest } pattern) continue;
            FoundEvent purpose = frames.Fill(pattern, child, taken, found.Sentence);
            List<EventParty> against = purpose.Recipients;
            if (against.Count == 0) frames.AddInsideObjects(against, child);
            if (against.Count == 0 && ComplementOf(child) is >= 0 and var wanted) frames.AddHeads(against, Role.Doer, wanted);
            if (against.Count == 0) frames.AddBy(against, child, ["for", "of", "against", "from"]);
            FrameFiller.Without(against, found.Actors);
            absorbed.Add(child);
            if (against.Count == 0) continue;
            found.Recipients.Clear();
            found.Recipients.AddRange(against);
            return;
        }
    }

    /// <summary>A future act of cooperation is an agreement; one of harm, told by who will do it, a threat.</summary>
    private void Foresee(int verb, FoundEvent found)
    {
        if (found.Reality == EventReality.Negated) return;
        MatrixRule? rule = GovernorRule(verb);
        bool future = reality.IsFuture(verb) || rule == MatrixRule.Plan;
        if (rule == MatrixRule.May && found.Reality == EventReality.Asserted) found.Reality = EventReality.Possible;
        if (rule == MatrixRule.Deny) found.Reality = EventReality.Negated;
        if (!future) return;
        if (IsCooperative(found.Type))
        {
            found.Type = EventType.Agree;
            found.Mode = null;
            found.Reality = EventReality.Asserted;
        }
        else if (IsHostile(found.Type) && IsOwnWord(verb, found))
        {
            found.Mode = ThreatOf(found);
            found.Type = EventType.Threaten;
            found.Reality = EventReality.Asserted;
        }
        else if (found.Type is not (EventType.Concede or EventType.Retreat) && found.Reality is EventReality.Asserted or EventReality.Conditional)
        {
            found.Reality = EventReality.Planned;
        }
        else if (found.Type is EventType.Concede or EventType.Retreat)
        {
            found.Type = EventType.Concede;
            found.Reality = EventReality.Asserted;
        }
    }

    /// <summary>Whether whoever acts in a clause says so: "the army said it would shell the town".</summary>
    private bool IsOwnWord(int verb, FoundEvent found)
    {
        int head = trees.HeadOf(verb);
        if (head < 0 || trees.DeprelOf(verb) is not (Deprel.Ccomp or Deprel.Xcomp) || !IsSaying(head)) return false;
        List<EventParty> speakers = [];
        frames.AddHeads(speakers, Role.Doer, head);
        return speakers.Exists(s => found.Actors.Exists(a => a.Actor is not null && a.Actor == s.Actor)) || phrases.ChildBy(verb, Deprel.Nsubj) is var subject && (subject < 0 || tags.UposOf(subject) == Upos.Pron);
    }

    private MatrixRule? GovernorRule(int verb)
    {
        int at = verb;
        if (trees.DeprelOf(at) == Deprel.Conj && trees.HeadOf(at) is >= 0 and var first) at = first;
        int head = trees.HeadOf(at);
        if (head < 0 || trees.DeprelOf(at) is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Acl)) return null;
        return RuleAt(head);
    }

    private MatrixRule? RuleAt(int token) => lexicon.RuleOf(tags.Lemma(token, stackalloc char[TagTable.UsualLemma]));

    private bool Is(int token, EventWord word) => lexicon.Is(tags.Lemma(token, stackalloc char[TagTable.UsualLemma]), word);

    /// <summary>Whether a noun depends on a word that tells an event by itself: "condemned the killing", "an inquiry into the killing".</summary>
    private bool IsGoverned(int noun)
    {
        int head = trees.HeadOf(noun);
        return head >= 0 && trees.DeprelOf(noun) is Deprel.Obj or Deprel.Nmod or Deprel.Obl;
    }

    /// <summary>"accused its neighbor of selling arms": whoever is said to do what the verb tells, where the tree hangs it on him; −1 for nobody.</summary>
    private int AccusedOf(int verb)
        => tags.XposOf(verb) == "VBG" && trees.DeprelOf(verb) == Deprel.Acl && clause.HasCase(verb, "of") && trees.HeadOf(verb) is >= 0 and var noun
            && trees.DeprelOf(noun) == Deprel.Obj && trees.HeadOf(noun) is >= 0 and var outer && RuleAt(outer) == MatrixRule.Accuse ? noun : -1;

    private int ComplementOf(int verb)
    {
        for (int child = phrases.FirstChild(verb); child >= 0; child = phrases.NextChild(child))
        {
            if (tags.UposOf(child) is not (Upos.Verb or Upos.Adj or Upos.Noun)) continue;
            if (trees.DeprelOf(child) is Deprel.Xcomp or Deprel.Ccomp && tags.UposOf(child) == Upos.Verb) return child;
            // "accused the general of attacking", "called on them to leave"
            if (trees.DeprelOf(child) is Deprel.Advcl && tags.UposOf(child) == Upos.Verb && (clause.HasCase(child, "of") || clause.HasCase(child, "to") || clause.HasCase(child, "for")) && tags.UposOf(verb) == Upos.Verb) return child;
        }

        return -1;
    }

    /// <summary>The verb and the coordinated verbs of a complement, with their objects, tell nothing of their own.</summary>
    private void AbsorbClause(int complement, TokenRange range)
    {
        int last = Math.Min(phrases.LastOf(complement), range.End - 1);
        for (int t = phrases.FirstOf(complement); t <= last; t++)
        {
            if (tags.UposOf(t) is not (Upos.Verb or Upos.Noun)) continue;
            // a relative or adverbial clause inside tells what has happened
            int at = t;
            bool apart = false;
            for (int steps = 0; steps < 12 && at != complement && at >= 0; steps++)
            {
                if (trees.DeprelOf(at) is Deprel.AclRelcl or Deprel.Advcl) apart = true;
                at = trees.HeadOf(at);
            }

            if (!apart) absorbed.Add(t);
        }
    }

    /// <summary>"a scathing attack": one of words.</summary>
    private bool IsOfWords(int noun)
    {
        for (int child = phrases.FirstChild(noun); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is Deprel.Amod or Deprel.Compound && lexicon.Is(tokens.WordOf(child), EventWord.Spoken)) return true;
        }

        return false;
    }

    private bool IsOfPublication(int verb)
    {
        int released = clause.IsPassive(verb) ? phrases.ChildBy(verb, Deprel.NsubjPass) : phrases.ChildBy(verb, Deprel.Obj);
        if (released < 0 && trees.DeprelOf(verb) is Deprel.Acl or Deprel.Amod) released = trees.HeadOf(verb);
        return released >= 0 && Is(released, EventWord.Publication);
    }

    /// <summary>"held an exercise with Chile", not "near Chile".</summary>
    private bool IsJoint(int verb, int exercise)
    {
        List<EventParty> partners = [];
        frames.AddBy(partners, verb, ["with"]);
        frames.AddBy(partners, exercise, ["with"]);
        return partners.Count > 0;
    }

    /// <summary>Whether a word that hangs on a verb, at some remove, is of use so.</summary>
    private bool Tells(int verb, EventWord use)
    {
        int last = Math.Min(phrases.LastOf(verb), verb + 30);
        for (int t = Math.Max(phrases.FirstOf(verb), verb - 30); t <= last; t++)
        {
            if (tags.UposOf(t) is Upos.Noun or Upos.Adj && Is(t, use) && (t < verb || clause.IsPart(t, verb, static _ => false))) return true;
        }

        return false;
    }

    private bool IsSaying(int verb) => tags.UposOf(verb) == Upos.Verb && Is(verb, EventWord.Saying);

    /// <summary>People visit; states and bodies do not.</summary>
    private bool IsVisitor(EventParty party)
        => party.Actor is { } actor ? document.Actors[actor].Kind is ActorKind.Person or ActorKind.Group : party.Sector is not null;

    /// <summary>Soldiers who arrive are no visitors.</summary>
    private bool IsTroops(EventParty party) => party.Sector == "MIL" && (party.Actor is not { } actor || document.Actors[actor].Kind != ActorKind.Person);

    private bool IsWorth(FoundEvent found, bool isBare)
    {
        if (found.Actors.Count == 0 && found.Recipients.Count == 0) return false;
        return found.Type switch
        {
            EventType.Assault or EventType.Coerce => true,
            EventType.Protest or EventType.Retreat or EventType.Concede => found.Actors.Count > 0,
            EventType.Reject or EventType.Request or EventType.Accuse when isBare => found.Actors.Exists(static a => a.Country is not null || a.Actor is not null || a.Sector is "LEG" or "JUD" or "GOV"),
            EventType.Accuse => found.Actors.Count > 0 || found.Recipients.Count > 0,
            EventType.Aid => found.Actors.Count > 0 && found.Recipients.Count > 0,
            EventType.Sanction => found.Recipients.Count > 0 || (found.Actors.Count > 0 && (!isBare || found.Actors.Exists(static a => a.Sector == "JUD"))),
            EventType.Consult when found.Mode == "visit" => found.Recipients.Count > 0 && found.Actors.Exists(IsVisitor),
            _ when isBare => found.Actors.Count > 1 || (found.Actors.Count > 0 && found.Recipients.Count > 0),
            _ => found.Actors.Count > 0,
        };
    }

    private static bool IsCooperative(EventType type) => type is EventType.Agree or EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid;

    private static bool IsHostile(EventType type) => type is EventType.Threaten or EventType.Protest or EventType.Sanction or EventType.Mobilize or EventType.Coerce or EventType.Assault;

    /// <summary>What the noun that a verb asks for or refuses tells: "demanded talks".</summary>
    private string? WantedBy(int verb, TokenRange range)
    {
        nominals.Clear();
        clause.AddObjects(verb, nominals);
        clause.AddBy(verb, "for", nominals);
        foreach (int noun in nominals)
        {
            if (tags.UposOf(noun) == Upos.Noun && matcher.Match(noun, range.End, out _) is { } pattern && WantedOf(pattern.Type) is { } wanted) return wanted;
        }

        return null;
    }

    private static string? WantedOf(EventType? wanted) => wanted switch
    {
        EventType.Consult => "meet",
        EventType.Agree or EventType.Support or EventType.Cooperate or EventType.Aid => "assist",
        EventType.Concede or EventType.Retreat => "yield",
        _ => null,
    };

    private static string? ThreatOf(FoundEvent? told) => told?.Type switch
    {
        EventType.Assault or EventType.Mobilize => "violence",
        EventType.Sanction => told.Mode == "expel" ? "expel" : "relations",
        EventType.Coerce => told.Mode == "arrest" ? "arrest" : "restrict",
        EventType.Protest => "restrict",
        _ => null,
    };
}
