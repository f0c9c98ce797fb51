// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Places;

/// <summary>Finds which places are said to lie in which: "Paris, Texas", "Kutum in North Darfur", "the Texas town of Paris".</summary>
internal sealed class ContainmentFinder(TokenTable tokens, PlaceWords words)
{
    /// <summary>A report that says more is told no more by it.</summary>
    private const int Most = 512;

    /// <summary>Tokens between the outer and the inner place in "Texas's small northern town of Paris".</summary>
    private const int WidestGap = 5;

    /// <summary>The pairs, each once.</summary>
    public HashSet<Containment> Find(List<PlaceMention> mentions)
    {
        HashSet<Containment> pairs = [];
        for (int i = 0; i + 1 < mentions.Count && pairs.Count < Most; i++)
        {
            (PlaceMention left, PlaceMention right) = (mentions[i], mentions[i + 1]);
            if (left.Group == right.Group) continue;
            if (IsInnerFirst(left.End, right.First)) pairs.Add(new(left.Group, right.Group));
            else if (IsOuterFirst(left.End, right.First)) pairs.Add(new(right.Group, left.Group));
        }

        return pairs;
    }

    private bool IsInnerFirst(int end, int next)
    {
        if (next == end) return true;
        if (next - end > 4) return false;
        for (int t = end; t < next; t++)
        {
            if (tokens.WordOf(t) is not ("," or "in" or "(" or "the") && words.Of(tokens.WordOf(t)) is not PlaceWord.Side && !PlaceWords.IsKind(words.Of(tokens.WordOf(t)))) return false;
        }

        return tokens.WordOf(end) is "," or "in" or "(" || tokens.WordOf(next - 1) is "in";
    }

    private bool IsOuterFirst(int end, int next)
    {
        if (next - end > WidestGap || next - end < 1) return false;
        if (tokens.WordOf(end) is "'s" or "’s" && next == end + 1) return true;
        return next - end >= 2 && tokens.WordOf(next - 1) is "of" && PlaceWords.IsKind(words.Of(tokens.WordOf(next - 2)));
    }
}
