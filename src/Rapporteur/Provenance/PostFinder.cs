// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>Posts that are shown whole, and posts that are told of: "tweeted", "in a tweet", "wrote on Facebook".</summary>
internal sealed class PostFinder(SourceView view, LinkLedger ledger, CitationFinder citations)
{
    private const int ShortestEcho = 30;
    private const int FarthestEcho = 40;
    private const int MostOwn = 3;
    private const int MostBetween = 6;

    /// <summary>Finds the posts that are shown, with whoever posted them where it can be told.</summary>
    public void FindShown()
    {
        Document document = view.Document;
        for (int p = 0; p < document.Passages.Count; p++)
        {
            TextSpan span = document.Passages[p].Span;
            if (document.Passages[p].Kind != PassageKind.SocialPost) continue;
            ReadOnlySpan<char> text = span.In(document.Text);
            (int? actor, string rule) = Signature(text) is { Length: > 0 } signature ? (view.ActorCalled(signature), "post:signature")
                : Echoed(span) is { } said ? (view.SourceOf(said), "post:told before")
                : Announced(p) is { } announced ? (announced, "post:announced") : ((int?)null, "post");
            ledger.Add(rule, -1 - p, new(ProvenanceKind.SocialPost, span, Platform(text), null) { Actor = actor, Statement = Own(span) });
        }
    }

    /// <summary>Finds the posts that a sentence tells of.</summary>
    public void Find(TokenRange sentence, int number)
    {
        for (int t = sentence.First; t < sentence.End; t++)
        {
            ProvenanceUse use = view.UseOf(t);
            if ((use & (ProvenanceUse.Tweet | ProvenanceUse.Platform | ProvenanceUse.Post)) == 0) continue;
            Upos upos = view.Document.Tags.UposOf(t);
            if ((use & ProvenanceUse.Platform) != 0)
            {
                bool on = t > sentence.First && (view.Is(t - 1, "on") || view.Is(t - 1, "to"));
                // "wrote on Twitter"; "can be followed on Twitter" is no post
                if (on && Carried(t, sentence) is { } statement && IsNear(t, statement)) Add("on a platform", t - 1, t + 1, view.Tokens.WordOf(t).ToString(), view.SourceOf(statement), statement, number);
            }
            else if (upos == Upos.Verb && (use & ProvenanceUse.Tweet) != 0)
            {
                if (view.StatementAt(t) is { } statement) Add("tweeted", t, t + 1, "Twitter", view.SourceOf(statement), statement, number);
            }
            else if (upos == Upos.Noun && t > sentence.First) Noun(t, use, sentence, number);
        }
    }

    /// <summary>"In a tweet", "in a Facebook post", "in a tweet by the ambassador".</summary>
    private void Noun(int noun, ProvenanceUse use, TokenRange sentence, int number)
    {
        string? outlet = (use & ProvenanceUse.Tweet) != 0 ? "Twitter" : null;
        int first = noun;
        if (outlet is null)
        {
            if ((view.UseOf(noun - 1) & ProvenanceUse.Platform) == 0) return;
            outlet = view.Tokens.WordOf(noun - 1).ToString();
            first = noun - 1;
        }

        int mark = view.Phrases.ChildBy(noun, Deprel.Case);
        // "in a tweet" carries words; "his tweets cost him votes" does not
        if (mark < 0 || !(view.Is(mark, "in") || view.Is(mark, "via") || view.Is(mark, "through"))) return;
        int? statement = Carried(noun, sentence);
        int? by = null;
        for (int t = noun + 1; t < sentence.End && t < noun + 3; t++)
        {
            if (!view.Is(t, "by") && !view.Is(t, "from")) continue;
            for (int at = t + 1; at < sentence.End && at < t + 7 && by is null; at++)
            {
                if (view.NameAt(at) is >= 0 and var name) by = view.ActorOfName(name);
            }
        }

        bool named = by is not null;
        int owner = view.Phrases.ChildBy(noun, Deprel.NmodPoss);
        by ??= owner >= 0 ? view.ActorAt(owner) : null;
        by ??= view.SourceOf(statement);
        if (by is not null && (named || statement is not null)) Add("post", first, noun + 1, outlet, by, statement, number);
    }

