// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Places;

/// <summary>Finds the words of a report that name places.</summary>
internal sealed class PlaceFinder
{
    /// <summary>A report's names beyond so many are groups no more: what is longer is no report.</summary>
    private const int MostGroups = 4096;

    private readonly TokenTable tokens;
    private readonly Document document;
    private readonly PlaceIndex index;
    private readonly PlaceWords words;
    private readonly FoundPlaces found = new();
    private readonly Dictionary<(string Key, PlaceWord Kind), int> groups = [];
    private readonly NameReader reader;

    public PlaceFinder(Document document, PlaceIndex index, PlaceWords words)
    {
        this.document = document;
        this.index = index;
        this.words = words;
        tokens = document.Tokens;
        reader = new NameReader(document, index, words);
    }

    /// <summary>The mentions and their groups.</summary>
    public FoundPlaces Find(CancellationToken cancellation)
    {
        FindCountries();
        reader.Learn();
        int free = 0;
        foreach (Name name in document.Names.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            ReadUnnamed(free, name.Tokens.First);
            foreach (NamedPlace place in reader.Read(name)) Add(place);
            free = Math.Max(free, name.Tokens.End);
        }

        ReadUnnamed(free, tokens.Count);
        return found;
    }

    /// <summary>The countries of the outlet and of adjectives, which tell where a report plays although they are no places.</summary>
    private void FindCountries()
    {
        if (document.Origin.Outlet is { } outlet && ActorLexicon.Default.TryFind(outlet, null, out KnownActor actor, out _)) found.Countries.Add(index.CountryNumber(actor.Country));
        foreach (Name name in document.Names.AsSpan())
        {
            if (name.Type == NameType.Miscellaneous && ActorLexicon.Default.TryFind(name.Span.In(document.Text), null, out actor, out KnownForm form) && form is KnownForm.Adjective or KnownForm.Demonym)
                found.Countries.Add(index.CountryNumber(actor.Iso3166));
        }
    }

    /// <summary>Looks for places among tokens that no name holds.</summary>
    private void ReadUnnamed(int first, int end)
    {
        for (int t = first; t < end;)
        {
            if (!char.IsUpper(tokens.WordOf(t)[0]) || !reader.TryReadUnnamed(t, end, out NamedPlace place))
            {
                t++;
                continue;
            }

            Add(place);
            t = place.End;
        }
    }

    private void Add(NamedPlace place)
    {
        if (found.Mentions.Count > 0 && found.Mentions[^1].Span.End > place.Span.Start) return;
        Span<char> buffer = stackalloc char[PlaceKey.Longest];
        string key = PlaceKey.Write(place.Span.In(document.Text), buffer).ToString();
        if (!groups.TryGetValue((key, place.Kind), out int group))
        {
            Candidate[] candidates = index.Candidates(key, place.Kind);
            if (candidates.Length == 0 || found.Groups.Count == MostGroups) return;
            groups.Add((key, place.Kind), group = found.Groups.Count);
            found.Groups.Add(new PlaceGroup(key, place.Kind, candidates));
        }

        found.Mentions.Add(new(place.Span, place.First, place.End, group));
    }
}
