// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Pdf;

/// <summary>An article of a document.</summary>
/// <param name="Blocks">Its blocks, in reading order.</param>
/// <param name="Title">The one that is its title, or null.</param>
internal sealed record PdfArticle(IReadOnlyList<PdfBlock> Blocks, PdfBlock? Title)
{
    /// <summary>For the note of one among several: where it stands.</summary>
    public string Place
    {
        get
        {
            int first = Blocks[0].Page, last = Blocks.Max(b => b.Lines[^1].Page);
            return first == last ? $"the article on page {first} that begins “{(Title ?? Blocks[0]).FirstLine}”" : $"the article on pages {first} to {last}";
        }
    }
}

/// <summary>
/// Where a document holds several articles: at headings of one large size, each with words enough below it, if each of those has a byline or a
/// dateline, or if two of them stand on one page and no heading is larger. Chapters of a report are no articles, so that a doubt keeps it whole.
/// </summary>
internal static partial class PdfArticles
{
    private const double TitleRatio = 1.3, SameSize = 0.1;
    private const int FewestWords = 30, MostMastheadWords = 25, TitleWithin = 4;

    /// <summary>The articles, each with its blocks; one if there is no clear border.</summary>
    public static List<PdfArticle> Split(List<PdfBlock> blocks, double bodySize)
    {
        int[] titles = [.. Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Kind == PassageKind.Heading && blocks[i].Size >= TitleRatio * bodySize)];
        foreach (double size in titles.Select(i => blocks[i].Size).Distinct().OrderDescending())
        {
            int[] borders = [.. titles.Where(i => Math.Abs(blocks[i].Size - size) <= SameSize * size)];
            if (borders.Length < 2) continue;
            bool hasLarger = titles.Any(i => blocks[i].Size > size * (1 + SameSize));
            return AreArticles(blocks, borders, size, hasLarger) ? Cut(blocks, borders) : [Whole(blocks)];
        }

        return [Whole(blocks)];
    }

    private static PdfArticle Whole(List<PdfBlock> blocks) => new(blocks, blocks.Take(TitleWithin).Where(b => b.Kind == PassageKind.Heading).MaxBy(b => b.Size));

    private static bool AreArticles(List<PdfBlock> blocks, int[] borders, double size, bool hasLarger)
    {
        // A larger heading may only be the paper's own name, above the first article.
        if (blocks.Skip(borders[0]).Any(b => b.Kind == PassageKind.Heading && b.Size > size * (1 + SameSize))) return false;
        if (blocks.Take(borders[0]).Sum(b => b.Words) > MostMastheadWords) return false;
        bool haveLines = true;
        for (int i = 0; i < borders.Length; i++)
        {
            PdfBlock[] below = [.. blocks[(borders[i] + 1)..(i + 1 < borders.Length ? borders[i + 1] : blocks.Count)]];
            if (below.Where(b => b.Kind != PassageKind.Heading).Sum(b => b.Words) < FewestWords) return false;
            haveLines &= below.Take(3).Any(b => Byline().IsMatch(b.FirstLine) || Dateline().IsMatch(b.FirstLine));
        }

        return haveLines || (!hasLarger && borders.GroupBy(i => blocks[i].Page).Any(g => g.Count() > 1));
    }

    private static List<PdfArticle> Cut(List<PdfBlock> blocks, int[] borders)
        => [.. borders.Select((border, i) => new PdfArticle(blocks[(i == 0 ? 0 : border)..(i + 1 < borders.Length ? borders[i + 1] : blocks.Count)], blocks[border]))];

    [GeneratedRegex(@"^(?:By|BY) \p{Lu}[\p{L}.’'-]+ \p{Lu}")]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu} .’'-]{2,30}(?:,[^—–]{1,30})?(?: ?\([^)]{1,30}\))? ?(?:—|–|-) ?\S")]
    private static partial Regex Dateline();
}
