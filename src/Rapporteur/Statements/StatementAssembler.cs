// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Puts quotations and attributions together into statements, passage after passage.</summary>
internal sealed class StatementAssembler(Document document, WordView words, PatternConfidence confidence, Trace trace)
{
    private static readonly SearchValues<char> Joints = SearchValues.Create(" ,.;—–-");

    private readonly List<Draft> drafts = [];

    /// <summary>Paragraphs of a quotation that runs on, as long as nobody has been named for them.</summary>
    private readonly List<Quotation> unnamed = [];
    private Draft? openDraft;
    private bool runsOn;

    /// <summary>Takes the quotations of a passage.</summary>
    public void AddQuotations(int passage, List<Quotation> quotations)
    {
        TokenRange tokens = words.Tokens.RangeOf(document.Passages[passage].Span);
        bool continues = runsOn;
        runsOn = false;
        foreach (Quotation quotation in quotations)
        {
            TokenRange inside = words.Tokens.RangeOf(quotation.Span);
            if (inside.Count < 2) continue;
            continues &= quotation.Span.Start == document.Passages[passage].Span.Start;
            if (!continues) unnamed.Clear();
            Draft? draft = null;
            if (continues && unnamed.Count == 0 && openDraft is not null) draft = Append(openDraft, quotation, "it runs on from the paragraph before");
            else if (AddQuotation(passage, tokens, quotation, inside) is { } added) draft = PutUnnamedBefore(added);
            if (quotation.Continues)
            {
                runsOn = true;
                if (draft is null) unnamed.Add(quotation);
            }

            continues = false;
        }
    }

    /// <summary>The statements, in order of their first word.</summary>
    public Statement[] Finish()
    {
        Statement[] found = [.. drafts.Select(Make)];
        Array.Sort(found, static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Content[0].CompareTo(b.Content[0]));
        return found;
    }

    /// <summary>Makes a quotation into a statement, or adds it to the one it goes on with; null if nothing tells what it is.</summary>
    private Draft? AddQuotation(int passage, TokenRange tokens, Quotation quotation, TokenRange inside)
    {
        Attribution? after = AttributionFinder.After(words, inside, tokens.End);
        Attribution? before = AttributionFinder.Before(words, tokens.First, inside.First) ?? BeforeInPassageAbove(passage, tokens, inside);
        if (before is { } shared && after is null && SharesCue(shared) is { } draft) return Append(draft, quotation, "it goes on after its attribution");
        Attribution? found = after ?? (before is { Pattern: AttributionPattern.Participle } participle ? SpeakerOfSentence(participle) : before);
        if (found is { } attribution) return Begin(attribution, quotation.Span, $"cues:{attribution.Verb?.Lemma ?? attribution.Pattern.ToString()}");
        if (openDraft is not null && FollowsAttribution(openDraft, quotation)) return Append(openDraft, quotation, "it goes on after its attribution");
        if (openDraft is not null && !quotation.IsSingle && FollowsInNextParagraph(openDraft, passage, quotation)) return Append(openDraft, quotation, "it goes on in a paragraph of its own");
        if (trace.Enabled && !quotation.Continues) trace.Add("statements", quotation.Span, "quotation", null, kept: false, "no cue or source stands next to it");
        return null;
    }

    /// <summary>The paragraphs before the one in which the speaker is named are his as well.</summary>
    private Draft PutUnnamedBefore(Draft draft)
    {
        draft.Content.InsertRange(draft.Content.Count - 1, unnamed.Select(u => u.Span));
        unnamed.Clear();
        return draft;
    }

    private Draft Begin(Attribution attribution, TextSpan content, string rule)
    {
        openDraft = new Draft(attribution, content, QuotationKind.Direct);
        drafts.Add(openDraft);
        Note(openDraft, rule, content);
        return openDraft;
    }

    /// <summary>A cue that ends the passage above with a colon: "Ruiz continued:" and the quotation on a line of its own.</summary>
    private Attribution? BeforeInPassageAbove(int passage, TokenRange tokens, TokenRange inside)
    {
        if (inside.First != tokens.First || passage == 0 || tokens.First == 0) return null;
        TokenRange above = words.Tokens.RangeOf(document.Passages[passage - 1].Span);
        if (above.IsEmpty || above.End != tokens.First || words.Tokens.WordOf(above.End - 1) is not [':']) return null;
        return AttributionFinder.Before(words, above.First, tokens.First);
    }

