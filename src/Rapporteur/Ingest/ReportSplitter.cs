// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Cuts a text that holds several reports run together; a text that gives no clear sign of a border stays whole.</summary>
/// <remarks>The time it takes grows with the length of the text and with nothing else. The rules are <see cref="BorderFinder"/>'s.</remarks>
internal static class ReportSplitter
{
    private const int FewestPassages = 4;
    private const int FewestItems = 3;
    private const int MostCharactersOfItem = 1500;              // some 250 words

    /// <summary>The reports, in order of the text, each without the white space at its ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">What is known of it.</param>
    /// <param name="trace">Takes down each border, its rule and its confidence.</param>
    /// <param name="cancellation">Asked once a passage.</param>
    public static IReadOnlyList<TextSpan> Split(string text, ReadOptions options, Trace trace, CancellationToken cancellation = default)
    {
        List<RawPassage> passages = PassageFinder.Find(text, options);
        if (options.OneReport || passages.Count < FewestPassages) return [PassageFinder.Trim(text, new(0, text.Length))];
        PassageKind[] kinds = PassageClassifier.Classify(text, passages, options.Title, new StageContext(Trace.Off, cancellation));
        string? layout = TextLayout.Of(text, passages);
        List<(int First, BorderSign Sign)> borders = Find(text, passages, kinds, layout is not null, cancellation);
        if (IsDigest(passages, borders)) borders = Find(text, passages, kinds, hasManyParts: true, cancellation);
        var reports = new TextSpan[borders.Count + 1];
        int first = 0;                                          // the report's first passage
        for (int i = 0; i < borders.Count; i++)
        {
            (int next, BorderSign sign) = borders[i];
            if (trace.Enabled) trace.Add("splitting", passages[next].Span, sign.Rule, sign.Confidence);
            reports[i] = new(passages[first].Span.Start, passages[next - 1].Span.End);
            first = next;
        }

        reports[^1] = new(passages[first].Span.Start, passages[^1].Span.End);
        return reports;
    }

    private static List<(int First, BorderSign Sign)> Find(
        string text, List<RawPassage> passages, PassageKind[] kinds, bool hasManyParts, CancellationToken cancellation)
    {
        var finder = new BorderFinder(text, passages, kinds, hasManyParts);
        List<(int First, BorderSign Sign)> borders = [];
        for (int i = 1; i < passages.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (finder.At(borders.Count == 0 ? 0 : borders[^1].First, i) is { } sign) borders.Add((i, sign));
        }

        return borders;
    }

    /// <summary>Whether headlines and datelines alone would cut a text into many short items: then it is one report, a digest of news.</summary>
    private static bool IsDigest(List<RawPassage> passages, List<(int First, BorderSign Sign)> borders)
    {
        int bySigns = borders.Count(border => !border.Sign.IsOwnWord);
        return bySigns >= FewestItems && (passages[^1].Span.End - passages[0].Span.Start) / (borders.Count + 1) < MostCharactersOfItem;
    }
}
