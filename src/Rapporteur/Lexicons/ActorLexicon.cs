// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;

namespace Rapporteur.Lexicons;

/// <summary>An actor of the lists.</summary>
/// <param name="Name">What it is called, however it was named.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Its country, alpha-3, or another code of PLOVER such as IGO, or of the user's list; null where it has none.</param>
/// <param name="Sector">Its sector, a code of PLOVER; null where none fits.</param>
/// <param name="Iso3166">ISO 3166-1 alpha-3 of a state or territory; null for all else.</param>
/// <param name="From">First year for which this holds; null where it is open or not certain.</param>
/// <param name="To">Last year for which this holds; null where it is open or not certain.</param>
internal sealed record KnownActor(string Name, ActorKind Kind, string? Country, string? Sector, string? Iso3166, int? From, int? To);

/// <summary>By which of its words an actor was found.</summary>
internal enum KnownForm
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>A place that stands for a government: a capital, "the Kremlin".</summary>
    Metonym,

    /// <summary>"Russian".</summary>
    Adjective,

    /// <summary>"Russians".</summary>
    Demonym,
}

/// <summary>The states, persons, organizations and offices of <c>lexicons/en/actors/</c>, and of the user's list.</summary>
/// <remarks>A lookup allocates nothing.</remarks>
internal sealed class ActorLexicon
{
    /// <summary>In capitals, shorter names are taken for acronyms.</summary>
    private const int ShortestHeadline = 4;

    private static readonly string[] AfterHead = [" of ", " for ", " in ", " from ", " at ", " to ", " with ", " on ", " who ", " that "];

    private readonly FrozenDictionary<string, ActorEntry[]>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly FrozenDictionary<string, ActorEntry[]>.AlternateLookup<ReadOnlySpan<char>> headlines;
    private readonly FrozenDictionary<string, (string Sector, ActorKind Kind)>.AlternateLookup<ReadOnlySpan<char>> agents;
    private readonly UserActorList? user;

