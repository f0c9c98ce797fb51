// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Rapporteur.Web.About;

/// <summary>The documents that the page shows: those of docs/, as of this version.</summary>
internal static class DocPage
{
    private const string Prefix = "docs/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers().Build();

    /// <summary>Names of the documents: <c>codebook/statements</c>.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        .. typeof(DocPage).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(static n => n[Prefix.Length..^".md".Length].Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>A document as HTML; null if there is none of that name.</summary>
    public static MarkupString? Html(string name)
    {
        if (!Names.Contains(name)) return null;
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + ".md")!);
        MarkdownDocument document = Markdown.Parse(text.ReadToEnd(), Pipeline);
        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            if (link.Url is { } url && !url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith('#')) link.Url = AddressOf(url);
        }

        // Alignment would be written as a style, which the page's policy forbids.
        foreach (Table table in document.Descendants<Table>()) table.ColumnDefinitions.ForEach(static column => column.Alignment = null);
        string html = document.ToHtml(Pipeline)
            .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        return (MarkupString)html;
    }

    /// <summary>Where a link between documents leads on the page.</summary>
    private static string AddressOf(string url)
    {
        string file = url.Split('#')[0].Replace("../", "", StringComparison.Ordinal).Replace("docs/", "", StringComparison.Ordinal);
        string name = file.EndsWith(".md", StringComparison.Ordinal) ? file[..^".md".Length] : file;
        return Names.FirstOrDefault(n => n == name || n.EndsWith("/" + name, StringComparison.Ordinal)) is { } known ? "/about/" + known : "/about";
    }
}
