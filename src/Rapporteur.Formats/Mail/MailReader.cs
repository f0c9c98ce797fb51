// SPDX-License-Identifier: Apache-2.0

using MimeKit;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Mail;

/// <summary>Reads one mail: its text, then what is attached to it, each as an input of its own.</summary>
internal static class MailReader
{
    private const int MostMimeDepth = 60;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = MostMimeDepth };

    /// <summary>The items of a mail.</summary>
    /// <param name="bytes">The mail.</param>
    /// <param name="name">Its name as an input.</param>
    /// <param name="context">The input that it is, or is in.</param>
    public static IEnumerable<InputItem> Read(MemoryStream bytes, string name, FormatContext context)
    {
        (MimeMessage? opened, string? reason) = Open(bytes, context.Cancellation);
        if (opened is null)
        {
            yield return new InputFailure(name, null, reason!);
            yield break;
        }

        using MimeMessage message = opened;
        var parts = new MailParts(message);
        ReadOptions options = MailProperties.Of(message, name);
        List<string?> notes = [.. parts.Pictures.Select(p => $"the attached {p} is a picture or recording and was left out")], problems = [.. parts.Problems];
        MailText text = Text(parts, options.Title, context.Limits, notes, problems);
        if (!text.IsEmpty) yield return text.Build(name, options, Notes.Join(notes));
        foreach (string? problem in problems) yield return new InputFailure(name, null, problem!);
        int read = 0;
        foreach (MimeEntity attachment in parts.Attachments)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (InputItem item in Attached(attachment, name, ++read, context)) yield return item;
        }

        if (text.IsEmpty && problems.Count == 0 && read == 0) yield return new InputFailure(name, null, "the mail holds no text");
    }

    private static (MimeMessage? Message, string? Reason) Open(MemoryStream bytes, CancellationToken cancellation)
    {
        try
        {
            return (MimeMessage.Load(Options, bytes, cancellation), null);
        }
#pragma warning disable CA1031 // The parser is another's; whatever goes wrong in it is a fault of the mail.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return (null, $"it is no well-formed mail: {OneLine.Of(problem.Message)}");
        }
#pragma warning restore CA1031
    }

    private static MailText Text(MailParts parts, string? subject, InputLimits limits, List<string?> notes, List<string?> problems)
    {
        var text = new MailText();
        if (subject is not null) text.Add(PassageKind.Title, subject);
        foreach (TextPart part in parts.Bodies)
        {
            MailWords words = MailWords.Of(part, part.IsHtml);
            if (words.Note is not null) notes.Add(words.Note);
            if (words.Problem is not null) problems.Add(words.Problem);
            if (!part.IsHtml)
            {
                PlainMail.Add(text, words.Text, part.IsFlowed);
                continue;
            }

            if (words.Text.Length > limits.MaxHtmlBytes || HtmlMail.Blocks(words.Text, limits) is not { } blocks)
            {
                problems.Add("its HTML is larger, or its tags are nested deeper, than any mail's");
                continue;
            }

            foreach ((PassageKind kind, string block, string? why) in blocks) text.Add(kind, block, why);
        }

        return text;
    }

    private static IEnumerable<InputItem> Attached(MimeEntity attachment, string name, int number, FormatContext context)
    {
        string? file = (attachment as MimePart)?.FileName;
        string inner = $"{name}/{OneLine.OrNull(file)?.Replace('/', '_') ?? (attachment is MessagePart ? $"mail-{number}.eml" : $"part-{number}")}";
        if (context.Depth >= context.Limits.MaxDepth)
        {
            yield return new InputFailure(inner, null, $"attachments stand more than {context.Limits.MaxDepth} deep in one another");
            yield break;
        }

        using var bytes = new MemoryStream();
        if (attachment is MessagePart { Message: { } message }) message.WriteTo(bytes, context.Cancellation);
        else if (attachment is MimePart { Content: { } content }) content.DecodeTo(bytes, context.Cancellation);
        bytes.Position = 0;
        foreach (InputItem item in context.Nested(inner, new InputSource(bytes))) yield return item;
    }
}
