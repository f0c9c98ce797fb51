// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using Rapporteur.Lexicons;

namespace Rapporteur.Store;

/// <summary>Folds what a user need not type exactly.</summary>
internal static class Folding
{
    /// <summary>Without capitals and accents.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(PlainLetter.Of(c)));
        }

        return folded.ToString();
    }
}
