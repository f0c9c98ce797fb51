// SPDX-License-Identifier: Apache-2.0

using MimeKit;
using MimeKit.Cryptography;

namespace Rapporteur.Formats.Mail;

/// <summary>The parts of a mail: those that are its text, each alternative taken once, and those that are attached.</summary>
internal sealed class MailParts
{
    private const int MostParts = 1000;

    private readonly List<TextPart> bodies = [];
    private readonly List<MimeEntity> attachments = [];
    private readonly List<string> problems = [], pictures = [];
    private int parts;

    /// <summary>Takes a mail apart.</summary>
    public MailParts(MimeMessage message)
    {
        if (message.Body is { } body) Take(body);
    }

    /// <summary>The parts that are its text, in order.</summary>
    public IReadOnlyList<TextPart> Bodies => bodies;

    /// <summary>The files and mails attached.</summary>
    public IReadOnlyList<MimeEntity> Attachments => attachments;

    /// <summary>Pictures and sounds attached, by name.</summary>
    public IReadOnlyList<string> Pictures => pictures;

    /// <summary>Why parts can't be read.</summary>
    public IReadOnlyList<string> Problems => problems;

    private void Take(MimeEntity entity)
    {
        if (++parts > MostParts)
        {
            if (parts == MostParts + 1) problems.Add($"it has more than {MostParts} parts, of which those are read");
            return;
        }

        switch (entity)
        {
            case MultipartAlternative alternative:
                MimeEntity? best = Best(alternative);
                if (best is not null) Take(best);
                foreach (MimeEntity other in alternative.Where(e => e != best && IsAttached(e))) Take(other);
                break;
            case MultipartRelated { Root: { } root }:
                Take(root);
                break;
            case MultipartEncrypted:
                problems.Add("it is encrypted");
                break;
            case MultipartSigned signed:
                if (signed.Count > 0) Take(signed[0]);
                break;
            case Multipart multipart:
                foreach (MimeEntity part in multipart) Take(part);
                break;
            case MessagePart message:
                attachments.Add(message);
                break;
            case TextPart text when !text.IsAttachment && (text.IsPlain || text.IsHtml || text.IsFlowed):
                bodies.Add(text);
                break;
            case MimePart part:
                TakeFile(part);
                break;
            default:
                break;
        }
    }

    private void TakeFile(MimePart part)
    {
        string type = part.ContentType.MimeType.ToLowerInvariant();
        if (type is "application/pkcs7-mime" or "application/x-pkcs7-mime") problems.Add("it is encrypted or signed (S/MIME) in a way that is not read");
        else if (type is "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" or "text/vcard" or "text/x-vcard" or "message/delivery-status") return;
        else if (part.ContentType.MediaType.ToLowerInvariant() is not ("image" or "audio" or "video")) attachments.Add(part);
        else if (part.IsAttachment) pictures.Add(OneLine.OrNull(part.FileName) ?? type);
    }

    /// <summary>Of the ways in which a mail says one thing, HTML, for its headings and lists, unless most words are only in the plain one.</summary>
    private static MimeEntity? Best(MultipartAlternative alternative)
    {
        MimeEntity? html = alternative.LastOrDefault(e => e is TextPart { IsHtml: true } or MultipartRelated or Multipart), plain = alternative.FirstOrDefault(e => e is TextPart { IsPlain: true } or TextPart { IsFlowed: true });
        if (html is null || plain is null) return html ?? plain ?? alternative.LastOrDefault(e => e is TextPart);
        TextPart? page = html as TextPart ?? (html as MultipartRelated)?.Root as TextPart;
        return page is not null && WordsOf(page) * 2 < WordsOf((TextPart)plain) ? plain : html;
    }

    /// <summary>About as many words as a part shows.</summary>
    private static int WordsOf(TextPart part)
    {
        string text = MailWords.Of(part, part.IsHtml).Text;
        int words = 0;
        bool isTag = false, isWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (part.IsHtml && c is '<' or '>')
            {
                isTag = c == '<';
                isWord = false;
                string? raw = isTag ? RawAt(text, i) : null;
                if (raw is not null && text.IndexOf(raw, i, StringComparison.OrdinalIgnoreCase) is > 0 and int end) i = end;
                continue;
            }

            bool isLetter = !isTag && char.IsLetterOrDigit(c);
            if (isLetter && !isWord) words++;
            isWord = isLetter;
        }

        return words;
    }

    private static string? RawAt(string text, int at)
        => string.Compare(text, at, "<style", 0, 6, StringComparison.OrdinalIgnoreCase) == 0 ? "</style" : string.Compare(text, at, "<script", 0, 7, StringComparison.OrdinalIgnoreCase) == 0 ? "</script" : null;

    private static bool IsAttached(MimeEntity entity) => entity is MessagePart or MimePart { IsAttachment: true };
}
