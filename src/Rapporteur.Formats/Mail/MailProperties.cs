// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;

namespace Rapporteur.Formats.Mail;

/// <summary>What a mail's header tells: the sender of a mailing list is its outlet, any other its author.</summary>
internal static partial class MailProperties
{
    /// <summary>The options.</summary>
    public static ReadOptions Of(MimeMessage message, string name)
    {
        string? sender = message.From.Mailboxes.FirstOrDefault() is { } from ? OneLine.OrNull(from.Name) ?? OneLine.OrNull(from.Address) : null;
        bool isList = message.Headers.Contains(HeaderId.ListId) || message.Headers.Contains(HeaderId.ListUnsubscribe)
            || message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "list";
        return new ReadOptions
        {
            InputName = name, Title = OneLine.OrNull(message.Subject), Author = isList ? null : sender, Outlet = isList ? sender : null,
            Published = message.Date == DateTimeOffset.MinValue ? null : message.Date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            Url = Address(message.Headers["Archived-At"]), OneReport = true, HardWrapped = true,
        };
    }

    private static string? Address(string? field) => field is not null && Http().Match(field) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"https?://[^\s<>]{1,1000}")]
    private static partial Regex Http();
}