    /// <summary>The statement that a post beside its cue carries; null where the words are part of what is said.</summary>
    private int? Carried(int token, TokenRange sentence)
        => view.NearestStatement(token, sentence) is { } statement && !view.IsContent(token, statement) ? statement : null;

    /// <summary>Whether few words stand between a cue and a token.</summary>
    private bool IsNear(int token, int statement)
    {
        TokenRange cue = view.Tokens.RangeOf(view.Document.Statements[statement].Cue!.Span);
        return token - cue.End < MostBetween && cue.First - token < MostBetween;
    }

    private void Add(string rule, int first, int end, string outlet, int? actor, int? statement, int number)
        => ledger.Add("post:" + rule, number, new(ProvenanceKind.SocialPost, view.SpanOf(first, end), outlet, null) { Actor = actor, Statement = statement });

    /// <summary>"— Ana Ruiz (@anaruiz)".</summary>
    private static string Signature(ReadOnlySpan<char> post)
    {
        int handle = post.LastIndexOf("(@", StringComparison.Ordinal);
        int dash = handle < 0 ? -1 : post[..handle].LastIndexOfAny('—', '–');
        if (dash < 0) return "";
        ReadOnlySpan<char> name = post[(dash + 1)..handle].Trim();
        if (name.StartsWith("The ", StringComparison.Ordinal)) name = name[4..];
        return name.ToString();
    }

    /// <summary>The statement of the running text whose words the post repeats.</summary>
    private int? Echoed(TextSpan post)
    {
        string text = view.Document.Text;
        int before = view.FirstStatementFrom(post.Start);
        for (int s = before - 1; s >= Math.Max(0, before - FarthestEcho); s--)
        {
            foreach (TextSpan part in view.Document.Statements[s].Content)
            {
                ReadOnlySpan<char> words = part.In(text).Trim("“”\"‘’',. ");
                if (!part.Overlaps(post) && view.Document.Statements[s].Source is not null && words.Length >= ShortestEcho && post.In(text).Contains(words, StringComparison.OrdinalIgnoreCase)) return s;
            }
        }

        return null;
    }

    /// <summary>Whoever the paragraph right before ends by quoting: an outlet that is cited, or the source of its last statement.</summary>
    private int? Announced(int passage)
    {
        if (passage == 0 || view.Document.Passages[passage - 1] is not { Kind: PassageKind.Paragraph } before) return null;
        if (citations.LastIn(passage - 1) is { } outlet && IsPoster(outlet)) return outlet;
        for (int s = view.FirstStatementFrom(before.Span.End) - 1; s >= 0 && view.Document.Statements[s].Start >= before.Span.Start; s--)
        {
            if (view.Document.Statements[s] is { Within: null, Source: not null, Act: SpeechAct.State or SpeechAct.Accuse or SpeechAct.Deny or SpeechAct.Demand or SpeechAct.Condemn or SpeechAct.Warn or SpeechAct.Predict or SpeechAct.Promise }) return view.SourceOf(s) is { } actor && IsPoster(actor) ? actor : null;
        }

        return null;
    }

    private bool IsPoster(int actor) => view.Document.Actors[actor] is { Kind: ActorKind.Person or ActorKind.Organization } known && known.Mentions.Any(static m => m.Form == MentionForm.Name);

    /// <summary>The statement that the post itself is; null for none.</summary>
    private int? Own(TextSpan post)
    {
        int first = view.FirstStatementFrom(post.Start);
        for (int s = first; s < Math.Min(view.Document.Statements.Count, first + MostOwn); s++)
        {
            Statement statement = view.Document.Statements[s];
            if (statement is { Cue: null, Within: null } && post.Contains(statement.Start)) return s;
        }

        return null;
    }

    /// <summary>The platform that a post's own links name.</summary>
    private static string? Platform(ReadOnlySpan<char> post)
        => post.Contains("twitter.com/", StringComparison.OrdinalIgnoreCase) || post.Contains("//t.co/", StringComparison.OrdinalIgnoreCase) ? "Twitter"
            : post.Contains("//x.com/", StringComparison.OrdinalIgnoreCase) ? "X"
            : post.Contains("facebook.com/", StringComparison.OrdinalIgnoreCase) ? "Facebook"
            : post.Contains("instagram.com/", StringComparison.OrdinalIgnoreCase) ? "Instagram"
            : post.Contains("t.me/", StringComparison.OrdinalIgnoreCase) ? "Telegram"
            : null;
}
