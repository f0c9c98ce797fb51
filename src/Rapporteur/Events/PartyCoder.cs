// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Events;

/// <summary>Says who a noun phrase names, in PLOVER's codes: from the report's actors, else from the words themselves.</summary>
internal sealed class PartyCoder(Document document, EventLexicon words, ActorLexicon lexicon)
{
    private const int MostParties = 12;

    private readonly DateOnly? on = document.Origin.AnchorDay;
    private readonly PhraseTree phrases = document.Phrases;
    private readonly MentionIndex mentions = document.Mentions;
    private readonly TreeTable trees = document.Trees;
    private readonly TagTable tags = document.Tags;
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>Adds the parties that a noun names; none where it names nobody.</summary>
    public void Add(int head, List<EventParty> into) => Add(head, into, 0, false);

    /// <summary>Adds whoever does something: also what has a name or a country, and is known for nothing else.</summary>
    public void AddDoer(int head, List<EventParty> into)
    {
        int before = into.Count;
        Add(head, into, 0, true);
        if (into.Count > before || tags.UposOf(head) is not (Upos.Noun or Upos.Propn)) return;
        string? country = CountriesOf(head) is [var first, ..] ? first : null;
        if (country is null && tags.UposOf(head) != Upos.Propn) return;
        into.Add(new(BaseOf(head), mentions.ActorAt(head) is >= 0 and var actor ? actor : null, country, null));
    }

    /// <summary>Adds whoever something is done to: also people of whom nothing else is known, "freed two leaders".</summary>
    public void AddSufferer(int head, List<EventParty> into)
    {
        int before = into.Count;
        Add(head, into, 0, true);
        if (into.Count > before || tags.UposOf(head) != Upos.Noun) return;
        int actor = mentions.ActorAt(head);
        if (actor >= 0 && document.Actors[actor].Kind is ActorKind.Person or ActorKind.Group) Put(into, new(BaseOf(head), actor, null, null));
    }

    /// <summary>Gives those whose office or trade alone is known the country of their sentence, where it names only one, and that as a place: "the premier imposed a curfew in Quito".</summary>
    /// <param name="sentence">Tokens of the sentence.</param>
    /// <param name="told">One side of an event.</param>
    /// <param name="others">Actors that they suffer from: of a state that acts abroad nobody is known to be a citizen.</param>
    public void Settle(TokenRange sentence, List<EventParty> told, List<EventParty> others)
    {
        if (!told.Exists(IsHomeless)) return;
        string? only = null;
        bool isPlace = false;
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (tags.UposOf(t) is not (Upos.Propn or Upos.Adj) || !char.IsUpper(tokens.WordOf(t)[0])) continue;
            List<string>? found = null;
            AddCountry(t, ref found);
            if (found is null || IsInternational(found[0])) continue;
            if (only is not null && only != found[0]) return;
            only = found[0];
            isPlace |= PlaceOf(tokens.SpanOf(t)) is not null && lexicon.TryFind(PlaceNameAt(t), on, out _, out _);
        }

