// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Events;

/// <summary>The part that somebody plays in a clause.</summary>
internal enum Role
{
    /// <summary>Does it.</summary>
    Doer,

    /// <summary>It is done to.</summary>
    Object,

    /// <summary>It is given or told to.</summary>
    Indirect,
}

/// <summary>Finds the parties of an event where its pattern says that they stand.</summary>
internal sealed class FrameFiller(Document document, Clause clause, PartyCoder parties, EventLexicon lexicon)
{
    private readonly PhraseTree phrases = document.Phrases;
    private readonly TreeTable trees = document.Trees;
    private readonly TagTable tags = document.Tags;
    private readonly TokenTable tokens = document.Tokens;
    private readonly List<int> heads = [];
    private readonly List<int> objects = [];
    private readonly List<EventParty> candidates = [];

    /// <summary>The pattern's parties.</summary>
    public FoundEvent Fill(TriggerPattern pattern, int token, int taken, int sentence)
    {
        var found = new FoundEvent
        {
            Type = pattern.Type, Mode = pattern.Mode, Token = token, Rule = (pattern.IsNoun ? "noun:" : "verb:") + pattern.Text, Sentence = sentence,
        };
        objects.Clear();
        if (!pattern.IsNoun) clause.AddObjects(token, objects);
        int[] of = [.. objects];
        AddPlaces(pattern.Frame.Actors, token, of, taken, found.Actors, []);
        AddPlaces(pattern.Frame.Recipients, token, of, taken, found.Recipients, found.Actors);
        if (pattern.Frame.IsReciprocal && found.Actors.Count == 0)
        {
            // "talks between the ministries": nobody comes first
            found.Actors.AddRange(found.Recipients);
            found.Recipients.Clear();
        }

        return found;
    }

    /// <summary>Adds the parties that stand at the first of some places where anybody does who is not on the other side.</summary>
    public void AddPlaces(string[] places, int token, int[] of, int taken, List<EventParty> into, List<EventParty> others)
    {
        foreach (string place in places)
        {
            AddPlace(place, token, of, taken, into);
            Without(into, others);
            if (into.Count > 0) return;
        }

        foreach (string place in places)
        {
            AddAnybody(place, token, of, into);
            Without(into, others);
            if (into.Count > 0) return;
        }
    }

    private void AddPlace(string place, int token, int[] of, int taken, List<EventParty> into)
    {
        switch (place)
        {
            case "S":
                AddActing(into, token);
                break;
            case "O":
                foreach (int one in of)
                {
                    if (one != taken || tags.UposOf(one) == Upos.Propn || IsPerson(one)) parties.Add(one, into);
                }

                break;
            case "O*":
                foreach (int one in of) parties.AddInside(one, into);
                break;
            case "iobj":
                AddHeads(into, Role.Indirect, token);
                break;
            case "poss":
                for (int child = phrases.FirstChild(token); child >= 0; child = phrases.NextChild(child))
                {
                    if (trees.DeprelOf(child) is Deprel.NmodPoss or Deprel.Amod or Deprel.Compound) AddNominal(PossessorOf(child, token), into);
                }

                break;
            default:
                AddBy(into, token, [place]);
                foreach (int one in of) AddBy(into, one, [place]);
                if (taken >= 0 && Array.IndexOf(of, taken) < 0) AddBy(into, taken, [place]);
                break;
        }
    }

    /// <summary>Adds people of whom nothing else is known: "freed two leaders", "surrendered to the authorities".</summary>
    private void AddAnybody(string place, int token, int[] of, List<EventParty> into)
    {
        switch (place)
        {
            case "O":
                foreach (int one in of) parties.AddSufferer(one, into);
                break;
            case "O*":
                foreach (int one in of) parties.AddSufferersInside(one, into);
                break;
            case "S" or "iobj" or "poss":
                break;
            default:
                heads.Clear();
                clause.AddBy(token, place, heads);
                foreach (int head in heads) parties.AddSufferer(head, into);
                break;
        }
    }

