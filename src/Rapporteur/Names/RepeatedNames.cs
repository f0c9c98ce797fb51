// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Names;

/// <summary>The same words with the same capitals are a name everywhere in a report, once they are found as one.</summary>
/// <remarks>
/// A single word must be found as a name at least as often as not, and does not count at the start of a sentence, where a
/// capital says nothing.
/// </remarks>
internal static class RepeatedNames
{
    private const int MostForWord = 16;

    /// <summary>Adds the mentions that were missed.</summary>
    public static void AddTo(NameList names, TokenTable tokens, ReadOnlySpan<Sentence> sentences)
    {
        Dictionary<string, List<(Name Name, int Found)>> known = Known(names, tokens);
        if (known.Count == 0) return;
        var byWord = known.GetAlternateLookup<ReadOnlySpan<char>>();
        List<(TokenRange Range, Name Name)> missed = [];
        Dictionary<TextSpan, int> times = [];
        int next = 0;
        foreach (Sentence sentence in sentences)
        {
            TokenRange range = tokens.RangeOf(sentence.Span);
            for (int i = range.First; i < range.End; i++)
            {
                while (next < names.Names.Length && names.Names[next].Tokens.End <= i) next++;
                if (next < names.Names.Length && names.Names[next].Tokens is var inside && inside.First < i) continue;
                if (!byWord.TryGetValue(tokens.WordOf(i), out List<(Name Name, int Found)>? same)) continue;
                foreach ((Name name, int found) in same)
                {
                    var here = new TokenRange(i, i + name.Tokens.Count);
                    if (here.End > range.End || !Same(tokens, here, name.Tokens) || Cuts(names.Names, next, here)) continue;
                    if (here.Count == 1 && (i == range.First || IsGlued(tokens, i) || !IsLikely(tokens.WordOf(i)))) continue;
                    missed.Add((here, name));
                    times[name.Span] = times.GetValueOrDefault(name.Span) + 1;
                    i = here.End - 1;
                    break;
                }
            }
        }

        names.Insert([.. missed
            .Where(m => m.Name.Tokens.Count > 1 || byWord[tokens.WordOf(m.Name.Tokens.First)].First(k => k.Name.Span == m.Name.Span).Found >= times[m.Name.Span])
            .Select(static m => (m.Range, m.Name.Type, default(TypeScores)))]);
    }

    /// <summary>Each different name by its first word, the longest first.</summary>
    private static Dictionary<string, List<(Name Name, int Found)>> Known(NameList names, TokenTable tokens)
    {
        Dictionary<string, List<(Name Name, int Found)>> known = new(StringComparer.Ordinal);
        var byWord = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Name name in names.Names)
        {
            ReadOnlySpan<char> first = tokens.WordOf(name.Tokens.First);
            if (!char.IsUpper(first[0]) && !char.IsDigit(first[0])) continue;
            if (!byWord.TryGetValue(first, out List<(Name Name, int Found)>? same)) byWord[first] = same = [];
            int at = same.FindIndex(k => Same(tokens, k.Name.Tokens, name.Tokens));
            if (at >= 0) same[at] = (same[at].Name, same[at].Found + 1);
            else if (same.Count < MostForWord) same.Add((name, 1));
        }

        foreach (List<(Name Name, int Found)> same in known.Values) same.Sort(static (a, b) => b.Name.Tokens.Count.CompareTo(a.Name.Tokens.Count));
        return known;
    }

    private static bool Same(TokenTable tokens, TokenRange one, TokenRange other)
    {
        if (one.Count != other.Count) return false;
        for (int i = 0; i < one.Count; i++)
        {
            if (!tokens.WordOf(one.First + i).SequenceEqual(tokens.WordOf(other.First + i))) return false;
        }

        return true;
    }

    /// <summary>Whether words would cut a name in two, or are a name already.</summary>
    private static bool Cuts(ReadOnlySpan<Name> names, int next, TokenRange here)
    {
        for (; next < names.Length && names[next].Tokens.First < here.End; next++)
        {
            if (names[next].Tokens.First < here.First || names[next].Tokens.End > here.End || names[next].Tokens == here) return true;
        }

        return false;
    }

    private static bool IsGlued(TokenTable tokens, int token)
        => tokens.SpanOf(token) is var span && ((span.Start > 0 && tokens.Text[span.Start - 1] == '-') || (span.End < tokens.Text.Length && tokens.Text[span.End] == '-'));

    private static bool IsLikely(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && (word.Length > 3 || !word.ContainsAnyInRange('a', 'z'));
}
