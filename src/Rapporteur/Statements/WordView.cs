// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>A document's tokens with their classes, for the finders; rents its arrays, so dispose of it.</summary>
internal sealed class WordView : IDisposable
{
    private const WordClass Unseen = (WordClass)(-1);

    private readonly ClosedClasses closed;
    private readonly CueLexicon lexicon;
    private readonly WordClass[] classes;   // each found when it is asked for: few words stand next to a quotation

    public WordView(TokenTable tokens, ClosedClasses closed, CueLexicon lexicon)
    {
        Tokens = tokens;
        this.closed = closed;
        this.lexicon = lexicon;
        classes = ArrayPool<WordClass>.Shared.Rent(tokens.Count);
        classes.AsSpan(0, tokens.Count).Fill(Unseen);
    }

    public TokenTable Tokens { get; }

    public WordClass this[int index] => classes[index] != Unseen ? classes[index] : classes[index] = closed.Of(Tokens.WordOf(index));

    /// <summary>Whether the token is of any of the classes.</summary>
    public bool Is(int index, WordClass any) => (this[index] & any) != 0;

    /// <summary>Whether the token is this word, whatever its capitals.</summary>
    public bool Is(int index, string word) => Tokens.WordOf(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is a comma.</summary>
    public bool IsComma(int index) => Tokens.WordOf(index) is [','];

    /// <summary>Whether the token is a dash; a hyphen inside a word is none.</summary>
    public bool IsDash(int index)
        => Is(index, WordClass.Mark) && Tokens.WordOf(index) is ['—'] or ['–'] or ['-', '-', ..];

    /// <summary>Whether the token is a hyphen that stands between two parts of a word.</summary>
    public bool IsHyphen(int index)
        => Tokens.WordOf(index) is ['-'] or ['/'] or ['&'] && index > 0 && index + 1 < Tokens.Count
            && Tokens.SpanOf(index - 1).End == Tokens.SpanOf(index).Start && Tokens.SpanOf(index).End == Tokens.SpanOf(index + 1).Start;

    /// <summary>Whether a lower-case word looks like a finite verb in -ed, to judge by what follows it.</summary>
    public bool IsVerbLike(int index, int limit)
    {
        ReadOnlySpan<char> word = Tokens.WordOf(index);
        return word.Length > 4 && char.IsLower(word[0]) && word.EndsWith("ed", StringComparison.Ordinal)
            && index + 1 < limit && Is(index + 1, WordClass.Determiner | WordClass.Pronoun | WordClass.Conjunction | WordClass.Preposition);
    }

    /// <summary>The cue verb that stands at a token, or null.</summary>
    /// <param name="index">The token.</param>
    /// <param name="limit">Where the passage ends.</param>
    /// <param name="width">Number of its tokens.</param>
    public CueForm? CueAt(int index, int limit, out int width)
    {
        width = 1;
        if (this[index] is not (WordClass.None or WordClass.Capital or WordClass.Adverb)) return null;
        foreach (CueForm form in lexicon.FormsOf(Tokens.WordOf(index)))
        {
            if (form.Second is null) return form;
            if (index + 1 >= limit || !Is(index + 1, form.Second)) continue;
            width = 2;
            return form;
        }

        return null;
    }

    public void Dispose() => ArrayPool<WordClass>.Shared.Return(classes);
}
