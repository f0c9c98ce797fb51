// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

internal static class ReportSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text, ReadOptions options, Trace trace) => [Trim(text)];

    public static TextSpan Trim(string text)
    {
        int start = 0, end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
