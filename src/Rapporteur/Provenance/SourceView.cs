// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>An outlet that is named in running text.</summary>
/// <param name="Name">Its name, as it stands there.</param>
/// <param name="End">The token after it.</param>
/// <param name="Actor">The actor it is; null for none.</param>
internal readonly record struct NamedOutlet(string Name, int End, int? Actor);

/// <summary>A report as the finders of provenance look at it: words, trees, outlets, and who said what by which cue.</summary>
internal sealed class SourceView
{
    private readonly ProvenanceWords words;
    private readonly Dictionary<int, int> byCue = [];
    private readonly List<string> own = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> called;

    public SourceView(Document document, ProvenanceWords words)
    {
        Document = document;
        this.words = words;
        for (int s = document.Statements.Count - 1; s >= 0; s--)
        {
            if (document.Statements[s].Cue is not { } cue) continue;
            TokenRange range = document.Tokens.RangeOf(cue.Span);
            for (int t = range.First; t < range.End; t++) byCue[t] = s;
        }

        Dictionary<string, int> actors = new(StringComparer.OrdinalIgnoreCase);
        for (int a = 0; a < document.Actors.Count; a++) actors.TryAdd(document.Actors[a].Name, a);
        called = actors.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string? name in new[] { document.Origin.Outlet, document.Origin.FirstPublishedBy })
        {
            if (name is { Length: > 2 }) own.Add(name);
        }
    }

    public Document Document { get; }

    public PhraseTree Phrases => Document.Phrases;

    public TokenTable Tokens => Document.Tokens;

    public TreeTable Trees => Document.Trees;

    /// <summary>What a token tells, by its letters or its dictionary form.</summary>
    public ProvenanceUse UseOf(int token)
    {
        ReadOnlySpan<char> word = Tokens.WordOf(token);
        ProvenanceUse use = words.Of(word);
        if (use != ProvenanceUse.None || word.Length > 24 || Document.Tags.UposOf(token) is not (Upos.Verb or Upos.Noun)) return use;
        Span<char> lemma = stackalloc char[64];
        return words.Of(lemma[..Document.Tags.WriteLemma(token, lemma)]);
    }

    /// <summary>Number of the name that a token is part of; −1 for none.</summary>
    public int NameAt(int token) => Document.NamesByToken.NameAt(token);

    /// <summary>The actor of a name; null for none.</summary>
    public int? ActorOfName(int name) => Document.Mentions.ActorAt(MentionIndex.HeadOf(Document, Document.Names[name].Span)) is >= 0 and var actor ? actor : null;

    /// <summary>The actor whose mention a token heads; null for none.</summary>
    public int? ActorAt(int token)
        => token < 0 ? null : Document.Mentions.ActorAt(token) is >= 0 and var actor ? actor : NameAt(token) >= 0 ? ActorOfName(NameAt(token)) : null;

    /// <summary>The statement whose cue a token is part of; null for none.</summary>
    public int? StatementAt(int token) => byCue.TryGetValue(token, out int statement) ? statement : null;

    /// <summary>The statement of a sentence whose cue stands nearest to a token; null for none.</summary>
    public int? NearestStatement(int token, TokenRange sentence)
    {
        for (int step = 0; step < sentence.Count; step++)
        {
            if (token - step >= sentence.First && byCue.TryGetValue(token - step, out int before)) return before;
            if (token + step < sentence.End && byCue.TryGetValue(token + step, out int after)) return after;
        }

        return null;
    }

    /// <summary>The actor that a statement comes from; null for none.</summary>
    public int? SourceOf(int? statement)
        => statement is { } s && Document.Statements[s].Source is { } source ? ActorAt(SourceHead.Of(Document, source)) : null;

    /// <summary>The first statement that begins at a place or after it; the number of statements if there is none.</summary>
    public int FirstStatementFrom(int offset)
    {
        int low = 0, high = Document.Statements.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Document.Statements[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The sentence that holds a place, or the next; −1 where there is none.</summary>
    public int SentenceAt(int offset)
    {
        int sentence = Document.Sentences.AsSpan().FirstEndingAfter(offset);
        return sentence < Document.Sentences.Count ? sentence : -1;
    }

    /// <summary>The actor of a name, as the record calls it; null for none.</summary>
    public int? ActorCalled(ReadOnlySpan<char> name) => called.TryGetValue(name, out int actor) ? actor : null;

    /// <summary>Whether a token lies in what a statement says.</summary>
    public bool IsContent(int token, int? statement)
    {
        if (statement is not { } s) return false;
        TextSpan word = Tokens.SpanOf(token);
        foreach (TextSpan part in Document.Statements[s].Content)
        {
            if (part.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>Finds an outlet that begins at a token, an article before it or not.</summary>
    public NamedOutlet? OutletAt(int token, int limit)
    {
        if (token < limit && Is(token, "the")) token++;
        if (token >= limit) return null;
        int start = Tokens.SpanOf(token).Start;
        foreach (string name in own)
        {
            if (!Document.Text.AsSpan(start).StartsWith(name, StringComparison.Ordinal)) continue;
            int end = Tokens.FirstEndingAfter(start + name.Length - 1) + 1;
            return new(name, end, NameAt(token) >= 0 ? ActorOfName(NameAt(token)) : null);
        }

        if (NameAt(token) < 0 || Document.Names[NameAt(token)] is var found && found.Tokens.First != token) return null;
        return IsOutlet(NameAt(token)) ? new(found.Span.In(Document.Text).ToString(), found.Tokens.End, ActorOfName(NameAt(token))) : null;
    }

    /// <summary>Whether a name is an outlet's: a known one, one that is called a newspaper or the like, or one with such a word at its end.</summary>
    public bool IsOutlet(int name)
    {
        Name found = Document.Names[name];
        if (found.Type == NameType.Person && found.Tokens.Count > 1 && ActorOfName(name) is { } person && Document.Actors[person].Kind == ActorKind.Person) return false;
        if ((words.Of(Tokens.WordOf(found.Tokens.End - 1)) & ProvenanceUse.OutletName) != 0 && found.Tokens.Count > 1) return true;
        // "Riverside magazine"
        if (found.Tokens.End < Tokens.Count && char.IsLower(Tokens.WordOf(found.Tokens.End)[0]) && (words.Of(Tokens.WordOf(found.Tokens.End)) & ProvenanceUse.OutletNoun) != 0 && found.Type != NameType.Location) return true;
        if (ActorOfName(name) is not { } actor) return false;
        Actor known = Document.Actors[actor];
        if (known.Kind == ActorKind.Organization && known.Sector == "JRN") return true;
        if (known.Kind is ActorKind.Person or ActorKind.State) return false;
        foreach (Mention mention in known.Mentions)
        {
            if (mention.Form != MentionForm.Noun) continue;
            TokenRange range = Tokens.RangeOf(mention.Span);
            for (int t = range.First; t < range.End && t < range.First + 8; t++)
            {
                if (NameAt(t) < 0 && (words.Of(Tokens.WordOf(t)) & ProvenanceUse.OutletNoun) != 0) return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token is a word; letter case makes no difference.</summary>
    public bool Is(int token, string word) => Tokens.WordOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The subject of the clause that a token stands in, its actor; null for none.</summary>
    public int? SubjectOf(int token)
    {
        for (int steps = 0; steps < 8 && token >= 0; steps++)
        {
            int subject = Phrases.ChildBy(token, Deprel.Nsubj);
            if (subject >= 0) return Document.Tags.XposOf(subject) is "WP" or "WDT" ? ActorAt(Trees.HeadOf(token)) : ActorAt(subject);
            token = Trees.HeadOf(token);
        }

        return null;
    }

    /// <summary>Some tokens' words.</summary>
    public TextSpan SpanOf(int first, int end) => Tokens.SpanOf(new TokenRange(first, end));
}
