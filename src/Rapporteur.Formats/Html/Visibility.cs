// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;

namespace Rapporteur.Formats.Html;

/// <summary>Whether a reader of the page sees an element as part of an article.</summary>
internal static class Visibility
{
    /// <summary>Whether it is hidden, or is of a kind that holds no article's words.</summary>
    public static bool IsHidden(IElement element)
        => element.LocalName is "script" or "style" or "noscript" or "template" or "nav" or "form" or "button" or "select" or "iframe" or "svg" or "footer" or "aside" or "head"
            || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether it, or an element around it, is hidden.</summary>
    public static bool IsInHidden(IElement element) => IsHidden(element) || element.Ancestors<IElement>().Any(IsHidden);
}
