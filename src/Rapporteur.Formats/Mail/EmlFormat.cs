// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Formats.Mail;

/// <summary>A mail (.eml): what its sender wrote, once; quoted mails and the signature are kept and not analysed; attachments are inputs of their own.</summary>
internal sealed class EmlFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "eml";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => MailHead.IsMail(head);

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        (MemoryStream? bytes, InputFault? fault) = WholeInput.Read(source, context.Limits);
        if (bytes is null)
        {
            yield return context.Failure(fault!);
            yield break;
        }

        using (bytes)
        {
            foreach (InputItem item in MailReader.Read(bytes, context.Name, context)) yield return item;
        }
    }
}
