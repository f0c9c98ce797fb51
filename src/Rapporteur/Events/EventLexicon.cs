// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Lexicons;

namespace Rapporteur.Events;

/// <summary>What a verb or adjective makes of its complement: "agreed to withdraw".</summary>
internal enum MatrixRule : byte
{
    /// <summary>Commits: AGREE, or the concession itself.</summary>
    Agree,

    /// <summary>Asks: REQUEST of whoever is to do it.</summary>
    Ask,

    /// <summary>Says no: REJECT.</summary>
    Refuse,

    /// <summary>Announces harm: THREATEN.</summary>
    Threaten,

    /// <summary>Accuses: ACCUSE of whoever is said to have done it.</summary>
    Accuse,

    /// <summary>It did not happen.</summary>
    Deny,

    /// <summary>It happened.</summary>
    Do,

    /// <summary>It is to come.</summary>
    Plan,

    /// <summary>It is possible.</summary>
    May,
}

/// <summary>What else a word means to the finders of events.</summary>
[Flags]
internal enum EventWord
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Stands for what "of" names behind it: "group".</summary>
    Partitive = 1 << 0,

    /// <summary>May do or suffer something although no list of actors has it: "villager".</summary>
    People = 1 << 1,

    /// <summary>An exercise of armed forces.</summary>
    Exercise = 1 << 2,

    /// <summary>Beside "attack": one of words, "scathing".</summary>
    Spoken = 1 << 3,

    /// <summary>Says a clause: what must be done in it is asked for.</summary>
    Saying = 1 << 4,

    /// <summary>Its subject does what its object tells: "launch".</summary>
    Light = 1 << 5,

    /// <summary>A cue that tells only that something was said.</summary>
    Plain = 1 << 6,

    /// <summary>What one calls somebody up for: "congratulate".</summary>
    Courtesy = 1 << 7,

    /// <summary>Its subject is whom its object is done to: "suffer".</summary>
    Undergo = 1 << 8,

    /// <summary>Before what stands beside an event and has no part in it: "after".</summary>
    Beside = 1 << 9,

    /// <summary>Troops with it keep the peace: "peacekeeping".</summary>
    Peacekeeping = 1 << 10,

    /// <summary>A government by the noun: "cabinet".</summary>
    Government = 1 << 11,

    /// <summary>What one does not do when asked is refused: "did not allow".</summary>
    Grant = 1 << 12,

    /// <summary>Is an event only with whom it is against: "fight".</summary>
    Against = 1 << 13,

    /// <summary>Is not set free when it is released: "report".</summary>
    Publication = 1 << 14,

    /// <summary>Harms, but is nobody's deed: "earthquake".</summary>
    Disaster = 1 << 15,
}

/// <summary>The words that tell of events: <c>lexicons/en/events/</c>.</summary>
internal sealed class EventLexicon
{
    private readonly FrozenDictionary<string, TriggerPattern[]>.AlternateLookup<ReadOnlySpan<char>> verbs, nouns;
    private readonly FrozenDictionary<string, MatrixRule>.AlternateLookup<ReadOnlySpan<char>> matrices;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> contexts;
    private readonly FrozenDictionary<string, EventWord>.AlternateLookup<ReadOnlySpan<char>> uses;

    private EventLexicon(LexiconFile triggers, LexiconFile classes, LexiconFile matrices, LexiconFile contexts, LexiconFile words)
    {
        Dictionary<string, FrozenSet<string>> sets = new(StringComparer.Ordinal);
        foreach (LexiconRow row in classes.Rows)
        {
            if (!sets.TryAdd(row["class"], row["words"].Split(';').ToFrozenSet(StringComparer.OrdinalIgnoreCase))) throw row.Error($"'{row["class"]}' stands twice");
        }

        Dictionary<string, List<TriggerPattern>> ofVerbs = new(StringComparer.Ordinal), ofNouns = new(StringComparer.Ordinal);
        foreach (LexiconRow row in triggers.Rows)
        {
            TriggerPattern pattern = TriggerPattern.Read(row, sets);
            Dictionary<string, List<TriggerPattern>> list = pattern.IsNoun ? ofNouns : ofVerbs;
            if (!list.TryGetValue(pattern.Lemma, out List<TriggerPattern>? patterns)) list.Add(pattern.Lemma, patterns = []);
            patterns.Add(pattern);
        }

        uses = words.WordsBy<EventWord>("use", "words", static (one, other) => one | other, StringComparer.Ordinal);
        verbs = Freeze(ofVerbs).GetAlternateLookup<ReadOnlySpan<char>>();
        nouns = Freeze(ofNouns).GetAlternateLookup<ReadOnlySpan<char>>();
        this.matrices = matrices.Rows.ToFrozenDictionary(static r => r["pattern"], static r => r.Label<MatrixRule>("rule"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.contexts = contexts.Rows.ToFrozenDictionary(static r => r["word"], static r => r["context"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists that ship.</summary>
    public static EventLexicon Default { get; } = new(
        LexiconFile.Embedded("en/events/triggers.tsv", "pattern", "type", "mode", "frame", "example"),
        LexiconFile.Embedded("en/events/classes.tsv", "class", "words"),
        LexiconFile.Embedded("en/events/matrices.tsv", "pattern", "rule", "example"),
        LexiconFile.Embedded("en/events/contexts.tsv", "word", "context"),
        LexiconFile.Embedded("en/events/words.tsv", "use", "words", "example"));

    /// <summary>The patterns that begin with a verb's lemma, the longest first.</summary>
    public ReadOnlySpan<TriggerPattern> OfVerb(ReadOnlySpan<char> lemma) => verbs.TryGetValue(lemma, out TriggerPattern[]? found) ? found : [];

    /// <summary>The patterns of a noun's lemma.</summary>
    public ReadOnlySpan<TriggerPattern> OfNoun(ReadOnlySpan<char> lemma) => nouns.TryGetValue(lemma, out TriggerPattern[]? found) ? found : [];

    /// <summary>What a lemma makes of its complement; null if it takes none.</summary>
    public MatrixRule? RuleOf(ReadOnlySpan<char> lemma) => matrices.TryGetValue(lemma, out MatrixRule rule) ? rule : null;

    /// <summary>The context that a word tells; null if it tells none.</summary>
    public string? ContextOf(ReadOnlySpan<char> lemma) => contexts.TryGetValue(lemma, out string? context) ? context : null;

    /// <summary>Whether a word or lemma is of use so.</summary>
    public bool Is(ReadOnlySpan<char> word, EventWord use) => uses.TryGetValue(word, out EventWord found) && (found & use) != 0;

    private static FrozenDictionary<string, TriggerPattern[]> Freeze(Dictionary<string, List<TriggerPattern>> lists)
        => lists.ToFrozenDictionary(static l => l.Key, static l => l.Value.OrderByDescending(static p => p.Length).ThenBy(static p => p.Text, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
