// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Chooses among the attributions found, and makes statements of them.</summary>
internal sealed class StatementBuilder(Document document, QuotationMap quotations, Trace trace)
{
    /// <summary>Least confidence of an entry: chosen on development data so that precision comes first (docs/accuracy.md).</summary>
    public const double Threshold = 0.4;

    /// <summary>The same for one inside another, which the trained finder was told nothing of.</summary>
    public const double InnerThreshold = 0.25;

    private readonly AttributionConfidence confidence = AttributionConfidence.Default;
    private readonly ActClassifier acts = ActClassifier.Default;
    private readonly List<Statement> made = [];

    /// <summary>Takes what the trained finder found.</summary>
    public void Add(List<FoundAttribution> found)
    {
        foreach (FoundAttribution attribution in found)
        {
            if (!attribution.IsInner) Make(attribution, null);
        }

        int outermost = made.Count;
        foreach (FoundAttribution attribution in found)
        {
            if (!attribution.IsInner) continue;
            TextSpan cue = document.Tokens.SpanOf(attribution.Cue);
            int at = LastBefore(outermost, cue);
            for (int i = Math.Max(0, at - 8); i < Math.Min(outermost, at + 8); i++)
            {
                if (!made[i].Content.Any(part => part.Contains(cue))) continue;
                Make(attribution, made[i]);
                break;
            }
        }
    }

    /// <summary>Takes what rules found, as far as the trained finder left those words alone or they go on with what it found.</summary>
    public void AddUnreached(Statement[] byRules)
    {
        if (byRules.Length == 0) return;
        int[] owners = OwnersOfTokens(made, withCues: true);
        foreach (Statement rule in byRules)
        {
            int touching = rule.Cue is { } cue ? OwnerIn(owners, cue.Span) : -1;
            foreach (TextSpan part in rule.Content) touching = touching < 0 ? OwnerIn(owners, part) : touching;
            if (touching < 0)
            {
                made.Add(rule);
                if (trace.Enabled) trace.Add("statements", rule.Content[0], "quotation", rule.Confidence, note: "no cue of the trained finder reaches it");
                continue;
            }

            // Paragraphs that the quotation runs on over.
            Statement extended = made[touching];
            TextSpan[] further = [.. rule.Content.Where(part => OwnerIn(owners, part) < 0)];
            if (further.Length == 0 || extended.Quotation == QuotationKind.Indirect) continue;
            made[touching] = extended with { Content = [.. extended.Content.Concat(further).OrderBy(static p => p.Start)] };
            foreach (TextSpan part in further) Own(owners, part, touching);
        }
    }

    /// <summary>The statements, in order of their first word.</summary>
    public Statement[] Finish()
    {
        Statement[] all = [.. made.OrderBy(static s => s.Start).ThenBy(static s => s.Content[0].Start).ThenBy(static s => s.Cue?.Span.Start ?? -1)];
        int[] owners = OwnersOfTokens(all, withCues: false);
        // A statement inside another one is told by the words of the outer one's content.
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Within is not null) all[i] = all[i] with { Within = OwnerIn(owners, all[i].Cue!.Span) };
        }

        return all;
    }

    /// <summary>For each token the outermost statement whose content, or cue, it belongs to; −1 for none.</summary>
    private int[] OwnersOfTokens(IReadOnlyList<Statement> statements, bool withCues)
    {
        var owners = new int[document.Tokens.Count];
        Array.Fill(owners, -1);
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Within is not null) continue;
            if (withCues && statements[i].Cue is { } cue) Own(owners, cue.Span, i);
            foreach (TextSpan part in statements[i].Content) Own(owners, part, i);
        }

        return owners;
    }

    private void Own(int[] owners, TextSpan span, int statement)
    {
        TokenRange range = document.Tokens.RangeOf(span);
        owners.AsSpan(range.First, range.Count).Fill(statement);
    }

    private int OwnerIn(int[] owners, TextSpan span)
    {
        TokenRange range = document.Tokens.RangeOf(span);
        int at = owners.AsSpan(range.First, range.Count).IndexOfAnyExcept(-1);
        return at < 0 ? -1 : owners[range.First + at];
    }

    private int LastBefore(int count, TextSpan cue)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (made[middle].Cue!.Span.Start < cue.Start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Make(FoundAttribution attribution, Statement? outer)
    {
        TextSpan[] content = [.. attribution.Content.Select(document.Tokens.SpanOf)];
        if (outer is not null)
        {
            content = [.. content.Where(part => outer.Content.Any(o => o.Contains(part)))];
            if (content.Length == 0) return;
        }

        QuotationKind kind = KindOf(attribution.Content);
        double sure = confidence.Of(attribution, kind == QuotationKind.Direct);
        TextSpan cue = document.Tokens.SpanOf(attribution.Cue);
        bool kept = sure >= (attribution.IsInner ? InnerThreshold : Threshold);
        string lemma = Lemma(attribution);
        if (trace.Enabled)
        {
            string source = attribution.Source is { } s ? $"source “{document.Tokens.SpanOf(s).In(document.Text)}” (margin {attribution.SourceMargin:0.0})" : "no source";
            trace.Add("statements", content[0], "cues:" + lemma, sure, kept,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cue margin {attribution.CueMargin:0.0}; {source}; content margin {attribution.ContentMargin:0.0}{(attribution.IsInner ? "; inside another statement" : "")}"));
        }

        if (!kept) return;
        bool negated = IsNegated(attribution);
        made.Add(new Statement
        {
            Quotation = kind,
            Source = attribution.Source is { } range ? document.Tokens.SpanOf(range) : null,
            Cue = new(cue, lemma),
            Content = content,
            Act = acts.Of(document, attribution, negated),
            IsNegated = negated,
            Within = outer is null ? null : 0,                  // told apart in Finish, when the order is known
            Confidence = sure,
        });
    }

    private QuotationKind KindOf(TokenRange[] content)
    {
        bool some = false, all = true;
        foreach (TokenRange part in content)
        {
            for (int i = part.First; i < part.End; i++)
            {
                if (document.Tags.UposOf(i) == Upos.Punct) continue;
                if (quotations.NumberOf(i) >= 0) some = true;
                else all = false;
            }
        }

        return !some ? QuotationKind.Indirect : all ? QuotationKind.Direct : QuotationKind.Mixed;
    }

    /// <summary>The dictionary form of the cue's head, with its particle: "point out"; of a mark the mark.</summary>
    private string Lemma(FoundAttribution attribution)
    {
        string head = document.Tags.LemmaOf(attribution.Head);
        for (int i = attribution.Head + 1; i < attribution.Cue.End; i++)
        {
            if (document.Trees.HeadOf(i) == attribution.Head && document.Trees.DeprelOf(i) == Deprel.CompoundPrt) return head + " " + document.Tags.LemmaOf(i);
        }

        return head;
    }

    /// <summary>Whether a negation stands in the cue or hangs on its head.</summary>
    private bool IsNegated(FoundAttribution attribution)
    {
        for (int i = Math.Max(0, attribution.Cue.First - 3); i < attribution.Cue.End; i++)
        {
            if (IsNegation(document.Tokens.WordOf(i)) && (i >= attribution.Cue.First || document.Trees.HeadOf(i) == attribution.Head)) return true;
        }

        return false;
    }

    private static bool IsNegation(ReadOnlySpan<char> word)
        => word.Equals("not", StringComparison.OrdinalIgnoreCase) || word.Equals("never", StringComparison.OrdinalIgnoreCase)
            || word.Equals("n't", StringComparison.OrdinalIgnoreCase) || word.Equals("n’t", StringComparison.OrdinalIgnoreCase);
}
