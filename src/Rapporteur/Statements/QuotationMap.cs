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
    /// <summary>Words between a quoted verb and its subject's head, at most.</summary>
    private const int FarthestSubject = 20;

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
            if (range.IsEmpty) continue;
            if (!quotation.IsSingle) places[range.First] = QuotePlace.Opening;
            if (!quotation.IsSingle && quotation.IsClosed) places[range.End - 1] = QuotePlace.Closing;
            if (PredicateOf(document, range) is >= 0 and var verb) places[verb] = QuotePlace.Outside;
        }

        return new([.. all], ranges, places, numbers);
    }

    /// <summary>"The commission “condemned violence”": the quoted verb of a subject that is not quoted, which says for the report what the subject did; −1 for none.</summary>
    private static int PredicateOf(Document document, TokenRange range)
    {
        if (document.Trees.Count == 0) return -1;
        int verb = range.First + 1;
        if (verb >= range.End || document.Tags.UposOf(verb) != Upos.Verb) return -1;
        for (int t = range.First - 1; t >= 0 && t >= range.First - FarthestSubject; t--)
        {
            if (document.Trees.HeadOf(t) == verb && document.Trees.DeprelOf(t) is Deprel.Nsubj) return verb;
        }

        return -1;
    }
}
