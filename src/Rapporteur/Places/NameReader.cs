// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Places;

/// <summary>Words that name a place, and what a word beside them says that it is.</summary>
internal readonly record struct NamedPlace(TextSpan Span, int First, int End, PlaceWord Kind);

/// <summary>Reads which places a name, or a word outside names, names.</summary>
internal sealed class NameReader(Document document, PlaceIndex index, PlaceWords words)
{
    /// <summary>No place's name has more tokens.</summary>
    private const int MostTokens = 8;

    /// <summary>No body's name is read further.</summary>
    private const int LongestBody = 24;

    private readonly TokenTable tokens = document.Tokens;
    private readonly List<NamedPlace> places = [];
    private readonly HashSet<int> personStarts = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal), people = new(StringComparer.Ordinal);

    /// <summary>Notes which words are places and which are people anywhere in the report, for where the tagger does not tell.</summary>
    public void Learn()
    {
        foreach (Name name in document.Names.AsSpan())
        {
            if (name.Type == NameType.Location && IsKnown(name.Span)) known.Add(name.Span.In(document.Text).ToString());
            if (name.Type != NameType.Person) continue;
            personStarts.Add(name.Tokens.First);
            if (name.Tokens.Count > 1) people.Add(tokens.WordOf(name.Tokens.End - 1).ToString());
        }
    }

    /// <summary>The places that a name names; to be used before the next call.</summary>
    public IReadOnlyList<NamedPlace> Read(Name name)
    {
        places.Clear();
        (int first, int end) = (name.Tokens.First, name.Tokens.End);
        if (IsThing(end) || IsSomebody(name) || (end == first + 1 && personStarts.Contains(end))) return places;
        if (end - first > 2 && words.Of(tokens.WordOf(first)) == PlaceWord.Party && tokens.WordOf(first + 1) is "-") ReadLocation(first + 2, end);
        else if (name.Type == NameType.Location) ReadLocation(first, end);
        else if (IsKnown(first, end)) ReadOther(name);
        else ReadParts(name);
        return places;
    }

    /// <summary>A country, a state or its abbreviation, "Harbury-based", and the place of a dateline that the tagger missed.</summary>
    public bool TryReadUnnamed(int token, int end, out NamedPlace place)
    {
        place = default;
        if (tokens.WordOf(token) is "The" or "THE") return false;
        for (int last = Math.Min(end, token + 4); last > token; last--)
        {
            if (!(IsUnnamedPlace(token, last) || IsBesideHyphen(token, last) || IsDateline(token, last)) || !IsKnown(token, last, isHead: IsDateline(token, last)) || IsThing(last)) continue;
            place = Place(token, last, KindBeside(token, last));
            return true;
        }

        return TryReadHyphenated(token, out place);
    }

    private bool IsUnnamedPlace(int first, int end)
    {
        ReadOnlySpan<char> name = tokens.SpanOf(new TokenRange(first, end)).In(document.Text);
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return !people.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
        if (index.Listed(name, out PlaceNameForm form) is not { } listed) return false;
        return form switch
        {
            PlaceNameForm.Abbreviation => name[^1] == '.',
            PlaceNameForm.Capitals => IsAfterComma(first),
            PlaceNameForm.Bare => false,
            _ => listed.Feature == PlaceFeature.Country || IsAfterComma(first),
        };
    }

    private void ReadLocation(int first, int end)
    {
        for (int last = Math.Min(end + 3, tokens.Count); last > end; last--)
        {
            // "W. Va.", of which the tagger knew a part
            if (!IsListed(first, last, out _, out PlaceNameForm form) || form != PlaceNameForm.Abbreviation) continue;
            places.Add(Place(first, last, PlaceWord.None));
            return;
        }

        if (end == first + 1 && people.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.WordOf(first)) && !IsBetweenPlaces(first, end)) return;
        if (TryRead(first, end, out NamedPlace place) || (end == first + 1 && TryReadHyphenated(first, out place)) || (IsDateline(first, end) && IsKnown(first, end, isHead: true) && (place = Place(first, end, PlaceWord.None)).End > 0))
        {
            places.Add(place);
            return;
        }

        int start = first;
        for (int t = first; t <= end; t++)
        {
            if (t < end && tokens.WordOf(t) is not ("," or "/" or "-" or "–" or "and" or "&" or "of" or "in" or "(")) continue;
            if (t == end && start == first) break;
            // "Asia-Pacific" may be two places, "Gorno-Badakhshan" is one
            bool isJoined = IsJoined(t) || IsJoined(start - 1);
            if (start < t && TryRead(start, t, out place) && (!isJoined || IsListed(place.First, place.End, out _, out _))) places.Add(place);
            start = t + 1;
        }

        if (places.Count == 0) ReadBody(first, end);
    }

    /// <summary>A name that names a place but was taken for a person's, an organization's or something else.</summary>
    private void ReadOther(Name name)
    {
        (int first, int end) = (name.Tokens.First, name.Tokens.End);
        bool isListed = IsListed(first, end, out KnownPlace? listed, out PlaceNameForm form) && form != PlaceNameForm.Bare;
        bool isPlace = name.Type == NameType.Person
            ? isListed && form == PlaceNameForm.Abbreviation && name.Span.In(document.Text)[^1] == '.'
            : known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span.In(document.Text)) || (isListed && (form != PlaceNameForm.Capitals || listed!.Feature != PlaceFeature.Region || IsAfterComma(first)));
        if (isPlace || IsBetweenPlaces(first, end) || IsDateline(first, end)) places.Add(Place(first, end, KindBeside(first, end)));
    }

    /// <summary>A person's or an organization's name that holds the name of a place.</summary>
    private void ReadParts(Name name)
    {
        (int first, int end) = (name.Tokens.First, name.Tokens.End);
        if (end == first + 1 && TryReadHyphenated(first, out NamedPlace place)) places.Add(place);
        else if (name.Type == NameType.Organization) ReadBody(first, end);
        else if (name.Type == NameType.Person && TryRead(first, end, out place) && place.Kind == PlaceWord.Region) places.Add(place);
    }

    /// <summary>The place that a body is named after: "Harbury" in "Harbury Police Department", and in "University of Harbury".</summary>
    private void ReadBody(int first, int end)
    {
        bool hasBody = false;
        for (int t = first + 1; t < Math.Min(end, first + LongestBody); t++) hasBody |= words.Of(tokens.WordOf(t)) is PlaceWord.Body;
        for (int last = Math.Min(end - 1, first + MostTokens); last > first; last--)
        {
            PlaceWord next = words.Of(tokens.WordOf(last));
            // parts of a name are cut at blanks
            if (next == PlaceWord.Road || !char.IsUpper(tokens.WordOf(last)[0]) || tokens.SpanOf(last - 1).End == tokens.SpanOf(last).Start) continue;
            if ((hasBody || PlaceWords.IsKind(next)) && TryRead(first, last, out NamedPlace place))
            {
                places.Add(place);
                return;
            }
        }

        for (int t = first + 1; t < Math.Min(end - 1, first + LongestBody); t++)
        {
            if (tokens.WordOf(t) is not ("of" or "in") || !TryRead(t + 1, end, out NamedPlace place)) continue;
            places.Add(place);
            return;
        }
    }

    /// <summary>A name as it is, or without words for a side before it, or for a kind of place before or behind it.</summary>
    private bool TryRead(int first, int end, out NamedPlace place)
    {
        place = default;
        while (first < end && tokens.WordOf(first) is "the" or "The") first++;
        for (int start = first; start < Math.Min(end, first + MostTokens); start++)
        {
            if (IsKnown(start, end) && !IsRoad(end))
            {
                place = Place(start, end, KindBeside(start, end));
                return true;
            }

            PlaceWord behind = words.Of(tokens.WordOf(end - 1));
            if (end - 1 > start && behind is PlaceWord.City or PlaceWord.Region && IsKnown(start, end - 1))
            {
                place = Place(start, end - 1, behind);
                return true;
            }

            PlaceWord before = words.Of(tokens.WordOf(start));
            if (end - start > 2 && PlaceWords.IsKind(before) && tokens.WordOf(start + 1) is "of" or "Of" && IsKnown(start + 2, end))
            {
                place = Place(start + 2, end, before);
                return true;
            }

            if (before is not PlaceWord.Side) return false;
        }

        return false;
    }

    /// <summary>"Harbury-based", "R-Harbury".</summary>
    private bool TryReadHyphenated(int token, out NamedPlace place)
    {
        place = default;
        TextSpan span = tokens.SpanOf(token);
        int hyphen = span.In(document.Text).IndexOf('-');
        if (hyphen <= 0 || hyphen == span.Length - 1) return false;
        TextSpan before = new(span.Start, span.Start + hyphen), after = new(span.Start + hyphen + 1, span.End);
        if (words.Of(before.In(document.Text)) == PlaceWord.Party && IsKnown(after)) place = new(after, token, token + 1, PlaceWord.None);
        else if (after.In(document.Text) is "based" or "born" or "area" or "led" or "backed" && IsKnown(before)) place = new(before, token, token + 1, PlaceWord.None);
        return place.End > 0;
    }

    /// <summary>"Harbury" before "-based" and behind "R-".</summary>
    private bool IsBesideHyphen(int first, int end)
        => (end + 1 < tokens.Count && tokens.WordOf(end) is "-" && tokens.WordOf(end + 1) is "based" or "born" or "area" or "led" or "backed")
            || (first > 1 && tokens.WordOf(first - 1) is "-" && words.Of(tokens.WordOf(first - 2)) == PlaceWord.Party && tokens.SpanOf(first - 1).End == tokens.SpanOf(first).Start);

    /// <summary>Whether the words stand in capitals at the beginning of a line or sentence, and a dash follows them, or a comma or a bracket.</summary>
    private bool IsDateline(int first, int end)
    {
        int start = tokens.SpanOf(first).Start;
        if (end >= tokens.Count || tokens.WordOf(end) is not ("-" or "--" or "–" or "—" or "," or "(")) return false;
        if (first > 0 && document.Text[start - 1] != '\n' && (tokens.WordOf(first - 1) is not ("." or "”" or "\"") || tokens.WordOf(end) is "," or "(")) return false;
        foreach (char c in tokens.SpanOf(new TokenRange(first, end)).In(document.Text))
        {
            if (char.IsLower(c)) return false;
        }

        return tokens.SpanOf(new TokenRange(first, end)).Length > 3;
    }

    /// <summary>Whether the lists of actors know the name as an adjective, a person, an organization or a government's seat, and no list as a place.</summary>
    private bool IsSomebody(Name name)
    {
        if (!ActorLexicon.Default.TryFind(name.Span.In(document.Text), null, out KnownActor actor, out KnownForm form)) return false;
        return form switch
        {
            KnownForm.Adjective or KnownForm.Demonym => true,
            KnownForm.Metonym => !index.IsLarge(name.Span.In(document.Text)),
            _ => actor.Kind is ActorKind.Person or ActorKind.Organization && index.Listed(name.Span.In(document.Text), out _) is null,
        };
    }

    /// <summary>Whether a token is a hyphen between two words.</summary>
    private bool IsJoined(int token) => token > 0 && token + 1 < tokens.Count && tokens.WordOf(token) is "-" && tokens.SpanOf(token).End == tokens.SpanOf(token + 1).Start;

    /// <summary>Whether what follows is named after the place: "Harbury virus".</summary>
    private bool IsThing(int end) => end < tokens.Count && words.Of(tokens.WordOf(end)) == PlaceWord.Thing;

    /// <summary>Whether a preposition of place stands before the words, or the name of what holds them behind.</summary>
    private bool IsBetweenPlaces(int first, int end)
        => (first > 0 && words.Of(tokens.WordOf(first - 1)) == PlaceWord.Before && char.IsLower(tokens.WordOf(first - 1)[0]) && !(end < tokens.Count && tokens.WordOf(end) is "'s" or "’s" or "and"))
            || (end + 1 < tokens.Count && tokens.WordOf(end) is "," && IsListed(end + 1, end + 2, out KnownPlace? outer, out PlaceNameForm form) && form != PlaceNameForm.Bare && outer.Feature is PlaceFeature.Country or PlaceFeature.Region);

    private bool IsAfterComma(int token) => token > 0 && tokens.WordOf(token - 1) is ",";

    private bool IsRoad(int end) => end < tokens.Count && words.Of(tokens.WordOf(end)) == PlaceWord.Road && char.IsUpper(tokens.WordOf(end)[0]);

    /// <summary>What a word beside a name says that it names: "Kutum town", "the town of Kutum".</summary>
    private PlaceWord KindBeside(int first, int end)
    {
        if (first > 1 && tokens.WordOf(first - 1) is "of" && words.Of(tokens.WordOf(first - 2)) is var before && PlaceWords.IsKind(before)) return before;
        return end < tokens.Count && words.Of(tokens.WordOf(end)) is var behind && PlaceWords.IsKind(behind) && char.IsLower(tokens.WordOf(end)[0]) ? behind : PlaceWord.None;
    }

    private NamedPlace Place(int first, int end, PlaceWord kind) => new(tokens.SpanOf(new TokenRange(first, end)), first, end, kind);

    private bool IsKnown(int first, int end, bool isHead = false) => end > first && end - first <= MostTokens && (isHead ? index.KnowsTown(tokens.SpanOf(new TokenRange(first, end)).In(document.Text)) : IsKnown(tokens.SpanOf(new TokenRange(first, end))));

    /// <summary>Whether words name a place; "City" and "North" name none.</summary>
    private bool IsKnown(TextSpan span)
    {
        ReadOnlySpan<char> name = span.In(document.Text);
        return index.Knows(name) && (words.Of(name) == PlaceWord.None || index.Listed(name, out _) is not null);
    }

    private bool IsListed(int first, int end, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KnownPlace? place, out PlaceNameForm form)
    {
        place = index.Listed(tokens.SpanOf(new TokenRange(first, end)).In(document.Text), out form);
        return place is not null;
    }
}