        // "police arrested a Danish editor": not in Denmark
        if (only is null || !isPlace || others.Exists(o => o.Country == only && o.Sector is null)) return;
        for (int i = 0; i < told.Count; i++)
        {
            // several governments are of several countries
            if (IsHomeless(told[i]) && !(told[i].Sector == "GOV" && IsPlural(MentionIndex.HeadOf(document, told[i].Span)))) told[i] = told[i] with { Country = only };
        }
    }

    private static bool IsHomeless(EventParty party) => party is { Country: null, Sector: not null };

    /// <summary>Adds the parties that the modifiers of a noun name: "Palestinian lorries", "a curfew in Quito".</summary>
    public void AddInside(int head, List<EventParty> into) => AddInside(head, into, 0, false);

    /// <summary>Adds the people that the modifiers of a noun name, also those of whom nothing else is known.</summary>
    public void AddSufferersInside(int head, List<EventParty> into) => AddInside(head, into, 0, true);

    private void AddInside(int head, List<EventParty> into, int depth, bool anybody)
    {
        if (depth > 3) return;
        for (int child = phrases.FirstChild(head); child >= 0 && into.Count < MostParties; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is Deprel.NmodPoss or Deprel.Nmod or Deprel.Compound or Deprel.Amod or Deprel.Appos)
            {
                // "a call for its forces to leave": its own are not the other side
                if (trees.DeprelOf(child) == Deprel.Nmod && phrases.ChildBy(child, Deprel.NmodPoss) is >= 0 and var owner && tags.UposOf(owner) == Upos.Pron) continue;
                int before = into.Count;
                Add(child, into, depth + 1, anybody);
                // "general strike", "official contact": a modifier names somebody only by name
                if (trees.DeprelOf(child) is Deprel.Compound or Deprel.Amod && into.Count > before && into[before] is { Country: null, Actor: null }) into.RemoveRange(before, into.Count - before);
                if (into.Count == before) AddInside(child, into, depth + 1, anybody);
                if (into.Count > before) return;
            }
            else if (trees.DeprelOf(child) == Deprel.Acl && AgentOf(child) is >= 0 and var agent)
            {
                // "an appeal filed by the bank"
                Add(agent, into, depth + 1, anybody);
                if (into.Count > 0) return;
            }
        }
    }

    private int AgentOf(int participle)
    {
        for (int child = phrases.FirstChild(participle); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) is Deprel.OblAgent or Deprel.Obl && phrases.ChildBy(child, Deprel.Case) is >= 0 and var by && tokens.WordOf(by) is "by") return child;
        }

        return -1;
    }

    private void Add(int head, List<EventParty> into, int depth, bool anybody)
    {
        if (into.Count >= MostParties || depth > 4) return;
        if (IsPartitive(head) && InnerOf(head) is >= 0 and var inner)
        {
            Add(inner, into, depth + 1, anybody);
            for (int child = phrases.FirstChild(inner); child >= 0; child = phrases.NextChild(child))
            {
                if (trees.DeprelOf(child) == Deprel.Conj) Add(child, into, depth + 1, anybody);
            }

            return;
        }

        int number = mentions.ActorAt(head);
        TextSpan span = tags.UposOf(head) == Upos.Pron && number >= 0 ? NamedBefore(head, number) : BaseOf(head);
        Actor? actor = number >= 0 ? document.Actors[number] : null;
        int? named = number >= 0 && tags.UposOf(head) is Upos.Noun or Upos.Propn ? number : null;
        if (actor is { Kind: ActorKind.Other, Country: null }) (actor, number) = (null, -1);
        string? country = WiderPlace(head) ?? actor?.Country;
        string? sector = actor?.Sector;
        bool known = false;
        if (country is null && TryFindName(head, out KnownActor? found))
        {
            known = true;
            country = found.Country;
            sector ??= found.Sector;
        }

        if (sector is null && !IsInternational(country) && tags.UposOf(head) is Upos.Noun or Upos.Propn && lexicon.TryFindAgent(span.In(document.Text), out string agent, out _)) sector = agent;
        if (sector is null && Is(head, EventWord.Government)) sector = "GOV";
        // an ethnic group is of the state where it lives
        bool isEthnic = head > 0 && tokens.WordOf(head - 1) is "ethnic" or "Ethnic";
        if (isEthnic) (country, known) = (null, true);
        List<string>? countries = country is null ? CountriesOf(head) : IsPlural(head) ? CountriesOf(head, Deprel.Amod, Deprel.Compound) : null;
        if (countries is { Count: > 1 } && IsPlural(head))
        {
            // "U.S. and Russian negotiators"
            foreach (string one in countries) Put(into, new(span, null, one, sector));
            return;
        }

        if (country is null && NameBefore(head) is { } name) (country, sector, known) = (name.Country, sector ?? name.Sector, true);
        country ??= countries is { Count: > 0 } ? countries[0] : PlaceOf(span);
        if (isEthnic && countries is null) country = OtherPlace(head);
        if (actor is null && !known && sector is null && !IsPeople(head) && !IsNamed(head)) return;
        if (actor is null && country is null && sector is null && !IsNamed(head) && !(anybody && IsPeople(head))) return;
        Put(into, new(span, number >= 0 ? number : named, country, sector));
    }

    /// <summary>Looks up the name that a word belongs to, else the word.</summary>
    private bool TryFindName(int head, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KnownActor? found)
    {
        if (document.NamesByToken.NameAt(head) is >= 0 and var name && lexicon.TryFind(document.Names[name].Span.In(document.Text), on, out found, out _)) return true;
        // a person's surname alone is nobody's for sure
        if (tags.UposOf(head) is Upos.Propn or Upos.Adj && lexicon.TryFind(tokens.WordOf(head), on, out found, out _) && found.Kind != ActorKind.Person) return true;
        found = null;
        return false;
    }

    /// <summary>"The ministry said it would": the words of the same sentence that a pronoun stands for; the pronoun if there are none.</summary>
    private TextSpan NamedBefore(int pronoun, int actor)
    {
        TextSpan own = tokens.SpanOf(pronoun);
        int start = document.Sentences[document.SentenceAt(own.Start)].Span.Start;
        foreach (Mention mention in document.Actors[actor].Mentions)
        {
            if (mention.Span.Start < start) continue;
            if (mention.Span.Start >= own.Start) break;
            if (mention.Form != MentionForm.Pronoun && MentionIndex.HeadOf(document, mention.Span) is >= 0 and var head) return BaseOf(head);
        }

        return own;
    }

    /// <summary>"Islamic State militants", "the Hezbollah group": what the words before a noun name, as one name.</summary>
    private KnownActor? NameBefore(int head)
    {
        int first = head;
        while (first > 0 && head - first < 6 && trees.DeprelOf(first - 1) is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.NmodDesc && trees.HeadOf(first - 1) is var above && above >= first && above <= head) first--;
        while (first < head && !char.IsUpper(tokens.WordOf(first)[0])) first++;
        for (int end = head; end > first + 1; end--)
        {
            ReadOnlySpan<char> name = document.Text.AsSpan(tokens.SpanOf(first).Start, tokens.SpanOf(end - 1).End - tokens.SpanOf(first).Start);
            if (lexicon.TryFind(name, on, out KnownActor found, out _) && found.Kind == ActorKind.Organization) return found;
        }

        return null;
    }

    private bool IsPeople(int head) => tags.XposOf(head) == "NNPS" || (tags.UposOf(head) == Upos.Noun && Is(head, EventWord.People));

    private bool Is(int head, EventWord use) => words.Is(tags.Lemma(head, stackalloc char[TagTable.UsualLemma]), use);

    /// <summary>Whether a word is in the name of a person or a body.</summary>
    private bool IsNamed(int head) => document.NamesByToken.NameAt(head) is >= 0 and var name && document.Names[name].Type is NameType.Person or NameType.Organization;

    /// <summary>Whether a code stands for bodies of many countries.</summary>
    private static bool IsInternational(string? country) => country is ("UNO" or "EUR" or "NGO" or "MNC" or "ISM" or ['I', 'G', 'O', ..] or ['I', 'M', 'G', ..]);

    /// <summary>The country of the first place of a sentence that is not a word's own.</summary>
    private string? OtherPlace(int token)
    {
        TextSpan sentence = document.Sentences[document.SentenceAt(tokens.SpanOf(token).Start)].Span;
        ReadOnlySpan<Place> places = document.Places.AsSpan();
        for (int i = places.FirstFrom(sentence.Start); i < places.Length && places[i].Span.Start < sentence.End; i++)
        {
            if (!places[i].Span.Overlaps(tokens.SpanOf(token))) return places[i].Country;
        }

        return null;
    }

    private static void Put(List<EventParty> into, EventParty party)
    {
        foreach (EventParty other in into)
        {
            if (other.Span == party.Span && other.Country == party.Country) return;
            if (party.Actor is not null && other.Actor == party.Actor) return;
        }

        into.Add(party);
    }

    private bool IsPlural(int head) => head >= 0 && tags.XposOf(head) is "NNS" or "NNPS";

    private bool IsPartitive(int head)
        => tags.UposOf(head) == Upos.Num
            || (tags.UposOf(head) is Upos.Noun or Upos.Det or Upos.Pron or Upos.Adj && words.Is(tags.Lemma(head, stackalloc char[TagTable.UsualLemma]), EventWord.Partitive));

    /// <summary>"thousands of farmers": the farmers.</summary>
    private int InnerOf(int head)
    {
        for (int child = phrases.FirstChild(head); child >= 0; child = phrases.NextChild(child))
        {
            if (trees.DeprelOf(child) == Deprel.Nmod && phrases.ChildBy(child, Deprel.Case) is >= 0 and var of && tokens.WordOf(of) is "of" or "from") return child;
        }

        return -1;
    }

    /// <summary>The countries that the modifiers of a noun name: its adjectives before its possessor, "his Peruvian counterpart".</summary>
    private List<string>? CountriesOf(int head) => CountriesOf(head, Deprel.Amod, Deprel.Compound) ?? CountriesOf(head, Deprel.NmodPoss, Deprel.Nmod);

    private List<string>? CountriesOf(int head, Deprel one, Deprel other)
    {
        List<string>? found = null;
        for (int child = phrases.FirstChild(head); child >= 0; child = phrases.NextChild(child))
        {
            Deprel deprel = trees.DeprelOf(child);
            bool modifies = deprel == one || deprel == other || (one == Deprel.Amod && deprel is Deprel.Flat or Deprel.NmodDesc or Deprel.Appos);
            if (deprel == Deprel.Nmod) modifies &= phrases.ChildBy(child, Deprel.Case) is >= 0 and var by && tokens.WordOf(by) is "of" or "from" or "in" or "for" or "throughout" or "across" or "inside" or "at";
            if (!modifies || (found is not null && deprel is not Deprel.Compound)) continue;
            AddCountry(child, ref found);
            for (int inner = phrases.FirstChild(child); inner >= 0; inner = phrases.NextChild(inner))
            {
                if (trees.DeprelOf(inner) == Deprel.Conj) AddCountry(inner, ref found);
                else if (deprel is Deprel.Nmod or Deprel.NmodPoss && trees.DeprelOf(inner) is Deprel.Amod or Deprel.NmodPoss or Deprel.Compound) AddCountry(inner, ref found);
            }
        }

        return found;
    }

    private void AddCountry(int token, ref List<string>? found)
    {
        if (token > 0 && tokens.WordOf(token - 1) is "ethnic" or "Ethnic") return;
        string? country = WiderPlace(token) ?? (mentions.ActorAt(token) is >= 0 and var actor ? document.Actors[actor].Country : null);
        if (country is null && lexicon.TryFind(PlaceNameAt(token), on, out KnownActor known, out _)) country = known.Country;
        // "North Korean", "U.S.-led", "pro-Russian"
        if (country is null && token > 0 && trees.HeadOf(token - 1) == token && lexicon.TryFind(document.Text.AsSpan(tokens.SpanOf(token - 1).Start, tokens.SpanOf(token).End - tokens.SpanOf(token - 1).Start), on, out known, out _)) country = known.Country;
        if (country is null && tokens.WordOf(token) is var word && word.IndexOf('-') is > 1 and var dash && (word.EndsWith("-led") || word.EndsWith("-backed") || word.EndsWith("-based") || word.EndsWith("-born"))
            && lexicon.TryFind(word[..dash], on, out known, out _)) country = known.Country;
        // the same as three words
        if (country is null && token > 1 && tokens.WordOf(token) is "led" or "born" or "based" && tokens.WordOf(token - 1) is "-" && lexicon.TryFind(tokens.WordOf(token - 2), on, out known, out _)) country = known.Country;
        if (country is null && tags.UposOf(token) == Upos.Propn) country = PlaceOf(tokens.SpanOf(token));
        if (country is not null && found?.Contains(country) != true) (found ??= []).Add(country);
    }

    /// <summary>The word; of the last word of a place's name the whole of it: "Latin America" is not America.</summary>
    private ReadOnlySpan<char> PlaceNameAt(int token)
    {
        if (document.NamesByToken.NameAt(token) is >= 0 and var index && document.Names[index] is { Type: NameType.Location, Tokens.Count: > 1 } name && name.Tokens.End - 1 == token) return name.Span.In(document.Text);
        return tokens.WordOf(token);
    }

    /// <summary>The country of a place that a word is only a part of, and that is no actor: "Northern Ireland" is not Ireland.</summary>
    private string? WiderPlace(int token)
    {
        if (tags.UposOf(token) != Upos.Propn) return null;
        TextSpan span = tokens.SpanOf(token);
        ReadOnlySpan<Place> places = document.Places.AsSpan();
        int next = places.FirstEndingAfter(span.Start);
        return next < places.Length && places[next].Span is var wider && wider.Start < span.Start && wider.End == span.End && !lexicon.TryFind(wider.In(document.Text), on, out _, out _) ? places[next].Country : null;
    }

    /// <summary>The country of the place that the words are; null if they are none.</summary>
    private string? PlaceOf(TextSpan span)
    {
        ReadOnlySpan<Place> places = document.Places.AsSpan();
        int next = places.FirstEndingAfter(span.Start);
        return next < places.Length && places[next].Span.Overlaps(span) ? places[next].Country : null;
    }

    /// <summary>"Quito, Ecuador - Police": what parts a dateline from the sentence.</summary>
    private bool IsDash(int token) => tokens.WordOf(token) is "-" or "--" or "–" or "—" && tokens.SpanOf(token - 1).End < tokens.SpanOf(token).Start;

    /// <summary>A noun with its determiner, adjectives, compounds and possessors, but without what follows it, except names and "of".</summary>
    private TextSpan BaseOf(int head)
    {
        int first = head, last = head;
        for (int child = phrases.FirstChild(head); child >= 0; child = phrases.NextChild(child))
        {
            switch (trees.DeprelOf(child))
            {
                case Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.NmodDesc when child < head && !IsDash(child + 1):
                    first = Math.Min(first, phrases.FirstOf(child));
                    break;
                case Deprel.Flat or Deprel.Compound:
                    last = Math.Max(last, phrases.LastOf(child));
                    break;
                case Deprel.Appos when child == head + 1 || tags.UposOf(child) == Upos.Propn && child < head + 4:
                    last = Math.Max(last, child);
                    for (int name = phrases.FirstChild(child); name >= 0; name = phrases.NextChild(name))
                    {
                        if (trees.DeprelOf(name) == Deprel.Flat) last = Math.Max(last, name);
                    }

                    break;
                case Deprel.Nmod when phrases.ChildBy(child, Deprel.Case) is >= 0 and var by && tokens.WordOf(by) is "of" or "for" && child < head + 6:
                    last = Math.Max(last, child);
                    break;
            }
        }

        return new(tokens.SpanOf(first).Start, tokens.SpanOf(last).End);
    }
}
