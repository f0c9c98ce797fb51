// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Where a token stands to quotation marks.</summary>
internal enum QuotePlace : byte
{
    /// <summary>In no quotation.</summary>
    Outside,

    /// <summary>It is the mark that opens one, or holds it.</summary>
    Opening,

    /// <summary>Between the marks.</summary>
    Inside,

    /// <summary>It is the mark that closes one, or holds it.</summary>
    Closing,

    /// <summary>Between single marks.</summary>
    InsideSingle,

    /// <summary>In a quotation that nothing closes.</summary>
    InsideOpen,
}

/// <summary>The quotations of a document, and where each token stands to them.</summary>
internal sealed class QuotationMap
{
    private readonly QuotePlace[] places;
    private readonly int[] numbers;

    private QuotationMap(Quotation[] quotations, TokenRange[] tokens, QuotePlace[] places, int[] numbers)
    {
        All = quotations;
        Tokens = tokens;
        this.places = places;
        this.numbers = numbers;
    }

    /// <summary>The quotations, in order of the text.</summary>
    public Quotation[] All { get; }

    /// <summary>The tokens of each quotation, marks included.</summary>
    public TokenRange[] Tokens { get; }

    /// <summary>Where a token stands.</summary>
    public QuotePlace PlaceOf(int token) => places[token];

    /// <summary>The number of the quotation that a token stands in; −1 for none.</summary>
    public int NumberOf(int token) => numbers[token];

    /// <summary>Finds the quotations of every passage that is read.</summary>
    public static QuotationMap Of(Document document)
    {
        List<Quotation> all = [];
        int last = -1;
        foreach (Sentence sentence in document.Sentences.AsSpan())
        {
            if (sentence.Passage == last) continue;
            last = sentence.Passage;
            bool nextOpens = last + 1 < document.Passages.Count && QuotationFinder.BeginsWithMark(document.Text, document.Passages[last + 1].Span);
            QuotationFinder.FindIn(document.Text, document.Passages[last].Span, last, nextOpens, all);
        }

        var places = new QuotePlace[document.Tokens.Count];
        var numbers = new int[document.Tokens.Count];
        Array.Fill(numbers, -1);
        var ranges = new TokenRange[all.Count];
        for (int q = 0; q < all.Count; q++)
        {
            Quotation quotation = all[q];
            TokenRange range = ranges[q] = document.Tokens.RangeOf(quotation.Span);
            QuotePlace inside = quotation.IsSingle ? QuotePlace.InsideSingle : quotation.IsClosed ? QuotePlace.Inside : QuotePlace.InsideOpen;
            for (int i = range.First; i < range.End; i++) (places[i], numbers[i]) = (inside, q);
            if (range.IsEmpty || quotation.IsSingle) continue;
            places[range.First] = QuotePlace.Opening;
            if (quotation.IsClosed) places[range.End - 1] = QuotePlace.Closing;
        }

        return new([.. all], ranges, places, numbers);
    }
}
