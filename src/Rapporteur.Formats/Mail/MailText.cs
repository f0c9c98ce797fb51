// SPDX-License-Identifier: Apache-2.0

using System.Text;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Mail;

/// <summary>The text of a mail, put together block by block: the subject, what its sender wrote, and what is kept and not analysed.</summary>
internal sealed class MailText
{
    /// <summary>Why parts are not analysed.</summary>
    public const string Quoted = "it is quoted from an earlier mail", Signature = "it is the signature of the mail", Footing = "it is about the mailing list";

    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<UnreadPart> unread = [];

    /// <summary>Whether nobody has written anything in it but the subject.</summary>
    public bool IsEmpty => blocks.All(b => b.Kind == PassageKind.Title);

    /// <summary>Adds a block; nothing is added for white space alone, or for the title again.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="words">Its words.</param>
    /// <param name="unreadFor">Why it is not analysed, or null.</param>
    /// <param name="marker">Length of the mark before a list item, which is none of its words.</param>
    public void Add(PassageKind kind, string words, string? unreadFor = null, int marker = 0)
    {
        words = words.Trim();
        if (words.Length == 0) return;
        bool hasTitle = blocks.Count > 0 && blocks[0].Kind == PassageKind.Title;
        if (hasTitle && blocks.Count == 1 && text.ToString() == words) return;
        if (hasTitle && kind == PassageKind.Title) kind = PassageKind.Heading;
        if (text.Length > 0) text.Append("\n\n");
        var span = new TextSpan(text.Length + marker, text.Length + words.Length);
        text.Append(words);
        blocks.Add(new(span, kind));
        if (unreadFor is not null) unread.Add(new(span, unreadFor));
    }

    /// <summary>The text.</summary>
    public InputText Build(string name, ReadOptions options, string? note) => new(name, text.ToString(), options with { Blocks = blocks, Unread = unread }) { Note = note };
}