    private ActorLexicon(ActorLists lists)
    {
        names = lists.Names.ToFrozenDictionary(static n => n.Key, static n => n.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        headlines = Capitals(lists.Names).GetAlternateLookup<ReadOnlySpan<char>>();
        agents = lists.Agents.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private ActorLexicon(ActorLexicon other, UserActorList user)
    {
        names = other.names;
        headlines = other.headlines;
        agents = other.agents;
        this.user = user;
    }

    /// <summary>The lists that ship.</summary>
    public static ActorLexicon Default { get; } = new(ActorLists.Shipped());

    /// <summary>These lists, and before them the user's: where both know a name, the user's holds.</summary>
    public ActorLexicon With(UserActorList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new ActorLexicon(this, list);
    }

    /// <summary>Finds an actor by a name, a metonym, an adjective or a demonym.</summary>
    /// <param name="name">The words; an article before, a possessive ending, full stops and accents make no difference, and a name may stand in capitals.</param>
    /// <param name="on">The day of the report, by which several of one name are told apart; null takes the latest.</param>
    /// <param name="actor">The actor. Somebody who is out of office by then has the sector ELI, somebody who was not yet in office has none.</param>
    /// <param name="form">By which of its words it was found.</param>
    public bool TryFind(ReadOnlySpan<char> name, DateOnly? on, out KnownActor actor, out KnownForm form)
    {
        Span<char> buffer = stackalloc char[ActorKey.Longest];
        ReadOnlySpan<char> key = ActorKey.Write(name, buffer);
        if (key.Length > 0)
        {
            if (user is not null && user.TryFind(key, on, out actor, out form)) return true;
            if (names.TryGetValue(key, out ActorEntry[]? entries) && ActorEntry.TryChoose(entries, on, out actor, out form)) return true;
            if (IsHeadline(key) && headlines.TryGetValue(key, out entries) && ActorEntry.TryChoose(entries, on, out actor, out form)) return true;
        }

        actor = null!;
        form = default;
        return false;
    }

    /// <summary>Finds what somebody is by the words for an office or a role: "former deputy mining minister" by "minister".</summary>
    /// <param name="phrase">The words, singular or plural; what stands before the longest known ending makes no difference.</param>
    /// <param name="sector">The sector, a code of PLOVER.</param>
    /// <param name="kind">A person for one, a group for several, an organization for a body.</param>
    public bool TryFindAgent(ReadOnlySpan<char> phrase, out string sector, out ActorKind kind)
    {
        phrase = ActorKey.WithoutPossessive(phrase.Trim());
        int head = phrase.Length;
        foreach (string word in AfterHead)
        {
            int at = phrase.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && at < head) head = at;
        }

        // "leader of the opposition" is listed; of "minister of the interior" only what stands before "of" is
        if (TryFindEnding(phrase, head, out sector, out kind)) return true;
        return head < phrase.Length && TryFindEnding(phrase[..head], head, out sector, out kind);
    }

    /// <summary>The names as a headline in capitals writes them.</summary>
    internal static FrozenDictionary<string, ActorEntry[]> Capitals(IEnumerable<KeyValuePair<string, List<ActorEntry>>> names)
    {
        Dictionary<string, List<ActorEntry>> found = new(StringComparer.Ordinal);
        foreach ((string key, List<ActorEntry> entries) in names)
        {
            string capitals = key.ToUpperInvariant();
            if (capitals == key) continue;
            if (!found.TryGetValue(capitals, out List<ActorEntry>? list)) found.Add(capitals, list = []);
            list.AddRange(entries);
        }

        return found.ToFrozenDictionary(static n => n.Key, static n => n.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether a name may be one that is written in capitals only because all is.</summary>
    internal static bool IsHeadline(ReadOnlySpan<char> key)
    {
        if (key.Length < ShortestHeadline) return false;
        foreach (char c in key)
        {
            if (char.IsLower(c)) return false;
        }

        return true;
    }

    private bool TryFindEnding(ReadOnlySpan<char> phrase, int head, out string sector, out ActorKind kind)
    {
        for (int start = 0; start >= 0 && start < head; start = NextWord(phrase, start))
        {
            if (agents.TryGetValue(phrase[start..], out (string Sector, ActorKind Kind) found))
            {
                (sector, kind) = found;
                return true;
            }
        }

        sector = "";
        kind = default;
        return false;
    }

    private static int NextWord(ReadOnlySpan<char> phrase, int start)
    {
        int step = phrase[start..].IndexOfAny(' ', '-');
        return step < 0 ? -1 : start + step + 1;
    }
}

/// <summary>What a key of the lists stands for, and when.</summary>
/// <param name="Actor">The actor while the entry holds.</param>
/// <param name="Form">By which of its words the key names it.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="To">Last day on which it holds.</param>
internal sealed record ActorEntry(KnownActor Actor, KnownForm Form, DateOnly From, DateOnly To)
{
    /// <summary>A person once out of office; null for all else.</summary>
    public KnownActor? Former { get; init; }

    /// <summary>A person before taking office; null for all else.</summary>
    public KnownActor? Before { get; init; }

    /// <summary>An entry of the lists that ship.</summary>
    public static ActorEntry Of(KnownActor actor, KnownForm form)
    {
        ActorEntry entry = new(
            actor,
            form,
            actor.From is { } from ? new DateOnly(from, 1, 1) : DateOnly.MinValue,
            actor.To is { } to ? new DateOnly(to, 12, 31) : DateOnly.MaxValue);
        if (actor.Kind != ActorKind.Person) return entry;
        return entry with
        {
            Former = actor.To is null ? null : actor with { Sector = "ELI", From = actor.To + 1, To = null },
            Before = actor.From is null ? null : actor with { Sector = null, From = null, To = actor.From - 1 },
        };
    }

    /// <summary>Whether the entry holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= To;

    /// <summary>The entry that holds on the day, the latest if there are several; else a person who has been in office by then, or will be.</summary>
    public static bool TryChoose(ActorEntry[] entries, DateOnly? on, out KnownActor actor, out KnownForm form)
    {
        ActorEntry? best = null;
        foreach (ActorEntry entry in entries)
        {
            if ((on is not { } day || entry.HoldsOn(day)) && (best is null || entry.From > best.From)) best = entry;
        }

        KnownActor? found = best?.Actor;
        if (on is { } date)
        {
            if (found is null)
            {
                foreach (ActorEntry entry in entries)
                {
                    if (entry.Former is not null && entry.To < date && (best is null || entry.To > best.To)) best = entry;
                }

                found = best?.Former;
            }

            if (found is null)
            {
                foreach (ActorEntry entry in entries)
                {
                    if (entry.Before is not null && entry.From > date && (best is null || entry.From < best.From)) best = entry;
                }

                found = best?.Before;
            }
        }

        actor = found!;
        form = best?.Form ?? default;
        return found is not null;
    }
}

/// <summary>How a name is looked up: without article, possessive ending, full stops and accents.</summary>
internal static class ActorKey
{
    /// <summary>Longer names are in no list.</summary>
    public const int Longest = 128;

    /// <summary>The key of a name.</summary>
    public static string Of(string name)
    {
        Span<char> buffer = stackalloc char[Longest];
        return Write(name, buffer).ToString();
    }

    /// <summary>Writes the key of a name; empty where there is none.</summary>
    public static ReadOnlySpan<char> Write(ReadOnlySpan<char> name, Span<char> buffer)
    {
        name = WithoutPossessive(name.Trim());
        if (name.Length > 4 && name[3] == ' ' && (name.StartsWith("the", StringComparison.Ordinal) || name.StartsWith("The", StringComparison.Ordinal) || name.StartsWith("THE", StringComparison.Ordinal)))
            name = name[4..].TrimStart();
        if (name.Length > buffer.Length) return [];
        int length = 0;
        foreach (char c in name)
        {
            if (c == '.') continue;
            char plain = c switch
            {
                '\u2019' or '\u2018' or '\u02BC' or '`' => '\'',
                '\u2010' or '\u2011' or '\u2013' => '-',
                _ => char.IsWhiteSpace(c) ? ' ' : PlainLetter.Of(c),
            };
            if (plain == ' ' && length > 0 && buffer[length - 1] == ' ') continue;
            buffer[length++] = plain;
        }

        return buffer[..length];
    }

    /// <summary>Words without a final 's, or the apostrophe of a plural.</summary>
    public static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> words)
    {
        if (words.Length < 3) return words;
        if (IsApostrophe(words[^1]) && words[^2] is 's' or 'S') return words[..^1];
        return words[^1] is 's' or 'S' && IsApostrophe(words[^2]) ? words[..^2] : words;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`';
}
