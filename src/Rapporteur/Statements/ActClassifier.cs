// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>Tells what is done by saying something, from the cue's words: the first that <c>acts.tsv</c> lists, its head before others.</summary>
internal sealed class ActClassifier
{
    private readonly FrozenDictionary<string, SpeechAct> acts;

    private ActClassifier(LexiconFile file, CueLexicon cues)
    {
        Dictionary<string, SpeechAct> found = new(StringComparer.Ordinal);
        foreach (LexiconRow row in file.Rows)
        {
            if (!found.TryAdd(row["lemma"], row.Label<SpeechAct>("act"))) throw row.Error($"'{row["lemma"]}' stands twice");
        }

        acts = found.ToFrozenDictionary(StringComparer.Ordinal);
        Cues = cues;
    }

    /// <summary>The lists that ship.</summary>
    public static ActClassifier Default { get; } = new(LexiconFile.Embedded("en/statements/acts.tsv", "lemma", "act", "example"), CueLexicon.Default);

    private CueLexicon Cues { get; }

    /// <summary>The act of a cue.</summary>
    public SpeechAct Of(Document document, TokenRange cue, int head, bool negated)
    {
        SpeechAct act = Known(document, head) ?? SpeechAct.State;
        for (int i = cue.First; i < cue.End && act == SpeechAct.State; i++)
        {
            if (document.Tags.UposOf(i) is Upos.Verb or Upos.Noun or Upos.Adj) act = Known(document, i) ?? SpeechAct.State;
        }

        // "would not accept", "did not support": no to what is offered or asked.
        if (negated && act is SpeechAct.Support or SpeechAct.Intend && negated) return SpeechAct.Refuse;
        return act;
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
