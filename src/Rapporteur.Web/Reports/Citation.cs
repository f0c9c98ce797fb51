// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>Makes the words to copy of a statement: what was said, by whom, where it stands. Quotation marks are only those of the text.</summary>
internal sealed record Citation(string? Outlet, string? Published, string? Title)
{
    /// <summary>The words to copy, without the address.</summary>
    /// <param name="content">What was said, as it stands in the report.</param>
    /// <param name="source">The words that name the source, or null.</param>
    /// <param name="quotation">direct, indirect or mixed.</param>
    /// <param name="place">Page or part of the input, or null.</param>
    public string Of(string content, string? source, string quotation, string? place)
    {
        string said = content.TrimEnd().TrimEnd(',');
        string who = source?.TrimEnd(',', ' ') ?? "source not named";
        string where = string.Join(", ", new[] { Outlet, Published is null ? null : ShownText.Date(Published), Outlet is null ? Title : null, place }.Where(p => !string.IsNullOrEmpty(p)));
        string line = quotation == "indirect" ? $"{who} (in the report's words): {said}" : $"{said} — {who}";
        return ShownText.Clean(where.Length == 0 ? line : $"{line}. {where}").Replace('\n', ' ');
    }
}
