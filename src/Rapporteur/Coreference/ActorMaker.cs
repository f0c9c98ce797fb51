// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Coreference;

/// <summary>Makes groups of mentions into actors: says what each is, what it is called, and its country and sector.</summary>
internal sealed class ActorMaker(Document document, ActorLexicon lexicon, DateOnly? on)
{
    private const int LongestName = 100;
    private readonly TokenTable tokens = document.Tokens;

    /// <summary>Spans that are somebody's mention already: no span belongs to two actors.</summary>
    private readonly HashSet<TextSpan> given = [];

    /// <summary>The actors worth recording, in order of their first mention.</summary>
    public Actor[] Make(List<Entity> entities)
    {
        List<Actor> actors = [];
        foreach (Entity entity in entities)
        {
            foreach (Candidate mention in entity.Mentions) given.Add(tokens.SpanOf(mention.Range));
        }

        Dictionary<(NameType, string), List<Mention>> others = NamesLeftOver(entities);
        TakeOtherNames(entities, others);
        foreach (Entity entity in entities)
        {
            if (IsKept(entity)) actors.Add(Make(entity, others));
        }

        foreach (((NameType type, string name), List<Mention> mentions) in others)
        {
            if (mentions.Count > 0) actors.Add(new() { Name = name, Kind = KindOf(type), Mentions = mentions });
        }

        Actor[] sorted = [.. actors];
        Array.Sort(sorted, static (a, b) => a.Mentions[0].Span.CompareTo(b.Mentions[0].Span));
        return sorted;
    }

    /// <summary>Names that are part of no mention, such as "French" in "French officials", by kind and words.</summary>
    private Dictionary<(NameType Type, string Name), List<Mention>> NamesLeftOver(List<Entity> entities)
    {
        HashSet<int> taken = [];
        foreach (Entity entity in entities)
        {
            foreach (Candidate mention in entity.Mentions)
            {
                if (mention.Form == MentionForm.Name) taken.Add(mention.Name.First);
            }
        }

        Dictionary<(NameType, string), List<Mention>> others = [];
        foreach (Name name in document.Names.AsSpan())
        {
            if (taken.Contains(name.Tokens.First) || given.Contains(name.Span)) continue;
            (NameType, string) key = (name.Type, name.Span.In(document.Text).ToString());
            if (!others.TryGetValue(key, out List<Mention>? mentions)) others[key] = mentions = [];
            mentions.Add(new(name.Span, MentionForm.Name, name.Type));
        }

        return others;
    }

    /// <summary>"North Atlantic Treaty Organization (NATO)": names that are part of no mention and stand for somebody whom the lists know are his.</summary>
    private void TakeOtherNames(List<Entity> entities, Dictionary<(NameType Type, string Name), List<Mention>> others)
    {
        if (others.Count == 0) return;
        Dictionary<string, Entity> known = new(StringComparer.Ordinal);
        Dictionary<int, Entity> byEnd = [];
        foreach (Entity entity in entities)
        {
            if (entity.Known is { Kind: not ActorKind.Person } actor) known.TryAdd(actor.Name, entity);
            foreach (Candidate mention in entity.Mentions)
            {
                if (mention is { Form: MentionForm.Name, Type: NameType.Organization }) byEnd.TryAdd(mention.Name.End, entity);
            }
        }

        foreach (((NameType type, string name), List<Mention> mentions) in others)
        {
            if (type is not (NameType.Organization or NameType.Location) || (Listed(name) ?? InParentheses(mentions[0])) is not { } entity) continue;
            entity.OtherNames.AddRange(mentions);
            mentions.Clear();
        }

        Entity? Listed(string name)
            => lexicon.TryFind(name, on, out KnownActor actor, out KnownForm form) && form == KnownForm.Name ? known.GetValueOrDefault(actor.Name) : null;

        Entity? InParentheses(Mention mention)
        {
            TokenRange at = tokens.RangeOf(mention.Span);
            return at.Count == 1 && at.First > 0 && tokens.WordOf(at.First - 1) is ['('] ? byEnd.GetValueOrDefault(at.First - 1) : null;
        }
    }

    private static ActorKind KindOf(NameType type) => type switch
    {
        NameType.Person => ActorKind.Person,
        NameType.Organization => ActorKind.Organization,
        NameType.Location => ActorKind.Place,
        _ => ActorKind.Other,
    };

    /// <summary>Whether it has a name, speaks, is mentioned again, or is somebody who does something.</summary>
    private static bool IsKept(Entity entity)
    {
        if (entity.Type is not null || entity.IsSource) return true;
        Features kinds = entity.Features & Features.AnyKind;
        if (kinds == Features.Thing) return false;
        if (entity.Mentions.Count > 1) return true;
        return entity.Mentions[0] is { Form: MentionForm.Noun, IsSubject: true } && kinds == Features.Person;
    }

