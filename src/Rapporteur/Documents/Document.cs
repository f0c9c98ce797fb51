// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Which report of which input a document is.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Index">Number of the report in the input, from 0.</param>
/// <param name="Span">Where it stands in the decoded input, in Unicode code points; null where that cannot be told.</param>
public sealed record InputReference(string Name, int Index, TextSpan? Span);

/// <summary>One report on its way through the stages: one unaltered text, and the layers that stages fill.</summary>
/// <remarks>
/// All spans are UTF-16 offsets into <see cref="Text"/>. A layer is filled by one stage and then frozen. A document is
/// used by one thread at a time; when the last stage has run it is immutable and may be shared.
/// </remarks>
public sealed class Document
{
    // Indexes over layers, each made when it is first asked for. They tell nothing that the layers do not.
    private PhraseTree? phrases;
    private NameIndex? names;
    private MentionIndex? mentions;
    private StatementContents? contents;

    /// <summary>Starts a document.</summary>
    /// <param name="text">The report's text; never altered.</param>
    /// <param name="options">What is known of it beforehand; its blocks refer to <paramref name="text"/>.</param>
    /// <param name="input">Which report of which input it is.</param>
    public Document(string text, ReadOptions options, InputReference input)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(input);
        Text = text;
        Options = options;
        Input = input;
    }

    /// <summary>The report's text.</summary>
    public string Text { get; }

    /// <summary>What was known of it beforehand.</summary>
    public ReadOptions Options { get; }

    /// <summary>Which report of which input it is.</summary>
    public InputReference Input { get; }

    /// <summary>Passages, in order of the text.</summary>
    public Layer<Passage> Passages { get; } = new(Layers.Passages);

    /// <summary>What was seen and not analysed, in order of the text.</summary>
    public Layer<UnreadPart> Unread { get; } = new(Layers.Passages);

    /// <summary>Where the report comes from: one item.</summary>
    public Layer<Origin> Origins { get; } = new(Layers.Origin);

    /// <summary>Sentences of the passages that are read, in order of the text.</summary>
    public Layer<Sentence> Sentences { get; } = new(Layers.Sentences);

    /// <summary>The table of tokens: one item.</summary>
    public Layer<TokenTable> TokenTables { get; } = new(Layers.Tokens);

    /// <summary>Parts of speech and lemmas: one item.</summary>
    public Layer<TagTable> TagTables { get; } = new(Layers.Tags);

    /// <summary>Dependency trees: one item.</summary>
    public Layer<TreeTable> TreeTables { get; } = new(Layers.Trees);

    /// <summary>Names, in order of the text.</summary>
    public Layer<Name> Names { get; } = new(Layers.Names);

    /// <summary>The encoder's vectors, one item; to be read while the pipeline runs.</summary>
    public Layer<TokenVectors> Encodings { get; } = new(Layers.Encoding);

    /// <summary>Statements, in order of their first word.</summary>
    public Layer<Statement> Statements { get; } = new(Layers.Statements);

    /// <summary>Actors, in order of their first mention.</summary>
    public Layer<Actor> Actors { get; } = new(Layers.Actors);

    /// <summary>Times, in order of the text.</summary>
    public Layer<TimeExpression> Times { get; } = new(Layers.Times);

    /// <summary>Places, in order of the text.</summary>
    public Layer<Place> Places { get; } = new(Layers.Places);

    /// <summary>Figures, in order of the text.</summary>
    public Layer<Figure> Figures { get; } = new(Layers.Figures);

    /// <summary>Events, in order of their triggers.</summary>
    public Layer<PoliticalEvent> Events { get; } = new(Layers.Events);

    /// <summary>Relations, in order of the text.</summary>
    public Layer<Relation> Relations { get; } = new(Layers.Relations);

    /// <summary>Provenance, in order of the text.</summary>
    public Layer<ProvenanceLink> Provenance { get; } = new(Layers.Provenance);

    /// <summary>Where the report comes from.</summary>
    public Origin Origin => Origins[0];

    /// <summary>The tokens.</summary>
    public TokenTable Tokens => TokenTables[0];

    /// <summary>Parts of speech and lemmas.</summary>
    public TagTable Tags => TagTables[0];

    /// <summary>Dependency trees.</summary>
    public TreeTable Trees => TreeTables[0];

    /// <summary>For every token the words that hang on it; to be read while the pipeline runs.</summary>
    internal PhraseTree Phrases => phrases ??= new(Trees);

    /// <summary>For each token the name that it is part of.</summary>
    internal NameIndex NamesByToken => names ??= new(this);

    /// <summary>For each token the actor whose mention it heads.</summary>
    internal MentionIndex Mentions => mentions ??= new(this);

    /// <summary>In which statement's content some words stand.</summary>
    internal StatementContents Contents => contents ??= new(this);

    /// <summary>What the encoder's lower layers know, one item.</summary>
    internal Layer<ContextVectors> Contexts { get; } = new(Layers.Context);

    /// <summary>The layers that are filled.</summary>
    public Layers Filled =>
        (Passages.IsFilled && Unread.IsFilled ? Layers.Passages : 0) | (Origins.IsFilled ? Layers.Origin : 0)
        | (Sentences.IsFilled ? Layers.Sentences : 0) | (TokenTables.IsFilled ? Layers.Tokens : 0)
        | (Contexts.IsFilled ? Layers.Context : 0) | (Encodings.IsFilled ? Layers.Encoding : 0)
        | (TagTables.IsFilled ? Layers.Tags : 0) | (TreeTables.IsFilled ? Layers.Trees : 0) | (Names.IsFilled ? Layers.Names : 0)
        | (Statements.IsFilled ? Layers.Statements : 0) | (Actors.IsFilled ? Layers.Actors : 0)
        | (Times.IsFilled ? Layers.Times : 0) | (Places.IsFilled ? Layers.Places : 0) | (Figures.IsFilled ? Layers.Figures : 0)
        | (Events.IsFilled ? Layers.Events : 0) | (Relations.IsFilled ? Layers.Relations : 0)
        | (Provenance.IsFilled ? Layers.Provenance : 0);

    /// <summary>Whether a passage is read: no part of it is listed in <see cref="Unread"/>.</summary>
    public bool IsRead(Passage passage)
    {
        ReadOnlySpan<UnreadPart> parts = Unread.AsSpan();
        int next = parts.FirstEndingAfter(passage.Span.Start);
        return next == parts.Length || !parts[next].Span.Overlaps(passage.Span);
    }

    /// <summary>Number of the sentence that holds a place, else of the next, else of the last.</summary>
    internal int SentenceAt(int offset)
    {
        ReadOnlySpan<Sentence> sentences = Sentences.AsSpan();
        return Math.Min(sentences.FirstEndingAfter(offset), sentences.Length - 1);
    }

    /// <summary>Gives rented arrays back to their pool.</summary>
    internal void Release()
    {
        phrases?.Dispose();
        phrases = null;
        if (Contexts.IsFilled) Contexts[0].Release();
        if (Encodings.IsFilled) Encodings[0].Release();
    }
}
