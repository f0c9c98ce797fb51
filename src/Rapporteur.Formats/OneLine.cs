// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats;

/// <summary>Text of others on one line: white space collapsed, control characters left out.</summary>
internal static class OneLine
{
    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        bool space = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (char.IsControl(c)) continue;
            if (space) line.Append(' ');
            space = false;
            line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>The text on one line, or null where nothing is left.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text) is { Length: > 0 } line ? line : null;
}
