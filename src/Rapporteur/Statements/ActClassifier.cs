// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>Tells what is done by saying something, from the cue's words, and where these only say that something was said, from what was said.</summary>
internal sealed class ActClassifier
{
    private readonly FrozenDictionary<string, SpeechAct> acts;
    private readonly FrozenDictionary<string, SpeechAct> contents;

    private ActClassifier(LexiconFile acts, LexiconFile contents, CueLexicon cues)
    {
        this.acts = Read(acts);
        this.contents = Read(contents);
        Cues = cues;
    }

    private static FrozenDictionary<string, SpeechAct> Read(LexiconFile file)
    {
        Dictionary<string, SpeechAct> found = new(StringComparer.Ordinal);
        foreach (LexiconRow row in file.Rows)
        {
            if (!found.TryAdd(row["lemma"], row.Label<SpeechAct>("act"))) throw row.Error($"'{row["lemma"]}' stands twice");
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The lists that ship.</summary>
    public static ActClassifier Default { get; } = new(LexiconFile.Embedded("en/statements/acts.tsv", "lemma", "act", "example"),
        LexiconFile.Embedded("en/statements/contents.tsv", "lemma", "act", "example"), CueLexicon.Default);

    private CueLexicon Cues { get; }

    /// <summary>The act of a statement.</summary>
    public SpeechAct Of(Document document, FoundAttribution attribution, bool negated)
    {
        SpeechAct act = WithPreposition(document, attribution) ?? Known(document, attribution.Head) ?? SpeechAct.State;
        for (int i = attribution.Cue.First; i < attribution.Cue.End && act == SpeechAct.State; i++)
        {
            if (document.Tags.UposOf(i) is Upos.Verb or Upos.Noun or Upos.Adj) act = Known(document, i) ?? SpeechAct.State;
        }

        if (act == SpeechAct.State && !negated) act = OfContent(document, attribution.Content);
        // "asked them to leave": not a question.
        if (act == SpeechAct.Ask && attribution.Content is [var asked, ..] && !asked.IsEmpty && document.Tokens.WordOf(asked.First) is "to") return SpeechAct.Demand;
        // "does not support", "did not plan to": no to what is offered or asked.
        return negated && act is SpeechAct.Support or SpeechAct.Intend && negated ? SpeechAct.Refuse : act;
    }

    /// <summary>The act of two words: "call for".</summary>
    private SpeechAct? WithPreposition(Document document, FoundAttribution attribution)
    {
        if (attribution.Head + 1 >= attribution.Cue.End) return null;
        return acts.TryGetValue(document.Tags.LemmaOf(attribution.Head) + " " + document.Tags.LemmaOf(attribution.Cue.End - 1), out SpeechAct act) ? act : null;
    }

    /// <summary>A word that accuses says so; else a main clause in the future predicts, or in the first person promises or refuses.</summary>
    private SpeechAct OfContent(Document document, TokenRange[] content)
    {
        bool future = false;
        foreach (TokenRange part in content)
        {
            for (int i = part.First; i < part.End; i++)
            {
                if (document.Tags.UposOf(i) is Upos.Noun or Upos.Adj or Upos.Verb or Upos.Adv && contents.TryGetValue(document.Tags.LemmaOf(i), out SpeechAct act)) return act;
                if (document.Tokens.WordOf(i) is "will" && i > part.First && !future && document.Tokens.WordOf(i - 1) is "We" or "we" or "I")
                    return i + 1 < part.End && document.Tokens.WordOf(i + 1) is "not" or "never" ? SpeechAct.Refuse : SpeechAct.Promise;
                if (future || document.Tags.UposOf(i) is not (Upos.Aux or Upos.Verb)) continue;
                ReadOnlySpan<char> word = document.Tokens.WordOf(i);
                int head = document.Trees.HeadOf(i);
                bool main = head < 0 || document.Trees.DeprelOf(head) is not (Deprel.AclRelcl or Deprel.Advcl or Deprel.Acl);
                future = main && (word is "will" or "’ll" or "'ll" || (word is "going" && i + 1 < part.End && document.Tokens.WordOf(i + 1) is "to"));
            }
        }

        return future ? SpeechAct.Predict : SpeechAct.State;
    }

    private SpeechAct? Known(Document document, int token)
    {
        if (acts.TryGetValue(document.Tags.LemmaOf(token), out SpeechAct act)) return act;
        foreach (CueForm form in Cues.FormsOf(document.Tokens.WordOf(token)))
        {
            if (form.Second is null) return form.Cue.Act;
        }

        return null;
    }
}
