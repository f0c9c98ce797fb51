// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Fuzz.Made;

/// <summary>The samples that are no text and therefore made by code: <c>dotnet run --project tests/Rapporteur.Fuzz -- samples samples</c> writes them.</summary>
public static class MadeSamples
{
    /// <summary>Their names and bytes.</summary>
    public static IEnumerable<(string File, byte[] Content)> All =>
    [
        ("12-release.docx", MadeDocuments.Docx()),
        ("13-coalition.odt", MadeDocuments.Odt()),
        ("14-weekly.epub", MadeDocuments.Epub()),
        ("15-columns.pdf", MadePdf.Report()),
        ("16-newsletter.eml", MadeMail.Newsletter()),
        ("17-mailbox.mbox", MadeMail.Mailbox()),
    ];
}
