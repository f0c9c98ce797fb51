// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Chooses among the attributions found, and makes statements of them.</summary>
internal sealed class StatementBuilder(Document document, QuotationMap quotations, Trace trace)
{
    /// <summary>Least confidence of an entry: chosen on development data so that precision comes first (docs/accuracy.md).</summary>
    public const double Threshold = 0.4;

    private readonly AttributionConfidence confidence = AttributionConfidence.Default;
    private readonly ActClassifier acts = ActClassifier.Default;
    private readonly List<(Statement Statement, TextSpan[] Outer)> made = [];

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
                if (!made[i].Statement.Content.Any(part => part.Contains(cue))) continue;
                Make(attribution, made[i].Statement);
                break;
            }
        }
    }

    /// <summary>Takes what rules found, as far as the trained finder left those words alone or they go on with what it found.</summary>
    public void AddUnreached(Statement[] byRules)
    {
        int learned = made.Count;
        foreach (Statement rule in byRules)
        {
            int touching = -1;
            for (int i = 0; i < learned && touching < 0; i++)
            {
                Statement other = made[i].Statement;
                if (other.Within is null && (Touches(other, rule.Content) || (rule.Cue is { } cue && other.Cue is { } known && cue.Span.Overlaps(known.Span)))) touching = i;
            }

            if (touching < 0)
            {
                made.Add((rule, []));
                if (trace.Enabled) trace.Add("statements", rule.Content[0], "quotation", rule.Confidence, note: "no cue of the trained finder reaches it");
                continue;
            }

            // Paragraphs that the quotation runs on over.
            Statement extended = made[touching].Statement;
            TextSpan[] further = [.. rule.Content.Where(part => part.Start >= extended.Content[^1].End && !made.Any(m => Touches(m.Statement, [part])))];
            if (further.Length == 0 || extended.Quotation == QuotationKind.Indirect) continue;
            made[touching] = (extended with { Content = [.. extended.Content, .. further] }, made[touching].Outer);
        }
    }

    /// <summary>The statements, in order of their first word.</summary>
    public Statement[] Finish()
    {
        Statement[] all = [.. made.Select(static m => m.Statement).OrderBy(static s => s.Start).ThenBy(static s => s.Content[0].Start).ThenBy(static s => s.Cue?.Span.Start ?? -1)];
        // A statement inside another one is told by the words of the outer one's content.
        return [.. all.Select(s => s.Within is null ? s : s with { Within = Outer(all, s) })];
    }

    private static int? Outer(Statement[] all, Statement inner)
    {
        int? best = null;
        TextSpan cue = inner.Cue!.Span;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Within is null && all[i].Content.Any(part => part.Contains(cue))) best = i;
        }

        return best;
    }

    private static bool Touches(Statement statement, IReadOnlyList<TextSpan> spans)
    {
        foreach (TextSpan part in statement.Content)
        {
            foreach (TextSpan span in spans)
            {
                if (part.Overlaps(span)) return true;
            }
        }

        return false;
    }

    private int LastBefore(int count, TextSpan cue)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (made[middle].Statement.Cue!.Span.Start < cue.Start) low = middle + 1;
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
        bool kept = sure >= Threshold;
        string lemma = document.Tags.LemmaOf(attribution.Head);
        if (trace.Enabled)
        {
            string source = attribution.Source is { } s ? $"source “{document.Tokens.SpanOf(s).In(document.Text)}” (margin {attribution.SourceMargin:0.0})" : "no source";
            trace.Add("statements", cue, "cues:" + lemma, sure, kept,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cue margin {attribution.CueMargin:0.0}; {source}; content margin {attribution.ContentMargin:0.0}{(attribution.IsInner ? "; inside another statement" : "")}"));
        }

        if (!kept) return;
        bool negated = IsNegated(attribution);
        made.Add((new Statement
        {
            Quotation = kind,
            Source = attribution.Source is { } range ? document.Tokens.SpanOf(range) : null,
            Cue = new(cue, lemma),
            Content = content,
            Act = acts.Of(document, attribution.Cue, attribution.Head, negated),
            IsNegated = negated,
            Within = outer is null ? null : 0,                  // told apart in Finish, when the order is known
            Confidence = sure,
        }, outer is null ? [] : [.. outer.Content]));
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
