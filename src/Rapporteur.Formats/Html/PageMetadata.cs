// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rapporteur.Formats.Html;

/// <summary>What a page tells of itself: JSON-LD first, then OpenGraph, then meta tags, links and times.</summary>
internal sealed class PageMetadata
{
    private static readonly string[] ArticleTypes =
        ["Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", "BackgroundNewsArticle"];

    private string? title;
    private string? author;
    private string? published;
    private string? outlet;
    private string? url;

    public static PageMetadata Of(IHtmlDocument document)
    {
        var metadata = new PageMetadata();
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']")) metadata.AddJson(script.TextContent);
        metadata.title ??= Meta(document, "og:title") ?? Meta(document, "twitter:title");
        metadata.author ??= PersonName(Meta(document, "article:author")) ?? PersonName(Meta(document, "author")) ?? PersonName(Meta(document, "dc.creator"))
            ?? PersonName(document.QuerySelector("[rel=author], [itemprop=author] [itemprop=name]")?.TextContent);
        metadata.published ??= IsoDate.From(Meta(document, "article:published_time")) ?? IsoDate.From(Meta(document, "date")) ?? IsoDate.From(Meta(document, "dc.date"))
            ?? IsoDate.From(Meta(document, "pubdate")) ?? IsoDate.From(document.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        metadata.outlet ??= Meta(document, "og:site_name") ?? Meta(document, "publisher") ?? Meta(document, "application-name");
        metadata.url ??= Address(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(Meta(document, "og:url"));
        metadata.Headline = Html.Headline.Of(document, metadata.title, metadata.outlet);
        // What stands on the page is whole; what is told may have the outlet's name behind it or be cut short.
        metadata.title = metadata.Headline is { } headline && (metadata.title is null || Html.Headline.Agrees(headline, metadata.title)) ? headline : metadata.title ?? OneLine.OrNull(document.Title);
        return metadata;
    }

    /// <summary>The headline as it stands on the page, or null.</summary>
    public string? Headline { get; private set; }

    /// <summary>The options, with what the page tells.</summary>
    public ReadOptions Over(ReadOptions options) => options with { Title = title, Author = author, Published = published, Outlet = outlet, Url = url };

    private void AddJson(string json)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            AddNode(parsed.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A page's broken metadata is no reason not to read the page; the meta tags are asked next.
        }
    }

    private void AddNode(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray()) AddNode(item);
        }

        if (node.ValueKind != JsonValueKind.Object) return;
        if (node.TryGetProperty("@graph", out JsonElement graph)) AddNode(graph);
        if (!node.TryGetProperty("@type", out JsonElement type) || !IsArticle(type)) return;
        title ??= Name(node, "headline");
        author ??= Name(node, "author");
        published ??= IsoDate.From(Name(node, "datePublished"));
        outlet ??= Name(node, "publisher");
        url ??= Address(Name(node, "url")) ?? Address(Name(node, "mainEntityOfPage"));
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => ArticleTypes.Contains(type.GetString(), StringComparer.Ordinal),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    /// <summary>A property as text: itself, its name, or the names of its items joined by "and".</summary>
    private static string? Name(JsonElement node, string property) => node.TryGetProperty(property, out JsonElement value) ? Name(value) : null;

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OneLine.OrNull(value.GetString()),
        JsonValueKind.Object => Name(value, "name") ?? Name(value, "@id"),
        JsonValueKind.Array => string.Join(" and ", value.EnumerateArray().Select(Name).OfType<string>()) is { Length: > 0 } joined ? joined : null,
        _ => null,
    };

    private static string? Meta(IHtmlDocument document, string name)
        => OneLine.OrNull(document.QuerySelector($"meta[property='{name}' i], meta[name='{name}' i]")?.GetAttribute("content"));

    private static string? PersonName(string? text)
    {
        string? name = OneLine.OrNull(text);
        if (name is null || name.Length > 120 || name.Contains("://", StringComparison.Ordinal)) return null;
        return name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].Trim() : name;
    }

    private static string? Address(string? text)
        => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
