// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Rapporteur.Formats.Html;

/// <summary>Finds the element of a page that holds the article.</summary>
/// <param name="readability">Cuts an article out of a page's source and gives it as HTML, or null where it finds none.</param>
internal sealed class ArticleFinder(Func<string, string?> readability)
{
    /// <summary>By the readability method.</summary>
    public static ArticleFinder Default { get; } = new(ByReadability);

    /// <summary>The article, or else the page's body; a note where that is so for another reason than that it finds none. Null where the page has no body.</summary>
    public (IElement? Root, string? Note) Find(string page, IHtmlDocument document, InputLimits limits)
    {
        if (document.All.Length > limits.MaxArticleElements)
            return (document.Body, $"it has more than {limits.MaxArticleElements} elements, too many to look for an article among them; the whole page was read");
        string? article;
        try
        {
            article = readability(page);
        }
#pragma warning disable CA1031 // The method is another's; whatever goes wrong in it, the page itself can still be read.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return (document.Body, $"its article could not be told from the rest ({OneLine.Of(problem.Message)}); the whole page was read");
        }
#pragma warning restore CA1031

        IElement? root = article is { Length: > 0 } ? new HtmlParser().ParseDocument(article).Body : null;
        return (root is { TextContent.Length: > 0 } ? root : document.Body, null);
    }

    private static string? ByReadability(string page)
    {
        using var reader = new Reader("https://page.invalid/", page) { KeepClasses = true };
        Article found = reader.GetArticle();
        return found.IsReadable ? found.Content : null;
    }
}