    private Actor Make(Entity entity, Dictionary<(NameType Type, string Name), List<Mention>> others)
    {
        entity.Mentions.Sort(static (a, b) => a.Range.First != b.Range.First ? a.Range.First.CompareTo(b.Range.First) : b.Range.End.CompareTo(a.Range.End));
        ActorKind kind = entity.Known?.Kind ?? KindOf(entity);
        string? country = entity.Known?.Country, sector = entity.Known?.Sector;
        if (entity.Known is null) FindCodes(entity, kind, ref country, ref sector);
        List<Mention> mentions = new(entity.Mentions.Count + 4);
        mentions.AddRange(entity.OtherNames);
        foreach (Candidate mention in entity.Mentions)
        {
            TextSpan span = tokens.SpanOf(mention.Range);
            if (mention.Form != MentionForm.Name)
            {
                mentions.Add(new(span, mention.Form, null));
                continue;
            }

            // A name in a longer phrase is a mention of its own within it.
            TextSpan name = tokens.SpanOf(mention.Name);
            if (span != name) mentions.Add(new(span, MentionForm.Noun, null));
            if (span == name || given.Add(name)) mentions.Add(new(name, MentionForm.Name, mention.Type));
            if (others.Count == 0) continue;
            (NameType, string) key = (mention.Type!.Value, name.In(document.Text).ToString());
            if (!others.TryGetValue(key, out List<Mention>? same)) continue;
            mentions.AddRange(same);
            same.Clear();
        }

        mentions.Sort(static (x, y) => x.Span.CompareTo(y.Span));
        return new Actor
        {
            Name = entity.Known?.Name ?? NameOf(entity),
            Kind = kind,
            Country = country,
            Sector = sector,
            Identifiers = entity.Known?.Iso3166 is { } code ? new Dictionary<string, string> { ["iso3166"] = code } : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
            Mentions = mentions,
        };
    }

    private static ActorKind KindOf(Entity entity)
    {
        Features kinds = entity.Features & Features.AnyKind;
        return entity.Type switch
        {
            NameType.Person => ActorKind.Person,
            NameType.Organization => ActorKind.Organization,
            NameType.Location => ActorKind.Place,
            NameType.Miscellaneous when kinds == Features.Person => ActorKind.Group,
            NameType.Miscellaneous => ActorKind.Other,
            _ when (kinds & Features.Person) != 0 => (entity.Features & Features.AnyNumber) == Features.Plural ? ActorKind.Group : ActorKind.Person,
            _ when (kinds & Features.Organization) != 0 && kinds != (Features.AnyKind & ~Features.Person) => ActorKind.Organization,
            _ when (kinds & Features.Place) != 0 && (kinds & Features.Thing) == 0 => ActorKind.Place,
            _ => ActorKind.Other,
        };
    }

    private string NameOf(Entity entity)
    {
        if (entity.Type is not null) return tokens.SpanOf(entity.FullName).In(document.Text).ToString();
        Candidate best = entity.Mentions[0];
        foreach (Candidate mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Noun)
            {
                best = mention;
                break;
            }
        }

        int end = best.Range.End;
        TextSpan span = tokens.SpanOf(best.Range);
        if (span.Length > LongestName) span = tokens.SpanOf(new TokenRange(best.Range.First, Math.Min(end, best.Head + 1)));
        if (tokens.WordOf(end - 1) is ['\'' or '’', ..] && end - best.Range.First > 1 && span.End == tokens.SpanOf(end - 1).End) span = span with { End = tokens.SpanOf(end - 2).End };
        return span.In(document.Text).ToString();
    }

    /// <summary>"Peru's Mining Minister Óscar Vera", "Russian officials": country and sector from the words beside.</summary>
    private void FindCodes(Entity entity, ActorKind kind, ref string? country, ref string? sector)
    {
        if (kind is ActorKind.Place or ActorKind.Other) return;
        int looked = 0;
        foreach (Candidate mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun) continue;
            if (looked++ > 8 || (country is not null && sector is not null)) return;
            if (kind == ActorKind.Organization && mention.Form == MentionForm.Name)
            {
                country ??= CountryIn(new(Math.Min(mention.Range.First, mention.Name.First), mention.Name.End), mention.Name.End);
                sector ??= SectorIn(mention.Name);
                continue;
            }

            int end = mention.Form == MentionForm.Name ? mention.Name.First : mention.Head + 1;
            if (end > mention.Range.First)
            {
                country ??= CountryIn(new(mention.Range.First, end), mention.Range.End);
                sector ??= SectorIn(new(mention.Range.First, end));
            }

            foreach (int role in mention.Roles ?? [])
            {
                int first = role;
                while (first > 0 && first > role - 4 && document.Tags.UposOf(first - 1) is Upos.Adj or Upos.Propn or Upos.Noun or Upos.Part) first--;
                country ??= CountryIn(new(first, role + 1), role + 4);
                sector ??= SectorIn(new(first, role + 1));
            }
        }
    }

    /// <summary>The first state that the words name by its name, its adjective, or its capital; two words count before one.</summary>
    private string? CountryIn(TokenRange range, int limit)
    {
        int end = Math.Min(Math.Min(limit, range.End + 3), tokens.Count);
        for (int t = range.First; t < end && t < range.First + 16; t++)
        {
            if (!char.IsUpper(tokens.WordOf(t)[0])) continue;
            for (int width = Math.Min(3, end - t); width > 0; width--)
            {
                ReadOnlySpan<char> text = tokens.SpanOf(new TokenRange(t, t + width)).In(document.Text);
                if (lexicon.TryFind(text, on, out KnownActor actor, out _) && actor is { Kind: ActorKind.State }) return actor.Country;
            }
        }

        return null;
    }

    private string? SectorIn(TokenRange range)
        => !range.IsEmpty && lexicon.TryFindAgent(tokens.SpanOf(range).In(document.Text), out string sector, out _) ? sector : null;
}
