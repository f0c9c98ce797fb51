// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>Notes and credit lines: "first published by The Ledger", "translated from Spanish".</summary>
internal sealed class CreditFinder(Document document, LinkLedger ledger)
{
    private const int LongestNote = 400;

    /// <summary>Finds them in the passages.</summary>
    public void Find()
    {
        string? first = document.Origin.FirstPublishedBy;
        bool told = false;
        for (int p = 0; p < document.Passages.Count; p++)
        {
            Passage passage = document.Passages[p];
            bool mayCredit = passage.Kind is PassageKind.EditorNote or PassageKind.Byline or PassageKind.AuthorBio or PassageKind.Caption || p >= document.Passages.Count - 2;
            if (!mayCredit || passage.Span.Length > LongestNote) continue;
            ReadOnlySpan<char> words = passage.Span.In(document.Text);
            if (!told && first is not null && words.Contains(first, StringComparison.Ordinal) && (passage.Kind == PassageKind.EditorNote || TellsOfPublication(words)))
            {
                ledger.Add("passage:" + passage.Kind, -1 - p, new(ProvenanceKind.RepublishedFrom, passage.Span, first, null));
                told = true;
            }

            bool translated = words.Contains("ranslated from ", StringComparison.Ordinal) || words.Contains("ranslated by ", StringComparison.Ordinal) || words.Contains("ranslation by ", StringComparison.Ordinal);
            if (translated) ledger.Add("passage:translation", -1 - p, new(ProvenanceKind.TranslatedFrom, passage.Span, null, null));
        }
    }

    private static bool TellsOfPublication(ReadOnlySpan<char> words)
        => words.Contains("ublished", StringComparison.Ordinal) || words.Contains("ppeared", StringComparison.Ordinal) || words.Contains("permission", StringComparison.Ordinal)
            || words.Contains("ource:", StringComparison.Ordinal) || words.Contains("ourtesy", StringComparison.Ordinal);
}
