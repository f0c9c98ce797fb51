// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>How a name stands in the text.</summary>
internal enum NameForm : byte
{
    /// <summary>Alone: "Olmedo said".</summary>
    Bare,

    /// <summary>Behind the first name with which the text introduced it: "Inés Olmedo, the mayor".</summary>
    Full,
}

/// <summary>One word of a name, linked to where the word stood before.</summary>
/// <param name="Passage">The passage that it stands in.</param>
/// <param name="Form">How it stands there.</param>
/// <param name="Last">Passage of its occurrence before this one; -1 for none.</param>
/// <param name="LastApart">The last passage before that one in which it stands; -1 for none.</param>
/// <param name="LastForm">How it stood there.</param>
/// <param name="LastFull">Passage where it last stood in full; -1 for none.</param>
internal readonly record struct NameUse(int Passage, NameForm Form, int Last, int LastApart, NameForm LastForm, int LastFull);

/// <summary>The names of a text in order, made in one pass, so that what two sides of a place share is told without reading again.</summary>
/// <remarks>
/// A name is a word with a capital that does not begin a sentence, or that has stood inside one before. News gives a
/// person's full name once, at the first mention, and the last name alone from then on.
/// </remarks>
internal sealed class NameLedger
{
    private const int ShortestName = 3;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(int FirstName, int Last, int LastApart, NameForm LastForm, int LastFull)> names = [];
    private readonly List<NameUse> uses = [];
    private readonly int[] starts;

    /// <summary>Reads the names of a text.</summary>
    public NameLedger(string text, List<RawPassage> passages)
    {
        starts = new int[passages.Count + 1];
        Words = new int[passages.Count + 1];
        for (int i = 0; i < passages.Count; i++)
        {
            starts[i] = uses.Count;
            Words[i + 1] = Words[i] + Read(text, passages[i].Span, i);
        }

        starts[^1] = uses.Count;
    }

    /// <summary>Number of words before each passage, and of all words.</summary>
    public int[] Words { get; }

    /// <summary>The names of a passage.</summary>
    public ReadOnlySpan<NameUse> Of(int passage)
        => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(uses)[starts[passage]..starts[passage + 1]];

    private int Read(string text, TextSpan span, int passage)
    {
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0, previous = -1, previousEnd = -1;
        bool begins = true;
        for (int at = span.Start; at < span.End; at++)
        {
            if (!char.IsLetter(text[at]))
            {
                begins |= text[at] is '.' or '!' or '?' or ':' or '“' or '"' or '‘' or '\n';
                continue;
            }

            int start = at;
            while (at < span.End && char.IsLetter(text[at])) at++;
            words++;
            ReadOnlySpan<char> word = text.AsSpan(start, at - start);
            int id = -1;
            if (char.IsUpper(word[0]) && word.Length >= ShortestName && !lookup.TryGetValue(word, out id))
                id = begins ? -1 : Add(lookup, word);
            else if (!char.IsUpper(word[0]) || word.Length < ShortestName) id = -1;
            if (id >= 0)
            {
                bool behindName = previous >= 0 && start == previousEnd + 1 && text[previousEnd] is ' ' or '\u00a0';
                Use(id, passage, behindName ? previous : -1);
            }

            (previous, previousEnd, begins) = (id, at, false);
            at--;
        }

        return words;
    }

    private int Add(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, ReadOnlySpan<char> word)
    {
        int id = names.Count;
        lookup[word] = id;
        names.Add((-1, -1, -1, NameForm.Bare, -1));
        return id;
    }

    private void Use(int id, int passage, int firstName)
    {
        (int known, int last, int lastApart, NameForm lastForm, int lastFull) = names[id];
        if (firstName >= 0 && known < 0) known = firstName;
        NameForm form = firstName >= 0 && known == firstName ? NameForm.Full : NameForm.Bare;
        uses.Add(new(passage, form, last, lastApart, lastForm, lastFull));
        names[id] = (known, passage, last == passage ? lastApart : last, form, form == NameForm.Full ? passage : lastFull);
    }
}
