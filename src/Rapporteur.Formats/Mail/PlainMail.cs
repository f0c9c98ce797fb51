// SPDX-License-Identifier: Apache-2.0

using System.Text.RegularExpressions;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Mail;

/// <summary>The paragraphs of a mail in plain text; quoted mails and the signature are told by the marks that mail programs put there.</summary>
internal static partial class PlainMail
{
    private const int LongestWrappedLine = 110, ShortestWrappedLine = 45;

    /// <summary>Adds the paragraphs.</summary>
    public static void Add(MailText text, string words, bool isFlowed)
    {
        string[] lines = words.ReplaceLineEndings("\n").Split('\n');
        bool isWrapped = lines.All(l => l.Length <= LongestWrappedLine);
        List<string> open = [];
        string? why = null, rest = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (rest is null && line is "-- " or "--" && i > 0)
            {
                Close();
                rest = MailText.Signature;
                continue;
            }

            if (rest is not MailText.Quoted && OriginalMessage().IsMatch(line) && !line.StartsWith('>')) rest = MailText.Quoted;
            bool isQuoted = line.StartsWith('>') || IsAttribution(lines, i);
            string? own = isQuoted ? MailText.Quoted : rest;
            if (line.AsSpan().IsWhiteSpace() || own != why || (open.Count > 0 && !Continues(open[^1], line, isFlowed, isWrapped))) Close();
            why = own;
            if (!line.AsSpan().IsWhiteSpace()) open.Add(line);
        }

        Close();

        void Close()
        {
            if (open.Count == 0) return;
            string block = string.Join('\n', open.Select(l => l.TrimEnd())).TrimStart();
            int marker = Bullet().Match(block).Length;
            text.Add(marker > 0 ? PassageKind.List : PassageKind.Paragraph, block, why ?? MailFooting.Of(block), marker);
            open.Clear();
        }
    }

    private static bool Continues(string before, string line, bool isFlowed, bool isWrapped)
    {
        if (Bullet().IsMatch(line)) return false;
        if (line.StartsWith('>')) return true;
        return isFlowed ? before.EndsWith(' ') : isWrapped && before.Length >= ShortestWrappedLine;
    }

    /// <summary>Whether a line tells who wrote what is quoted below it: "On Monday, Ana wrote:", perhaps over two lines.</summary>
    private static bool IsAttribution(string[] lines, int i)
    {
        string line = lines[i];
        bool isSecond = i > 0 && line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal) && lines[i - 1].StartsWith("On ", StringComparison.Ordinal);
        bool isFirst = line.StartsWith("On ", StringComparison.Ordinal) && i + 1 < lines.Length && lines[i + 1].TrimEnd().EndsWith("wrote:", StringComparison.Ordinal);
        bool isWhole = line.StartsWith("On ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal);
        if (!(isSecond || isFirst || isWhole)) return false;
        int next = isFirst && !isWhole ? i + 2 : i + 1;
        while (next < lines.Length && lines[next].AsSpan().IsWhiteSpace()) next++;
        return next < lines.Length && lines[next].StartsWith('>');
    }

    [GeneratedRegex(@"^\s*(?:[•▪‣◦*+–-]|\d{1,2}[.)]) +(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d’origine|Mensaje original)\s*-{2,}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OriginalMessage();
}
