// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;

namespace Rapporteur.Formats.Mail;

/// <summary>Short blocks of a newsletter that are about the mailing, not the news.</summary>
internal static partial class MailFooting
{
    private const int Longest = 400;

    /// <summary>Why a block is not analysed, or null.</summary>
    public static string? Of(string block) => block.Length <= Longest && Words().IsMatch(block) ? MailText.Footing : null;

    [GeneratedRegex(@"\bunsubscribe\b|\bview (?:this (?:e-?mail|newsletter|message)|it|online)?\s*(?:in|on) (?:your|a|the) (?:web )?browser\b|\b(?:update|manage|change) (?:your )?(?:e-?mail |subscription )?preferences\b|\byou(?: are|’re|'re) receiving this (?:e-?mail|newsletter|message)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
