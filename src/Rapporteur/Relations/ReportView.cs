// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Relations;

/// <summary>A report as the finders look at it: words, trees, and for each name whom it stands for.</summary>
internal sealed class ReportView
{
    private readonly ActorLexicon lexicon;
    private readonly DateOnly? on;
    private readonly int[] actorOfName;
    private readonly bool[] named;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    public ReportView(Document document, ActorLexicon lexicon)
    {
        Document = document;
        this.lexicon = lexicon;
        on = document.Origin.AnchorDay;
        ReadOnlySpan<Name> names = document.Names.AsSpan();
        named = new bool[document.Actors.Count];
        Dictionary<TextSpan, int> spans = [];
        for (int a = 0; a < named.Length; a++)
        {
            byName.TryAdd(document.Actors[a].Name, a);
            foreach (Mention mention in document.Actors[a].Mentions)
            {
                if (mention.Form != MentionForm.Name) continue;
                named[a] = true;
                spans[mention.Span] = a;
            }
        }

        actorOfName = new int[names.Length];
        for (int n = 0; n < names.Length; n++) actorOfName[n] = spans.TryGetValue(names[n].Span, out int actor) ? actor : document.Mentions.ActorAt(MentionIndex.HeadOf(document, names[n].Span));
    }

    public Document Document { get; }

    public PhraseTree Phrases => Document.Phrases;

    public TokenTable Tokens => Document.Tokens;

    public TagTable Tags => Document.Tags;

    public TreeTable Trees => Document.Trees;

    /// <summary>Number of the name that a token is part of; −1 if it is part of none.</summary>
    public int NameAt(int token) => Document.NamesByToken.NameAt(token);

    /// <summary>The name of a number.</summary>
    public Name NameOf(int name) => Document.Names[name];

    /// <summary>Whom a name stands for; an adjective or a demonym ("Peruvian") for its state, where that is an actor of the report. −1 for nobody.</summary>
    public int ActorOfName(int name)
    {
        int actor = actorOfName[name];
        if (actor >= 0 && Document.Actors[actor].Kind is not (ActorKind.Other or ActorKind.Group)) return actor;
        return Known(Document.Names[name].Span.In(Document.Text)) is >= 0 and var known ? known : actor;
    }

    /// <summary>The same, but the state where a seat is named for its government: "Moscow-led".</summary>
    public int GovernmentOfName(int name)
    {
        int actor = ActorOfName(name);
        return actor >= 0 && Document.Actors[actor].Kind == ActorKind.State ? actor
            : Known(Document.Names[name].Span.In(Document.Text)) is >= 0 and var known && Document.Actors[known].Kind == ActorKind.State ? known : actor;
    }

    /// <summary>The actor of the report that the lexicon means by some words; −1 if there is none.</summary>
    public int Known(ReadOnlySpan<char> words)
        => lexicon.TryFind(words, on, out KnownActor known, out _) && byName.TryGetValue(known.Name, out int actor) ? actor : -1;

    /// <summary>What the lexicon knows by some words; null for nothing.</summary>
    public KnownActor? Entry(ReadOnlySpan<char> words) => lexicon.TryFind(words, on, out KnownActor known, out _) ? known : null;

    /// <summary>Whether the words are for an office or a role of persons.</summary>
    public bool IsAgent(ReadOnlySpan<char> words) => lexicon.TryFindAgent(words, out _, out ActorKind kind) && kind != ActorKind.Organization;

    /// <summary>The actor of the mention that a token heads, or of the name that it is part of; −1 for nobody.</summary>
    public int ActorAt(int token)
    {
        int name = NameAt(token);
        int actor = name >= 0 ? ActorOfName(name) : -1;
        return actor >= 0 ? actor : Document.Mentions.ActorAt(token);
    }

    /// <summary>Whether an actor has a name in the report.</summary>
    public bool IsNamed(int actor) => actor >= 0 && named[actor];

    /// <summary>What the name names that a token is part of; null where there is none.</summary>
    public NameType? TypeAt(int token) => NameAt(token) is >= 0 and var name ? Document.Names[name].Type : null;

    /// <summary>Whether a place has no country and a name of two words or more, as persons have whose names are taken for places.</summary>
    public bool MayBePerson(int actor) => Document.Actors[actor] is { Kind: ActorKind.Place, Country: null } place && place.Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>The actor.</summary>
    public Actor this[int actor] => Document.Actors[actor];

    /// <summary>Whether a token is one of some words; letter case makes no difference.</summary>
    public bool Is(int token, string word) => Tokens.WordOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is a possessive ending.</summary>
    public bool IsPossessive(int token) => Tokens.WordOf(token) is "'s" or "’s" or "'" or "’" && Trees.DeprelOf(token) == Deprel.Case;

    /// <summary>Whether a token is a hyphen inside a word.</summary>
    public bool IsHyphen(int token)
        => Tokens.WordOf(token) is "-" or "‐" or "‑" && token > 0 && Tokens.SpanOf(token - 1).End == Tokens.SpanOf(token).Start;

    /// <summary>Whether a clause is told as so: not negated, asked, wished for, or made to hang on something.</summary>
    public bool IsAsserted(int head)
    {
        for (int child = Phrases.FirstChild(head); child >= 0; child = Phrases.NextChild(child))
        {
            switch (Trees.DeprelOf(child))
            {
                case Deprel.Advmod when Is(child, "not") || Is(child, "n't") || Is(child, "n’t") || Is(child, "never") || Is(child, "hardly") || Is(child, "longer"):
                case Deprel.Det when Is(child, "no") || Is(child, "neither"):
                case Deprel.Aux when Tags.XposOf(child) == "MD":
                case Deprel.Mark when Is(child, "if") || Is(child, "whether") || Is(child, "unless") || Is(child, "to"):
                    return false;
            }
        }

        return true;
    }

    /// <summary>Who does or is what a word says: its subject, or that of the clause it is joined to; of a relative clause whom it describes. −1 for nobody.</summary>
    public int SubjectOf(int head)
    {
        for (int steps = 0; steps < 6 && head >= 0; steps++)
        {
            int subject = Child(head, Deprel.Nsubj);
            if (subject < 0) subject = Child(head, Deprel.NsubjPass);
            // "Peru borders Chile", where the tree takes the name for a part of the verb
            if (subject < 0 && steps == 0 && head > 0 && Trees.HeadOf(head - 1) == head && Trees.DeprelOf(head - 1) == Deprel.Compound && NameAt(head - 1) >= 0) subject = head - 1;
            if (subject >= 0 && !(Trees.DeprelOf(head) == Deprel.AclRelcl && Tags.XposOf(subject) is "WP" or "WDT")) return subject;
            switch (Trees.DeprelOf(head))
            {
                case Deprel.AclRelcl or Deprel.Acl:
                    // "the union, a body dominated by …": what is said of the apposition is said of the name
                    int described = Trees.HeadOf(head);
                    while (described >= 0 && Trees.DeprelOf(described) == Deprel.Appos && ActorAt(described) < 0) described = Trees.HeadOf(described);
                    return described;
                case Deprel.Conj or Deprel.Xcomp:
                    head = Trees.HeadOf(head);
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>The first child by a relation; −1 if there is none.</summary>
    public int Child(int token, Deprel deprel) => Phrases.ChildBy(token, deprel);

    /// <summary>Some tokens' words.</summary>
    public TextSpan SpanOf(int first, int end) => Tokens.SpanOf(new TokenRange(first, end));
}
