// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary>Finds the report that a user names by the first digits of its id.</summary>
internal static class ReportAddress
{
    private const int FewestDigits = 4;

    /// <summary>Whether some letters may be the beginning of a report's id.</summary>
    public static bool IsBeginning(string digits) => digits.Length >= FewestDigits && digits.All(char.IsAsciiHexDigit);

    /// <summary>The whole id.</summary>
    /// <exception cref="UsageException">Several reports begin so.</exception>
    /// <exception cref="RecordException">None does.</exception>
    public static string Find(RecordQueries queries, string digits)
    {
        IReadOnlyList<string> ids = queries.Find(digits.ToLowerInvariant());
        return ids.Count switch
        {
            0 => throw new RecordException($"There is no report {digits} in the record."),
            1 => ids[0],
            _ => throw new UsageException($"'{digits}' is the beginning of {ids.Count} reports: {string.Join(", ", ids.Select(id => id[..16]))}. Give more digits."),
        };
    }
}
