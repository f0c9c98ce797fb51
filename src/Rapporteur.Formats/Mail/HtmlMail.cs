// SPDX-License-Identifier: Apache-2.0

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Documents;
using Rapporteur.Formats.Html;

namespace Rapporteur.Formats.Mail;

/// <summary>The blocks of a mail in HTML, all of it, since no rule for articles on pages knows a newsletter's tables; what is quoted comes last.</summary>
internal static class HtmlMail
{
    private const string QuotedBlocks = "blockquote[type=cite], blockquote.gmail_quote, div.gmail_quote, div.gmail_attr, div.moz-cite-prefix, div.yahoo_quoted, div.OutlookMessageHeader";
    private const string Signatures = ".gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature";
    private const string RestQuoted = "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container";

    /// <summary>The blocks: what was written, then what is not analysed; null where the tags are nested deeper than any mail's.</summary>
    public static IReadOnlyList<(PassageKind Kind, string Words, string? UnreadFor)>? Blocks(string page, InputLimits limits)
    {
        TagNesting nesting = TagNesting.Of(page, limits.MaxHtmlDepth);
        if (nesting.IsTooDeep) return null;
        if (new HtmlParser().ParseDocument(nesting.IsTangled ? FormattingTags.Without(page) : page).Body is not { } body) return [];
        List<(IElement Element, string Why)> aside = [];
        if (body.QuerySelector(RestQuoted) is { } mark)
        {
            foreach (IElement element in mark.ParentElement!.Children.SkipWhile(e => e != mark).ToArray()) Take(element, MailText.Quoted);
        }

        foreach (IElement element in body.QuerySelectorAll(QuotedBlocks)) Take(element, MailText.Quoted);
        foreach (IElement element in body.QuerySelectorAll(Signatures)) Take(element, MailText.Signature);
        List<(PassageKind, string, string?)> blocks = [];
        Add(body, null);
        foreach ((IElement element, string why) in aside) Add(element, why);
        return blocks;

        void Take(IElement element, string why)
        {
            if (Html.Visibility.IsInHidden(element)) return;         // inside one that was taken, or never shown
            element.SetAttribute("hidden", "");
            aside.Add((element, why));
        }

        void Add(IElement root, string? why)
        {
            var read = new BlockText();
            read.AddBlocks(root);
            (string text, IReadOnlyList<Block> found) = read.Build();
            foreach (Block block in found)
            {
                string words = block.Span.In(text).ToString();
                blocks.Add((block.Kind, words, why ?? MailFooting.Of(words)));
            }
        }
    }
}
