// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>Parts of speech of Universal Dependencies v2.</summary>
public enum Upos : byte
{
    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Preposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary, the copula among them.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle: "not", "to", "'s".</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,

    /// <summary>Something else: foreign words, list numbers.</summary>
    X,
}

/// <summary>How a lemma is made from a word: cut letters from its end, add others, lower case or not.</summary>
/// <param name="Cut">UTF-16 code units to cut from the end.</param>
/// <param name="Add">What to put in their place.</param>
/// <param name="KeepCase">Whether the word's capitals stay.</param>
internal readonly record struct LemmaEdit(int Cut, string Add, bool KeepCase);

/// <summary>Part of speech and lemma of each token, as parallel arrays.</summary>
/// <remarks>Immutable once built.</remarks>
public sealed class TagTable
{
    private readonly TokenTable tokens;
    private readonly byte[] upos;
    private readonly byte[] xpos;
    private readonly ushort[] edits;
    private readonly string[] xposLabels;
    private readonly LemmaEdit[] editTable;

    internal TagTable(TokenTable tokens, byte[] upos, byte[] xpos, ushort[] edits, string[] xposLabels, LemmaEdit[] editTable)
    {
        this.tokens = tokens;
        this.upos = upos;
        this.xpos = xpos;
        this.edits = edits;
        this.xposLabels = xposLabels;
        this.editTable = editTable;
    }

    /// <summary>Number of tokens.</summary>
    public int Count => upos.Length;

    /// <summary>The part of speech.</summary>
    public Upos UposOf(int token) => (Upos)upos[token];

    /// <summary>The tag of the Penn Treebank, as the English treebanks of Universal Dependencies use it.</summary>
    public string XposOf(int token) => xposLabels[xpos[token]];

    /// <summary>The lemma.</summary>
    public string LemmaOf(int token)
    {
        ReadOnlySpan<char> word = tokens.WordOf(token);
        LemmaEdit edit = editTable[edits[token]];
        if (edit is { Cut: 0, Add.Length: 0, KeepCase: true }) return word.ToString();
        Span<char> buffer = word.Length + edit.Add.Length <= 256 ? stackalloc char[256] : new char[word.Length + edit.Add.Length];
        return buffer[..Write(word, edit, buffer)].ToString();
    }

    /// <summary>Writes the lemma.</summary>
    /// <param name="token">The token.</param>
    /// <param name="into">Where to; at least 32 places more than the word has.</param>
    /// <returns>Number of UTF-16 code units written.</returns>
    /// <exception cref="ArgumentException">There is not room enough.</exception>
    public int WriteLemma(int token, Span<char> into) => Write(tokens.WordOf(token), editTable[edits[token]], into);

    /// <summary>Room for the lemma of any word that a list has.</summary>
    internal const int UsualLemma = 80;

    /// <summary>Most that a lemma is longer than its word.</summary>
    private const int LongestEnding = 32;

    /// <summary>The lemma, written into a buffer; empty where the buffer may be too small: no list has words so long.</summary>
    internal ReadOnlySpan<char> Lemma(int token, Span<char> buffer)
        => tokens.WordOf(token).Length + LongestEnding > buffer.Length ? [] : buffer[..WriteLemma(token, buffer)];

    private static int Write(ReadOnlySpan<char> word, LemmaEdit edit, Span<char> into)
    {
        ReadOnlySpan<char> stem = word[..Math.Max(0, word.Length - edit.Cut)];
        if (edit.KeepCase) stem.CopyTo(into);
        else stem.ToLowerInvariant(into);
        edit.Add.CopyTo(into[stem.Length..]);
        return stem.Length + edit.Add.Length;
    }
}
