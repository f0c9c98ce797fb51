// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Ingest;

/// <summary>Makes the documents of an input's text: one a report.</summary>
internal static class ReportSlicer
{
    /// <summary>Cuts a text into its reports.</summary>
    /// <param name="text">The input's text.</param>
    /// <param name="firstIndex">Number of its first report in the input.</param>
    /// <param name="trace">Takes down the borders and their reasons.</param>
    /// <param name="cancellation">Asked once a passage.</param>
    public static IEnumerable<Document> Slice(InputText text, int firstIndex, Trace trace, CancellationToken cancellation)
    {
        IReadOnlyList<TextSpan> slices = text.Options.OneReport || !text.IsVerbatim
            ? [new TextSpan(0, text.Text.Length)]
            : ReportSplitter.Split(text.Text, text.Options, trace, cancellation);
        var places = new CodePointCounter(text.Text);
        for (int i = 0; i < slices.Count; i++)
        {
            TextSpan slice = slices[i];
            if (text.Text.AsSpan(slice.Start, slice.Length).IsWhiteSpace()) continue;
            TextSpan? place = !text.IsVerbatim ? text.SourceSpan
                : places.ToCodePoints(slice).Shift(text.SourceSpan?.Start ?? 0);
            ReadOptions options = slices.Count == 1 && slice.Length == text.Text.Length
                ? text.Options
                : text.Options with { Blocks = BlocksIn(text.Options.Blocks, slice), Unread = UnreadIn(text.Options.Unread, slice), Places = SourcePlace.In(text.Options.Places, slice) };
            yield return new Document(
                slice.Length == text.Text.Length ? text.Text : text.Text.Substring(slice.Start, slice.Length),
                options, new InputReference(text.Name, firstIndex + i, place));
        }
    }

    private static Block[] BlocksIn(IReadOnlyList<Block> blocks, TextSpan slice)
        => [.. from block in blocks where slice.Contains(block.Span) select block with { Span = block.Span.Shift(-slice.Start) }];

    private static UnreadPart[] UnreadIn(IReadOnlyList<UnreadPart> parts, TextSpan slice)
        => [.. from part in parts where slice.Contains(part.Span) select part with { Span = part.Span.Shift(-slice.Start) }];
}
