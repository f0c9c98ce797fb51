// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Names;

namespace Rapporteur.Tests.Names;

public sealed class NameConsistencyTests
{
    private static readonly TypeScores Person = new(0, -4, -4, -4), Place = new(-4, -4, 0, -4), PlaceInDoubt = new(-1, -4, 0, -4);

    [Fact]
    public void The_same_words_are_the_kind_that_most_speaks_for()
        => Assert.Equal([NameType.Location, NameType.Location, NameType.Location], Kinds("Aarholm Aarholm Aarholm", ("Aarholm", Place), ("Aarholm", Person), ("Aarholm", Place)));

    [Fact]
    public void Other_words_have_no_say()
        => Assert.Equal([NameType.Person, NameType.Location], Kinds("Moe Aarholm", ("Moe", Person), ("Aarholm", Place)));

    [Fact]
    public void A_full_name_speaks_for_its_last_word()
    {
        Assert.Equal([NameType.Location], Kinds("Ruiz", ("Ruiz", PlaceInDoubt)));
        Assert.Equal([NameType.Person, NameType.Person], Kinds("Ana Ruiz Ruiz", ("Ana Ruiz", Person), ("Ruiz", PlaceInDoubt)));
    }

    [Fact]
    public void The_name_of_a_place_does_not_speak_for_its_last_word()
        => Assert.Equal([NameType.Location, NameType.Person], Kinds("Port Moe Moe", ("Port Moe", Place), ("Moe", new(0, -4, -1, -4))));

    [Fact]
    public void One_mention_cannot_outvote_all_others()
        => Assert.Equal(NameType.Location, Kinds("Moe Moe Moe Moe", ("Moe", new TypeScores(1000, 0, 0, 0).Normalised()), ("Moe", Place), ("Moe", Place), ("Moe", new(-6, -4, 0, -4)))[0]);

    private static NameType[] Kinds(string text, params (string Words, TypeScores Scores)[] mentions)
    {
        int[] starts = [.. text.Split(' ').Select((_, i) => string.Join(' ', text.Split(' ').Take(i)).Length + (i > 0 ? 1 : 0))];
        var tokens = new TokenTable(text, starts, [.. starts.Zip(text.Split(' '), (s, w) => s + w.Length)]);
        var names = new NameList(tokens);
        int from = 0;
        foreach ((string words, TypeScores scores) in mentions)
        {
            from = text.IndexOf(words, from, StringComparison.Ordinal);
            var span = new TextSpan(from, from + words.Length);
            names.Add(tokens.RangeOf(span), scores.Best, scores);
            from = span.End;
        }

        NameConsistency.Apply(tokens, names);
        return [.. names.ToArray().Select(n => n.Type)];
    }
}
