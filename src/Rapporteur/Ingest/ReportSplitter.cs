// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Cuts a text that holds several reports run together; a text that gives no clear sign of a border stays whole.</summary>
/// <remarks>
/// A border stands where a report opens (an editor's note on its first publication; a title with a byline or a dateline) or
/// where one closes (a note about its author), and where enough text lies on both sides. A dateline alone is a border only
/// when what follows it speaks of other people and places than what went before. Live blogs, which stamp their entries with
/// the time, are not cut at all.
/// </remarks>
internal static class ReportSplitter
{
    private const int FewestWords = 60;
    private const int FewestWordsAtDateline = 120;
    private const int FewestStamps = 3;

    /// <summary>The reports, in order of the text, each without the white space at its ends.</summary>
    public static IReadOnlyList<TextSpan> Split(string text, ReadOptions options, Trace trace)
    {
        var all = new TextSpan(0, text.Length);
        List<RawPassage> passages = PassageFinder.Find(text, options);
        if (passages.Count < 4) return [PassageFinder.Trim(text, all)];
        var context = new StageContext(Trace.Off, CancellationToken.None);
        PassageKind[] kinds = PassageClassifier.Classify(text, passages, options.Title, context);
        List<TextSpan> reports = [];
        int first = 0;                                          // the report's first passage
        bool isLiveBlog = IsLiveBlog(text, passages);
        for (int i = 1; i < passages.Count && !isLiveBlog; i++)
        {
            if (Border(text, passages, kinds, first, i) is not ({ } rule, var confidence)) continue;
            trace.Add("splitting", passages[i].Span, rule, confidence);
            reports.Add(new(passages[first].Span.Start, passages[i - 1].Span.End));
            first = i;
        }

        reports.Add(new(passages[first].Span.Start, passages[^1].Span.End));
        return reports;
    }

    /// <summary>The sign by which a new report begins at a passage, and how sure it is; null if none does.</summary>
    private static (string? Rule, double Confidence) Border(string text, List<RawPassage> passages, PassageKind[] kinds, int first, int index)
    {
        if (!HasWords(text, passages, first, index, FewestWords) || !HasWords(text, passages, index, passages.Count, FewestWords)) return default;
        bool closed = kinds[index - 1] == PassageKind.AuthorBio && kinds[index] != PassageKind.AuthorBio;
        if (kinds[index] == PassageKind.EditorNote && OpensReport(text, passages[index].Span) && (closed || HasEditorWord(text, passages[index].Span)))
            return ("editor's note", closed ? 0.98 : 0.9);
        if (closed) return ("author note before", 0.95);
        if (IsTitleLike(kinds[index]) && index + 1 < passages.Count)
        {
            if (kinds[index + 1] == PassageKind.Byline && !Byline.AuthorIn(text, passages[index + 1].Span).IsEmpty) return ("title and byline", 0.9);
            if (Dateline.Of(text, passages[index + 1].Span) is not null && HasWords(text, passages, first, index, FewestWordsAtDateline)
                && SharedNames.IsOtherTopic(text, passages, first, index)) return ("title and dateline", 0.85);
        }

        if (Dateline.Of(text, passages[index].Span) is { NamesMore: true } && kinds[index - 1] is not (PassageKind.Byline or PassageKind.Title)
            && HasWords(text, passages, first, index, FewestWordsAtDateline) && HasWords(text, passages, index, passages.Count, FewestWordsAtDateline)
            && SharedNames.IsOtherTopic(text, passages, first, index)) return ("dateline on another topic", 0.8);
        return default;
    }

    private static bool IsTitleLike(PassageKind kind) => kind is PassageKind.Heading or PassageKind.Title;

    /// <summary>Whether a note says where the report was published first, so that it stands at its head.</summary>
    private static bool OpensReport(string text, TextSpan note) => Publication.In(text, note) is { IsEmpty: false };

    private static bool HasEditorWord(string text, TextSpan note)
    {
        ReadOnlySpan<char> words = note.In(text).TrimStart("([*_ ");
        return words.StartsWith("Editor", StringComparison.OrdinalIgnoreCase) || words.StartsWith("Publisher", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasWords(string text, List<RawPassage> passages, int from, int to, int fewest)
    {
        int words = 0;
        for (int i = from; i < to && words < fewest; i++) words += LineShape.Of(text, passages[i].Span).Words;
        return words >= fewest;
    }

    /// <summary>Whether several passages begin with a time of day: "10:45 a.m.", "14.05".</summary>
    private static bool IsLiveBlog(string text, List<RawPassage> passages)
    {
        int stamps = 0;
        foreach (RawPassage passage in passages)
        {
            ReadOnlySpan<char> words = passage.Span.In(text).TrimStart("[(*_ ");
            int digits = 0;
            while (digits < words.Length && digits < 3 && char.IsAsciiDigit(words[digits])) digits++;
            if (digits is 1 or 2 && digits + 2 < words.Length && words[digits] is ':' or '.' && char.IsAsciiDigit(words[digits + 1]) && char.IsAsciiDigit(words[digits + 2])) stamps++;
        }

        return stamps >= FewestStamps;
    }
}
