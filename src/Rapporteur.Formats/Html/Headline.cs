// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rapporteur.Formats.Html;

/// <summary>The headline as it stands on a page: what agrees with the title that the page tells of itself, else its first heading that is no logo.</summary>
internal static class Headline
{
    private const string Elsewhere = "h2, h3, [itemprop=headline], [class*=headline], [class*=title]";
    private const string Home = "a[href='/'], a[rel~=home]";

    /// <summary>Its words, or null where no element holds it.</summary>
    /// <param name="document">The page.</param>
    /// <param name="told">The title that the page's metadata tell, or null.</param>
    /// <param name="outlet">The outlet that they tell, or null.</param>
    public static string? Of(IHtmlDocument document, string? told, string? outlet)
    {
        IElement[] headings = [.. document.QuerySelectorAll("h1").Where(h => Words(h).Length > 0 && !Visibility.IsInHidden(h))];
        if (told is not null)
        {
            IElement? same = headings.FirstOrDefault(h => Agrees(Words(h), told))
                ?? document.QuerySelectorAll(Elsewhere).FirstOrDefault(e => Key(Words(e)) == Key(told) && !Visibility.IsInHidden(e));
            if (same is not null) return Words(same);
        }

        return headings.Where(h => !IsNamePlate(h, outlet)).OrderBy(IsAside).FirstOrDefault() is { } first ? Words(first) : null;
    }

    /// <summary>Whether a heading's words are the title, but for what may follow in one of them: " | The Ledger", or the end of a title cut short.</summary>
    public static bool Agrees(string words, string title)
    {
        string heading = Key(words), told = Key(title).TrimEnd('.', '…');
        (string shorter, string longer) = heading.Length < told.Length ? (heading, told) : (told, heading);
        return shorter.Length * 2 >= longer.Length && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    /// <summary>Whether a heading names the outlet, not the article.</summary>
    private static bool IsNamePlate(IElement heading, string? outlet)
        => (outlet is not null && Key(Words(heading)) == Key(outlet)) || heading.QuerySelector(Home) is not null || heading.Closest(Home) is not null;

    /// <summary>Whether a heading stands in the head of the page, or is meant for the ear alone, so that another goes before it.</summary>
    private static bool IsAside(IElement heading)
        => (heading.Closest("header") is not null && heading.Closest("article, main") is null) || heading.Closest(".sr-only, .visually-hidden, .screen-reader-text") is not null;

    private static string Words(IElement element) => OneLine.Of(element.TextContent);

    /// <summary>Letter case, and which quotation marks, do not matter.</summary>
    private static string Key(string words)
        => words.ToUpperInvariant().Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');
}
