// SPDX-License-Identifier: Apache-2.0

using System.Runtime.InteropServices;
using Rapporteur.Documents;

namespace Rapporteur.Names;

/// <summary>The names of a report while they are being found, in order of the text, and what speaks for the kind of each.</summary>
internal sealed class NameList(TokenTable tokens)
{
    private readonly List<Name> names = [];
    private readonly List<TypeScores> scores = [];

    /// <summary>The names.</summary>
    public ReadOnlySpan<Name> Names => CollectionsMarshal.AsSpan(names);

    /// <summary>What speaks for the kind of each.</summary>
    public Span<TypeScores> Scores => CollectionsMarshal.AsSpan(scores);

    /// <summary>The words of a name.</summary>
    public ReadOnlySpan<char> WordsOf(in Name name) => tokens.Text.AsSpan(name.Span.Start, name.Span.Length);

    /// <summary>Adds a name behind the others.</summary>
    public void Add(TokenRange range, NameType type, TypeScores kinds)
    {
        names.Add(new(tokens.SpanOf(range), range, type));
        scores.Add(kinds);
    }

    /// <summary>Puts names, in order of the text, in the place of all that they overlap.</summary>
    public void Insert(List<(TokenRange Range, NameType Type, TypeScores Kinds)> added)
    {
        if (added.Count == 0) return;
        (Name Name, TypeScores Kinds)[] before = [.. names.Zip(scores)];
        names.Clear();
        scores.Clear();
        int next = 0;
        foreach ((Name name, TypeScores kinds) in before)
        {
            for (; next < added.Count && added[next].Range.End <= name.Tokens.First; next++) Add(added[next].Range, added[next].Type, added[next].Kinds);
            if (next < added.Count && added[next].Range.First < name.Tokens.End) continue;
            names.Add(name);
            scores.Add(kinds);
        }

        for (; next < added.Count; next++) Add(added[next].Range, added[next].Type, added[next].Kinds);
    }

    /// <summary>Sets the kind of each name to what <paramref name="typeOf"/> gives for it.</summary>
    public void SetTypes(Func<Name, NameType> typeOf)
    {
        foreach (ref Name name in CollectionsMarshal.AsSpan(names)) name = name with { Type = typeOf(name) };
    }

    /// <summary>The names as the document keeps them.</summary>
    public Name[] ToArray() => [.. names];
}
