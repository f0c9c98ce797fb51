// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats.Mail;

/// <summary>A mail of a mailbox: its number, from 1, and its bytes; null where there are more than are read.</summary>
internal readonly record struct MailboxMessage(int Number, MemoryStream? Bytes);

/// <summary>The mails of a mailbox (mbox), one held at a time. A line that parts them follows an empty one; ">From" at a line's start is "From".</summary>
internal static class MailboxMessages
{
    private const int LongestLine = 1 << 16;

    /// <summary>Reads them, lazily.</summary>
    public static IEnumerable<MailboxMessage> Read(Stream source, long maxBytes)
    {
        MemoryStream? message = null;
        int number = 0;
        bool isTooLarge = false, afterEmpty = true;
        foreach (ReadOnlyMemory<byte> line in Lines(source))
        {
            if (afterEmpty && Parts(line.Span))
            {
                if (number > 0) yield return Take();
                number++;
                (message, isTooLarge) = (new MemoryStream(), false);
            }
            else if (number > 0 && !isTooLarge)
            {
                message!.Write(Unquoted(line.Span));
                isTooLarge = message.Length > maxBytes;
                if (isTooLarge) message.SetLength(0);
            }

            afterEmpty = line.Span.Trim("\r\n"u8).IsEmpty;
        }

        if (number > 0) yield return Take();

        MailboxMessage Take()
        {
            message!.Position = 0;
            return new(number, isTooLarge ? null : message);
        }
    }

    private static bool Parts(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) && line.Length < 500 && MailHead.IsMailboxLine(Encoding.Latin1.GetString(line).AsSpan().TrimEnd("\r\n"));

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> line) => line.TrimStart((byte)'>').StartsWith("From "u8) && line[0] == '>' ? line[1..] : line;

    /// <summary>The lines with what ends them; one that is longer than a buffer comes in pieces. Each is good until the next is asked for.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream source)
    {
        byte[] buffer = new byte[LongestLine];
        int have = 0, got;
        do
        {
            got = source.Read(buffer, have, buffer.Length - have);
            have += got;
            int from = 0;
            while (buffer.AsSpan(from, have - from).IndexOf((byte)'\n') is >= 0 and int end)
            {
                yield return buffer.AsMemory(from, end + 1);
                from += end + 1;
            }

            if (from < have && (got == 0 || (from == 0 && have == buffer.Length)))
            {
                yield return buffer.AsMemory(from, have - from);
                from = have;
            }

            buffer.AsSpan(from, have - from).CopyTo(buffer);
            have -= from;
        }
        while (got > 0);
    }
}
