// SPDX-License-Identifier: Apache-2.0

using System.Text;
using MimeKit;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Mail;

/// <summary>The characters of a part of a mail, in the charset that it declares, or as any text that declares none.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Note">What was assumed or replaced, or null.</param>
/// <param name="Problem">Why there are no characters, or fewer than there should be; null if there is nothing to tell.</param>
internal sealed record MailWords(string Text, string? Note, string? Problem)
{
    /// <summary>Decodes a part.</summary>
    public static MailWords Of(MimePart part, bool isHtml)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        bytes.Position = 0;
        var source = new InputSource(bytes);
        SourceEncoding encoding = SourceEncoding.Detect(source.Peek(InputHead.Size));
        string? charset = part.ContentType.Charset is { Length: > 0 } given && !given.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? given : null;
        bool isDeclared = false;
        if (encoding is { IsUtf8: true, MarkLength: 0 } && charset is not null)
        {
            if (SourceEncoding.Of(charset) is { } declared) (encoding, isDeclared) = (declared, true);
            else if (!isHtml) return new("", null, $"it declares the charset '{OneLine.Of(charset)}', which is not read");
        }

        if (isHtml && !isDeclared)
        {
            (string? page, string? note, InputFault? fault) = Html.HtmlSource.Read(source, InputLimits.Default);
            return new(page ?? "", note, fault?.Reason);
        }

        // A mail that says UTF-8 and is not is one by a careless program; one that says another charset can hardly be invalid.
        using var decoder = new TextDecoder(source, encoding, replaces: isDeclared && !encoding.IsUtf8);
        var text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        while (decoder.Read(buffer.AsSpan()) is > 0 and int got) text.Append(buffer, 0, got);
        string? replaced = decoder.Replaced == 0 ? null : $"{decoder.Replaced} {(decoder.Replaced == 1 ? "place is" : "places are")} not valid {encoding.Name} and became U+FFFD";
        return new(text.ToString(), Notes.Join(decoder.TakeNote(), replaced), decoder.Problem is { } problem ? $"{problem.Place}: {problem.Reason}" : null);
    }
}