    /// <summary>The source of a participle ("adding") is that of the cue before it in the same sentence.</summary>
    private Attribution? SpeakerOfSentence(Attribution participle)
    {
        for (int i = drafts.Count - 1; i >= 0 && i >= drafts.Count - 3; i--)
        {
            Attribution earlier = drafts[i].Attribution;
            if (earlier.Source.IsEmpty || earlier.End > participle.CueTokens.First) continue;
            int start = AttributionFinder.ClauseStart(words, 0, participle.CueTokens.First);
            return earlier.First >= start ? participle with { Source = earlier.Source } : null;
        }

        return null;
    }

    private Draft? SharesCue(Attribution attribution)
        => openDraft is not null && openDraft.Attribution.CueTokens == attribution.CueTokens && !attribution.CueTokens.IsEmpty ? openDraft : null;

    /// <summary>Whether nothing but a comma or a full stop stands between an attribution and the quotation.</summary>
    private bool FollowsAttribution(Draft draft, Quotation quotation)
    {
        int end = draft.Content[^1].End;
        if (!draft.Attribution.CueTokens.IsEmpty) end = Math.Max(end, words.Tokens.SpanOf(draft.Attribution.End - 1).End);
        return end <= quotation.Span.Start && quotation.Span.Start - end <= 4
            && document.Text.AsSpan(end, quotation.Span.Start - end).IndexOfAnyExcept(Joints) < 0;
    }

    /// <summary>
    /// Whether a quotation that fills a paragraph, with nobody named beside it, comes right after a paragraph that somebody's
    /// quotation ends or his attribution closes: he goes on.
    /// </summary>
    private bool FollowsInNextParagraph(Draft draft, int passage, Quotation quotation)
    {
        TextSpan all = document.Passages[passage].Span;
        if (quotation.Span.Start != all.Start || all.End - quotation.Span.End > 1 || passage == 0) return false;
        if (draft.Kind != QuotationKind.Direct || draft.Attribution.Source.IsEmpty) return false;
        TextSpan above = document.Passages[passage - 1].Span;
        return draft == drafts[^1] && draft.Content[^1].Start >= above.Start;
    }

    private Draft Append(Draft draft, Quotation quotation, string why)
    {
        draft.Content.Add(quotation.Span);
        if (trace.Enabled) trace.Add("statements", quotation.Span, "quotation:continued", confidence.Of(draft.Attribution.Pattern), note: why);
        return draft;
    }

    private void Note(Draft draft, string rule, TextSpan content)
    {
        if (!trace.Enabled) return;
        Attribution attribution = draft.Attribution;
        string note = attribution.Pattern + (attribution.Source.IsEmpty ? "; the text names no source"
            : $"; source “{words.Tokens.SpanOf(attribution.Source).In(document.Text)}”");
        trace.Add("statements", content, rule, confidence.Of(attribution.Pattern), note: note);
    }

    private Statement Make(Draft draft)
    {
        Attribution attribution = draft.Attribution;
        return new Statement
        {
            Quotation = draft.Kind,
            Source = attribution.Source.IsEmpty ? null : words.Tokens.SpanOf(attribution.Source),
            Cue = attribution.CueTokens.IsEmpty ? null : new(words.Tokens.SpanOf(attribution.CueTokens), Lemma(attribution)),
            Content = draft.Content,
            Act = attribution.Verb?.Act ?? SpeechAct.State,
            IsNegated = attribution.IsNegated,
            Confidence = confidence.Of(attribution.Pattern),
        };
    }

    private string Lemma(Attribution attribution)
        => attribution.Verb?.Lemma ?? words.Tokens.SpanOf(attribution.CueTokens).In(document.Text).ToString().ToLowerInvariant();

    /// <summary>A statement in the making.</summary>
    private sealed class Draft(Attribution attribution, TextSpan content, QuotationKind kind)
    {
        public Attribution Attribution { get; } = attribution;

        public QuotationKind Kind { get; } = kind;

        public List<TextSpan> Content { get; } = [content];
    }
}