    /// <summary>"Moscow's recognition of the islands and its landing there": the possessor of the first of coordinated nouns, for a pronoun at a later one.</summary>
    private int PossessorOf(int modifier, int noun)
        => tags.UposOf(modifier) == Upos.Pron && trees.DeprelOf(noun) == Deprel.Conj && trees.HeadOf(noun) is >= 0 and var first && phrases.ChildBy(first, Deprel.NmodPoss) is >= 0 and var named
            && !(tokens.WordOf(modifier) is "its" && document.Mentions.ActorAt(named) is >= 0 and var owner && document.Actors[owner].Kind == ActorKind.Person) ? named : modifier;

    private bool IsPerson(int noun) => tags.UposOf(noun) == Upos.Noun && trees.DeprelOf(noun) is Deprel.Obj or Deprel.NsubjPass;

    /// <summary>Adds whoever does what a verb says, also where nothing else is known of them.</summary>
    public void AddActing(List<EventParty> into, int verb)
    {
        heads.Clear();
        clause.AddDoers(verb, heads);
        foreach (int head in heads) parties.AddDoer(head, into);
    }

    /// <summary>Adds the parties of a verb by the part they play.</summary>
    public void AddHeads(List<EventParty> into, Role role, int token)
    {
        heads.Clear();
        if (role == Role.Doer) clause.AddDoers(token, heads);
        else if (role == Role.Object) clause.AddObjects(token, heads);
        else clause.AddIndirect(token, heads);
        foreach (int head in heads) parties.Add(head, into);
    }

    private void AddNominal(int head, List<EventParty> into)
    {
        heads.Clear();
        clause.AddNominal(head, heads);
        for (int child = phrases.FirstChild(head); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Conj && tags.UposOf(child) == Upos.Adj) heads.Add(child);
        }

        foreach (int one in heads) parties.Add(one, into);
    }

    /// <summary>Adds the parties that depend on a word by a preposition; the first of several that names somebody.</summary>
    public void AddBy(List<EventParty> into, int token, ReadOnlySpan<string> prepositions)
    {
        foreach (string preposition in prepositions)
        {
            heads.Clear();
            clause.AddBy(token, preposition, heads);
            if (heads.Count == 0 && preposition == "against") clause.AddBelow(token, preposition, heads);
            foreach (int head in heads)
            {
                int before = into.Count;
                parties.Add(head, into);
                if (into.Count == before) parties.AddInside(head, into);
            }

            if (into.Count > 0) return;
        }
    }

    /// <summary>Adds those from whom something is wanted first: "will not return until the ministry pays".</summary>
    public void AddConditional(List<EventParty> into, int verb)
    {
        heads.Clear();
        clause.AddConditional(verb, heads);
        foreach (int head in heads)
        {
            if (tags.UposOf(head) != Upos.Pron) parties.AddSufferer(head, into);
        }
    }

    /// <summary>Adds those with whom something was settled before: "called off the strike after talks with the ministry".</summary>
    public void AddPartners(List<EventParty> into, int verb)
    {
        heads.Clear();
        clause.AddBelow(verb, "with", heads);
        foreach (int head in heads) parties.AddSufferer(head, into);
    }

    /// <summary>Adds the nearest parties with a country behind a word that have a part in what it tells: "raised its aid to help people in Chad".</summary>
    public void AddNearest(List<EventParty> into, int word, List<EventParty> others)
    {
        for (int part = clause.NextPart(word, word, IsBeside); part >= 0; part = clause.NextPart(word, part, IsBeside))
        {
            candidates.Clear();
            AddNominal(part, candidates);
            candidates.RemoveAll(static c => c.Country is null);
            Without(candidates, others);
            if (candidates.Count == 0) continue;
            into.AddRange(candidates);
            return;
        }
    }

    private bool IsBeside(int preposition) => lexicon.Is(tokens.WordOf(preposition), EventWord.Beside);

    /// <summary>Adds the parties that the objects of a verb name inside them.</summary>
    public void AddInsideObjects(List<EventParty> into, int verb)
    {
        objects.Clear();
        clause.AddObjects(verb, objects);
        foreach (int one in objects) parties.AddInside(one, into);
    }

    /// <summary>Takes out of a list whoever stands in another.</summary>
    public static void Without(List<EventParty> list, List<EventParty> others)
        => list.RemoveAll(p => others.Exists(o => o.Span == p.Span || (o.Actor is not null && o.Actor == p.Actor)));
}
