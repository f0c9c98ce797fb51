// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Mail;

/// <summary>A mailbox (mbox): mail after mail, one held in memory at a time; each is an input of its own, named by its number.</summary>
internal sealed class MboxFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "mbox";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => MailHead.IsMailbox(head);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        int read = 0;
        foreach (MailboxMessage message in MailboxMessages.Read(source, context.Limits.MaxDocumentBytes))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            read++;
            string place = $"mail {message.Number}";
            if (message.Bytes is null)
            {
                yield return context.Failure(place, $"it is larger than {context.Limits.MaxDocumentBytes >> 20} MB");
                continue;
            }

            using (message.Bytes)
            {
                foreach (InputItem item in MailReader.Read(message.Bytes, $"{context.Name}/{message.Number}", context)) yield return item;
            }
        }

        if (read == 0) yield return context.Failure(null, "it holds no mail");
    }
}
