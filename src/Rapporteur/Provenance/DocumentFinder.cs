// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>"Said in a statement", "according to a report by the ministry", "the ministry published a press release".</summary>
internal sealed class DocumentFinder(SourceView view, LinkLedger ledger)
{
    private const int MostBetween = 5;

    /// <summary>Finds them in a sentence.</summary>
    public void Find(TokenRange sentence, int number)
    {
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (view.Document.Tags.UposOf(t) != Upos.Noun || (view.UseOf(t) & ProvenanceUse.Document) == 0) continue;
            if (InStatement(t, sentence, number) || Published(t, sentence, number)) continue;
            AsSource(t, sentence, number);
        }
    }

    /// <summary>"Ruiz said in a letter", "in a statement, Ruiz said": whoever says it.</summary>
    private bool InStatement(int noun, TokenRange sentence, int number)
    {
        int mark = view.Phrases.ChildBy(noun, Deprel.Case);
        if (mark < 0 || !(view.Is(mark, "in") || view.Is(mark, "through") || view.Is(mark, "via"))) return false;
        int verb = view.Trees.HeadOf(noun);
        int? statement = verb >= 0 ? view.StatementAt(verb) : null;
        if (statement is null && view.NearestStatement(noun, sentence) is { } near && IsBeside(noun, mark, near, sentence)) statement = near;
        if (statement is null || view.IsContent(noun, statement) || view.SourceOf(statement) is not { } actor) return false;
        Add("said in", mark, noun + 1, actor, statement, number);
        return true;
    }

    /// <summary>Whether the cue stands right before "in a statement", or the sentence begins with it.</summary>
    private bool IsBeside(int noun, int mark, int statement, TokenRange sentence)
    {
        if (mark == sentence.First) return view.StatementAt(Math.Min(sentence.End - 1, noun + MostBetween)) == statement || !view.IsContent(noun, statement);
        for (int t = mark - 1; t >= sentence.First && t >= mark - 3; t--)
        {
            if (view.StatementAt(t) == statement) return true;
        }

        return false;
    }

    /// <summary>"The commission published a press release".</summary>
    private bool Published(int noun, TokenRange sentence, int number)
    {
        int verb = view.Trees.HeadOf(noun);
        if (verb < 0 || view.Trees.DeprelOf(noun) != Deprel.Obj || view.Document.Tags.UposOf(verb) != Upos.Verb || (view.UseOf(verb) & ProvenanceUse.Publish) == 0) return false;
        if (view.SubjectOf(verb) is not { } actor || !IsAuthor(actor)) return false;
        Add("published", verb, noun + 1, actor, view.NearestStatement(noun, sentence), number);
        return true;
    }

    /// <summary>"A report by the ministry says", "according to the ministry's report": only what carries a statement.</summary>
    private void AsSource(int noun, TokenRange sentence, int number)
    {
        if (view.NearestStatement(noun, sentence) is not { } statement || view.Document.Statements[statement].Source is not { } source || !source.Contains(view.Tokens.SpanOf(noun))) return;
        int owner = view.Phrases.ChildBy(noun, Deprel.NmodPoss);
        if (owner >= 0 && view.ActorAt(owner) is { } possessor && IsAuthor(possessor))
        {
            Add("of the owner", view.Phrases.FirstOf(owner), noun + 1, possessor, statement, number);
            return;
        }

        TokenRange range = view.Tokens.RangeOf(source);
        for (int t = noun + 1; t < range.End; t++)
        {
            if (view.Is(t, "obtained") || view.Is(t, "seen") || view.Is(t, "reviewed") || view.Is(t, "leaked")) return;
            if (view.Tokens.WordOf(t) is not ("by" or "from" or "of")) continue;
            for (int at = t + 1; at < range.End && at < t + MostBetween + 2; at++)
            {
                if (view.NameAt(at) is not (>= 0 and var name)) continue;
                if (view.ActorOfName(name) is not { } actor || !IsAuthor(actor)) return;
                // a report by an outlet is news, not a document
                if (view.IsOutlet(name)) ledger.Add("report by", number, new(ProvenanceKind.CitedFrom, view.SpanOf(noun, view.Document.Names[name].Tokens.End), view.Document.Names[name].Span.In(view.Document.Text).ToString(), null) { Actor = actor, Statement = statement });
                else Add("by", noun, view.Document.Names[name].Tokens.End, actor, statement, number);
                return;
            }
        }
    }

    private bool IsAuthor(int actor) => view.Document.Actors[actor].Kind is ActorKind.Person or ActorKind.Organization or ActorKind.State or ActorKind.Group;

    private void Add(string rule, int first, int end, int actor, int? statement, int number)
        => ledger.Add(rule, number, new(ProvenanceKind.DocumentOf, view.SpanOf(Math.Min(first, end - 1), end), null, null) { Actor = actor, Statement = statement });
}
