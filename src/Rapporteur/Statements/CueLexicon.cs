// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Statements;

/// <summary>A cue verb.</summary>
/// <param name="Lemma">Dictionary form: <c>go on</c>.</param>
/// <param name="Act">What is done by saying it.</param>
/// <param name="TakesClause">Whether it takes a clause too: "said that …".</param>
internal sealed record Cue(string Lemma, SpeechAct Act, bool TakesClause);

/// <summary>A form of a cue verb.</summary>
/// <param name="Cue">The verb.</param>
/// <param name="Second">The second word of a form of two words, or null.</param>
/// <param name="IsParticiple">Whether it is the form in -ing.</param>
internal sealed record CueForm(Cue Cue, string? Second, bool IsParticiple);

/// <summary>The cue verbs of <c>lexicons/en/statements/cues.tsv</c>.</summary>
internal sealed class CueLexicon
{
    private static readonly string[] Columns = ["lemma", "forms", "act", "clause", "example"];

    private readonly FrozenDictionary<string, CueForm[]>.AlternateLookup<ReadOnlySpan<char>> forms;

    private CueLexicon(LexiconFile file)
    {
        Dictionary<string, List<CueForm>> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (LexiconRow row in file.Rows)
        {
            var act = row.Label<SpeechAct>("act");
            if (row["clause"] is not ("yes" or "no")) throw row.Error($"clause is '{row["clause"]}', not yes or no");
            var cue = new Cue(row["lemma"], act, row["clause"] == "yes");
            foreach (string form in row["forms"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] words = form.Split('_');
                if (words.Length > 2) throw row.Error($"'{form}' has more than two words");
                if (!found.TryGetValue(words[0], out List<CueForm>? list)) found[words[0]] = list = [];
                if (list.Any(f => f.Second == words.ElementAtOrDefault(1))) throw row.Error($"'{form}' stands twice");
                list.Add(new(cue, words.ElementAtOrDefault(1), words[0].EndsWith("ing", StringComparison.OrdinalIgnoreCase) && words[0].Length > 4));
            }
        }

        forms = found.ToFrozenDictionary(p => p.Key, p => p.Value.OrderBy(f => f.Second is null).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The verbs that ship.</summary>
    public static CueLexicon Default { get; } = new(LexiconFile.Embedded("en/statements/cues.tsv", Columns));

    /// <summary>The forms that begin with a word, those of two words first; empty if there is none.</summary>
    public ReadOnlySpan<CueForm> FormsOf(ReadOnlySpan<char> word) => forms.TryGetValue(word, out CueForm[]? found) ? found : default(ReadOnlySpan<CueForm>);
}
