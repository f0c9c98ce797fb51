// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;

namespace Rapporteur.Cli.Output;

/// <summary>Makes text from outside safe to show: no control characters, which a terminal would obey.</summary>
public static class TerminalText
{
    /// <summary>The text without control characters and marks that turn the direction of what follows; line ends and tabs become blanks.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = 0;
        while (at < text.Length && !IsUnsafe(text[at])) at++;
        if (at == text.Length) return text;
        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (!IsUnsafe(c)) clean.Append(c);
            else if (c is '\n' or '\t' or '\u2028' or '\u2029') clean.Append(' ');
            else if (c is not ('\r' or '\ufeff')) clean.Append('\ufffd');
        }

        return clean.ToString();
    }

    private static bool IsUnsafe(char c)
        => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;
}
