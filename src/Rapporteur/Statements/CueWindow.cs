// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>The words around a cue among which its source and content are looked for, and what each is to the cue.</summary>
/// <remarks>
/// The window is the cue's passage, at most two sentences before the cue's and five after it, and at most <see cref="Most"/>
/// words. Each word has rows of one table: how far from the cue, in which sentence, on which branch of the tree, in which
/// quotation. Training reads the rows that this class gives.
/// </remarks>
internal sealed class CueWindow(Document document, QuotationMap quotations)
{
    /// <summary>Most words of a window.</summary>
    public const int Most = 256;

    /// <summary>Rows a word has.</summary>
    public const int Count = 5;

    private const int Before = 2, After = 5, Near = 110;
    private const int Distances = 32, SentenceSteps = 8, Relations = 64;
    private const int Distance = 0, SentenceStep = Distance + Distances, Trunk = SentenceStep + SentenceSteps,
        Ascending = 2 * Relations, Branch = Trunk + 2 + (5 * Relations), Quote = Branch + 2 + Relations;

    /// <summary>Rows of the table.</summary>
    public const int Size = Quote + 32;

    private readonly List<int> ancestors = [];

    /// <summary>The window of a cue.</summary>
    /// <param name="sentence">Index of the cue's sentence.</param>
    /// <param name="cue">The cue's tokens.</param>
    public TokenRange Around(int sentence, TokenRange cue)
    {
        ReadOnlySpan<Sentence> sentences = document.Sentences.AsSpan();
        int passage = sentences[sentence].Passage, first = sentence, last = sentence;
        while (first > 0 && sentence - first < Before && sentences[first - 1].Passage == passage) first--;
        while (last + 1 < sentences.Length && last - sentence < After && sentences[last + 1].Passage == passage) last++;
        int start = document.Tokens.RangeOf(sentences[first].Span).First, end = document.Tokens.RangeOf(sentences[last].Span).End;
        if (end - start <= Most) return new(start, end);
        start = Math.Max(start, Math.Min(cue.First - Near, end - Most));
        return new(start, Math.Min(end, start + Most));
    }

    /// <summary>The token of a span that hangs on a token outside it.</summary>
    public int HeadOf(TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            int head = document.Trees.HeadOf(i);
            if (head < range.First || head >= range.End) return i;
        }

        return range.First;
    }

    /// <summary>Writes the rows of every word of a window, <see cref="Count"/> each.</summary>
    public void Write(int sentence, TokenRange cue, TokenRange window, Span<int> rows)
    {
        ReadOnlySpan<Sentence> sentences = document.Sentences.AsSpan();
        TokenRange own = document.Tokens.RangeOf(sentences[sentence].Span);
        int head = HeadOf(cue);
        ancestors.Clear();
        for (int node = head; node >= 0 && ancestors.Count < 64; node = document.Trees.HeadOf(node)) ancestors.Add(node);
        int place = sentence;
        while (place > 0 && document.Tokens.RangeOf(sentences[place].Span).First > window.First) place--;
        int placeEnd = document.Tokens.RangeOf(sentences[place].Span).End;
        (int before, int after) = Nearest(cue);
        int mine = quotations.NumberOf(head);
        for (int i = window.First; i < window.End; i++)
        {
            while (i >= placeEnd && place + 1 < sentences.Length) placeEnd = document.Tokens.RangeOf(sentences[++place].Span).End;
            Span<int> row = rows.Slice((i - window.First) * Count, Count);
            bool inside = i >= cue.First && i < cue.End;
            row[0] = Distance + (inside ? 0 : i < cue.First ? 16 + Bucket(cue.First - i) : Bucket(i - cue.End + 1));
            row[1] = SentenceStep + Math.Clamp(place - sentence, -3, 3) + 3;
            (row[2], row[3]) = inside ? (Trunk, Branch) : i < own.First || i >= own.End ? (Trunk + 1, Branch + 1) : Path(i);
            row[4] = Quote + QuoteRow(i, mine, before, after, cue);
        }
    }

    private (int Trunk, int Branch) Path(int token)
    {
        int previous = -1, node = token, up;
        for (int steps = 0; ; steps++)
        {
            up = ancestors.IndexOf(node);
            if (up >= 0) break;
            previous = node;
            node = document.Trees.HeadOf(node);
            if (node < 0 || steps > 256) return (Trunk + 1, Branch + 1);
        }

        int branch = previous < 0 ? Branch + 1 : Branch + 2 + (int)document.Trees.DeprelOf(previous);
        if (up == 0) return (Trunk + 2 + (previous < 0 ? 0 : (int)document.Trees.DeprelOf(previous)) + (previous == token ? 0 : Relations), branch);
        return (Trunk + 2 + Ascending + ((Math.Min(up, 3) - 1) * Relations) + (int)document.Trees.DeprelOf(ancestors[up - 1]), branch);
    }

    /// <summary>The nearest quotations of the cue's passage before and after the cue; −1 for none.</summary>
    private (int Before, int After) Nearest(TokenRange cue)
    {
        int low = 0, high = quotations.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (quotations.Tokens[middle].First < cue.First) low = middle + 1;
            else high = middle;
        }

        int before = low - 1, after = low;
        if (before >= 0 && quotations.Tokens[before].End > cue.First) before--;
        return (before, after < quotations.Tokens.Length ? after : -1);
    }

    private int QuoteRow(int token, int mine, int before, int after, TokenRange cue)
    {
        int number = quotations.NumberOf(token);
        if (number < 0) return 0;
        bool mark = quotations.PlaceOf(token) is QuotePlace.Opening or QuotePlace.Closing;
        int kind = number == mine ? 1
            : number == before ? cue.First - quotations.Tokens[number].End <= 8 ? 2 : 3
            : number == after ? quotations.Tokens[number].First - cue.End <= 8 ? 4 : 5
            : number < before ? 6 : 7;
        int single = quotations.PlaceOf(token) == QuotePlace.InsideSingle ? 2 : 0;
        return 1 + ((kind - 1) * 3) + (mark ? 1 : single);
    }

    private static int Bucket(int distance) => distance switch
    {
        <= 5 => distance,
        <= 7 => 6,
        <= 10 => 7,
        <= 15 => 8,
        <= 22 => 9,
        <= 32 => 10,
        <= 48 => 11,
        _ => 12,
    };
}
