// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Names;

/// <summary>How well each kind suits one name where it stands; higher is likelier.</summary>
internal readonly record struct TypeScores(float Person, float Organization, float Location, float Miscellaneous)
{
    public static TypeScores operator +(TypeScores a, TypeScores b)
        => new(a.Person + b.Person, a.Organization + b.Organization, a.Location + b.Location, a.Miscellaneous + b.Miscellaneous);

    /// <summary>The likeliest kind; the first of several.</summary>
    public NameType Best
    {
        get
        {
            (NameType best, float top) = (NameType.Person, Person);
            if (Organization > top) (best, top) = (NameType.Organization, Organization);
            if (Location > top) (best, top) = (NameType.Location, Location);
            return Miscellaneous > top ? NameType.Miscellaneous : best;
        }
    }

    public TypeScores Times(float factor) => new(Person * factor, Organization * factor, Location * factor, Miscellaneous * factor);

    /// <summary>How far each lies behind the best.</summary>
    public TypeScores Normalised()
    {
        float top = MathF.Max(MathF.Max(Person, Organization), MathF.Max(Location, Miscellaneous));
        // The best has 0; what is far behind is cut, so that one mention cannot outvote all others.
        return new(Floor(Person - top), Floor(Organization - top), Floor(Location - top), Floor(Miscellaneous - top));

        static float Floor(float below) => MathF.Max(below, -12f);
    }
}

/// <summary>Within a report the same words are the same kind of name: all their mentions vote.</summary>
/// <remarks>A person's last name alone also gets the votes of the full name: "Ruiz" after "Ana Ruiz".</remarks>
internal static class NameConsistency
{
    /// <summary>How much a full name's vote counts for its last word.</summary>
    private const float ShareOfLastName = 0.5f;

    /// <summary>Sets every name to the kind that its mentions together speak for.</summary>
    public static void Apply(TokenTable tokens, NameList list)
    {
        Dictionary<string, TypeScores> votes = new(StringComparer.Ordinal);
        var bySpan = votes.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<Name> names = list.Names;
        for (int i = 0; i < names.Length; i++)
        {
            TypeScores scores = list.Scores[i];
            Add(bySpan, list.WordsOf(names[i]), scores);
            if (names[i].Tokens.Count > 1 && scores.Best == NameType.Person)
                Add(bySpan, tokens.WordOf(names[i].Tokens.End - 1), scores.Times(ShareOfLastName));
        }

        list.SetTypes(name => bySpan[list.WordsOf(name)].Best);
    }

    private static void Add(Dictionary<string, TypeScores>.AlternateLookup<ReadOnlySpan<char>> votes, ReadOnlySpan<char> words, TypeScores score)
        => votes[words] = votes.TryGetValue(words, out TypeScores sum) ? sum + score : score;
}
