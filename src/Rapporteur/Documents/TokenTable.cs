// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>The tokens of a document as parallel arrays, in order of the text.</summary>
/// <remarks>Immutable once built. A <see cref="Token"/> is a view: it owns nothing and costs nothing.</remarks>
public sealed class TokenTable
{
    private readonly int[] starts;
    private readonly int[] ends;

    /// <summary>Creates a table; the arrays belong to it from then on.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="starts">Start of each token, UTF-16; ascending.</param>
    /// <param name="ends">End of each token, UTF-16, exclusive.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public TokenTable(string text, int[] starts, int[] ends)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(ends);
        if (starts.Length != ends.Length) throw new ArgumentException($"{starts.Length} starts, {ends.Length} ends.", nameof(ends));
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// <summary>The document's text.</summary>
    public string Text { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => starts.Length;

    /// <summary>The token at <paramref name="index"/>.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>Where the token stands.</summary>
    public TextSpan SpanOf(int index) => new(starts[index], ends[index]);

    /// <summary>The words from the first to the last token of a range.</summary>
    public TextSpan SpanOf(TokenRange range)
        => range.IsEmpty ? default : new(starts[range.First], ends[range.End - 1]);

    /// <summary>The token's letters.</summary>
    public ReadOnlySpan<char> WordOf(int index) => Text.AsSpan(starts[index], ends[index] - starts[index]);

    /// <summary>The first token that ends after <paramref name="offset"/>; <see cref="Count"/> if there is none.</summary>
    public int FirstEndingAfter(int offset)
    {
        int index = Array.BinarySearch(ends, offset);
        return index < 0 ? ~index : index + 1;
    }

    /// <summary>The tokens that lie in a span, all of them or in part.</summary>
    public TokenRange RangeOf(TextSpan span)
    {
        int first = FirstEndingAfter(span.Start);
        int end = Array.BinarySearch(starts, span.End);
        return new(first, Math.Max(first, end < 0 ? ~end : end));
    }
}

/// <summary>A token: a view on one row of a <see cref="TokenTable"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The row.</param>
public readonly record struct Token(TokenTable Table, int Index)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span => Table.SpanOf(Index);

    /// <summary>Its letters.</summary>
    public ReadOnlySpan<char> Word => Table.WordOf(Index);

    /// <inheritdoc/>
    public override string ToString() => Word.ToString();
}

/// <summary>Some tokens that follow each other: <c>[First, End)</c>, counted in tokens of the document.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;

    /// <summary>Whether there is no token.</summary>
    public bool IsEmpty => End <= First;
}

/// <summary>A sentence: a span, and the tokens in it.</summary>
/// <param name="Span">The words, without the white space around them.</param>
/// <param name="Passage">Index of the passage that it stands in.</param>
public readonly record struct Sentence(TextSpan Span, int Passage) : ISpanned;
