// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace Rapporteur.Formats.Pdf;

/// <summary>What a PDF tells of itself. Titles that are names of files, as programs put there, are none.</summary>
internal sealed partial record PdfProperties(string? Title, string? Author, string? Published)
{
    /// <summary>Takes them from a document's information.</summary>
    public static PdfProperties Of(DocumentInformation? information)
    {
        string? title = OneLine.OrNull(information?.Title), author = OneLine.OrNull(information?.Author);
        return new(
            title is null || NoTitle().IsMatch(title) ? null : title, author is { Length: <= 120 } ? author : null,
            Date(() => information?.GetCreatedDateTimeOffset()) ?? Date(() => information?.GetModifiedDateTimeOffset()));
    }

    private static string? Date(Func<DateTimeOffset?> date)
    {
        try
        {
            return date()?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        catch (Exception odd) when (odd is FormatException or ArgumentException or OverflowException)
        {
            return null;                                        // no date that can be told
        }
    }

    [GeneratedRegex(@"^(?:Microsoft (?:Word|PowerPoint|Excel) - |untitled|document\d*$|slide \d)|\.(?:docx?|odt|pdf|indd|rtf|qxd|pptx?|tex|dvi|html?)$|^[\W\d_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
