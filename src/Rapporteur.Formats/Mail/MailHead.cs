// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;

namespace Rapporteur.Formats.Mail;

/// <summary>Tells mail by its first lines.</summary>
internal static partial class MailHead
{
    private static readonly string[] OfTransport = ["message-id", "mime-version", "received", "return-path", "dkim-signature", "delivered-to"];

    /// <summary>
    /// Whether an input begins with the header of a mail: a sender, a date or subject, and, where the name of the file does not say that it is one,
    /// a field that only programs write. A memo typed with "From:" and "To:" is no mail.
    /// </summary>
    public static bool IsMail(InputHead head)
    {
        HashSet<string> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Text.Split('\n'))
        {
            string field = line.TrimEnd('\r');
            if (field.Length == 0) break;
            if (field[0] is ' ' or '\t' && fields.Count > 0) continue;
            if (Field().Match(field) is not { Success: true } match)
            {
                // The last line may be cut where the head ends.
                if (fields.Count > 0 && line.Length > 0 && head.Text.EndsWith(line, StringComparison.Ordinal) && head.Bytes.Length == InputHead.Size) break;
                return false;
            }

            fields.Add(match.Groups[1].Value);
        }

        bool isNamed = head.Extension is ".eml" or ".emlx" or ".mail";
        return fields.Contains("from") && (fields.Contains("date") || fields.Contains("subject") || fields.Contains("message-id")) && (isNamed || OfTransport.Any(fields.Contains));
    }

    /// <summary>Whether an input begins with the line that parts the mails of a mailbox, and a header below it.</summary>
    public static bool IsMailbox(InputHead head)
    {
        int end = head.Text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !IsMailboxLine(head.Text.AsSpan(0, end))) return false;
        int next = head.Text.IndexOf('\n', end + 1);
        return Field().IsMatch(head.Text[(end + 1)..(next < 0 ? head.Text.Length : next)]);
    }

    /// <summary>Whether a line parts mails: "From", an address, and a date with its year at the end.</summary>
    public static bool IsMailboxLine(ReadOnlySpan<char> line) => MailboxLine().IsMatch(line);

    [GeneratedRegex(@"^([!-9;-~]{1,76}):(?: |\t|\r?$|[^/ ])")]
    private static partial Regex Field();

    [GeneratedRegex(@"^From [^ \r\n]{1,320} .{0,40}\d\d:\d\d.{0,20}(?:19|20)\d\d.{0,12}\r?$")]
    private static partial Regex MailboxLine();
}
