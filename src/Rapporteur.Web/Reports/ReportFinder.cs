// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Store.Querying;

namespace Rapporteur.Web.Reports;

/// <summary>Finds a report by its id or the first digits of it, as addresses and tables give it.</summary>
internal static class ReportFinder
{
    private const int FewestDigits = 6;

    /// <summary>The stored report; null, with the reason, where there is none.</summary>
    public static StoredReport? Stored(RecordQueries queries, string id, out string? problem)
    {
        problem = null;
        string digits = id.ToLowerInvariant();
        if (digits.Length is < FewestDigits or > 64 || !digits.All(char.IsAsciiHexDigit)) return null;
        IReadOnlyList<string> found = digits.Length == 64 ? [digits] : queries.Find(digits);
        if (found.Count > 1) problem = "More than one report begins with these digits; give more of them.";
        return found.Count == 1 ? queries.Report(found[0]) : null;
    }

    /// <summary>The report, as its page shows it.</summary>
    public static ReportView? Find(RecordQueries queries, string id, out string? problem)
        => Stored(queries, id, out problem) is { } stored ? ReportView.From(stored) : null;
}
