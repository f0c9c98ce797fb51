// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Text;

/// <summary>Markdown: the text exactly as it is, with its headings, list items and paragraphs told.</summary>
internal sealed partial class MarkdownFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Extension is ".md" or ".markdown"
        || (head.Extension is not ".txt" && (FrontMatterStart().IsMatch(head.Trimmed) || (HeadingLine().Count(head.Text) >= 1 && Link().IsMatch(head.Text)) || HeadingLine().Count(head.Text) >= 2));

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        bool isFirst = true;
        foreach (InputItem item in TextParts.Read(source, context))
        {
            if (item is not InputText part)
            {
                yield return item;
                continue;
            }

            (ReadOptions options, int start) = isFirst ? FrontMatter.Read(part.Text, part.Options) : (part.Options, 0);
            isFirst = false;
            if (part.Text.AsSpan(start).IsWhiteSpace() && start > 0 && part.Note is null)
            {
                yield return context.Failure(null, "the input is empty below its front matter");
                continue;
            }

            yield return part with { Options = options with { HardWrapped = true, Blocks = MarkdownBlocks.Find(part.Text, start) } };
        }
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n[A-Za-z_]+:")]
    private static partial Regex FrontMatterStart();

    [GeneratedRegex(@"^#{1,6} \S", RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"\[[^\]\r\n]{1,200}\]\(https?://[^)\s]{1,500}\)")]
    private static partial Regex Link();
}
