// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Says what part of a report each passage is.</summary>
/// <remarks>
/// What the input marks stands. Of the rest, notes, posts, captions and bylines are told by their words; headings, titles
/// and lists by their shape and their neighbors; notes about authors by both. All else is a paragraph.
/// </remarks>
internal static class PassageClassifier
{
    private const int MostWordsOfHeading = 14;
    private const int MostWordsOfTitle = 22;
    private const int MostWordsOfPlainTitle = 16;
    private const int MostWordsOfNote = 90;
    private const int ToldAgainTerse = 40;                      // the same, where it leaves out what headlines leave out
    private const int ToldAgain = 75;                           // percent of a title's longer words that come back below it

    private static readonly PhraseList NoteOpeners = PhraseList.Of("en/ingest/notes.tsv", "use", "opens");
    private static readonly PhraseList CreditsAtStart = PhraseList.Of("en/ingest/credits.tsv", "place", "begins");
    private static readonly PhraseList CreditsInside = PhraseList.Of("en/ingest/credits.tsv", "place", "holds");

    /// <summary>The kinds, one a passage.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passages">Its passages.</param>
    /// <param name="title">The title, where the input tells it.</param>
    /// <param name="context">Trace and cancellation.</param>
    public static PassageKind[] Classify(string text, List<RawPassage> passages, string? title, StageContext context)
    {
        var shapes = new LineShape[passages.Count];
        var kinds = new PassageKind[passages.Count];
        for (int i = 0; i < passages.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            shapes[i] = LineShape.Of(text, passages[i].Span);
        }

        int first = 0;                                          // the first passage that can be the title
        for (int i = 0; i < passages.Count; i++)
        {
            (PassageKind kind, string rule) = passages[i].Given is { } given
                ? (given, "input")
                : ByWords(text, passages, shapes, kinds, i) ?? ByShape(text, passages, shapes, i, first, title);
            kinds[i] = kind;
            if (i == first && kind is PassageKind.EditorNote or PassageKind.Byline or PassageKind.Caption) first++;
            if (context.Trace.Enabled) context.Trace.Add("passages", passages[i].Span, $"{kind}:{rule}");
        }

        return kinds;
    }

    private static (PassageKind Kind, string Rule)? ByWords(
        string text, List<RawPassage> passages, LineShape[] shapes, PassageKind[] kinds, int index)
    {
        TextSpan span = passages[index].Span;
        LineShape shape = shapes[index];
        if (shape.Words >= 110) return null;
        ReadOnlySpan<char> words = span.In(text);
        ReadOnlySpan<char> bare = words.TrimStart("([*_ ");
        if (shape.Words < MostWordsOfNote && NoteOpeners.Beginning(bare) is { } opener) return (PassageKind.EditorNote, opener);
        if (SocialPost.Sign(text, span, shape) is { } sign) return (PassageKind.SocialPost, sign);
        if (shape.Words < 60 && CreditsAtStart.Beginning(bare) is { } credit) return (PassageKind.Caption, credit);
        if (shape.Words < 60 && CreditsInside.In(words, out _) is { } inside) return (PassageKind.Caption, inside);
        if (Byline.Sign(text, span, shape) is { } byline) return (PassageKind.Byline, byline);
        int strength = AuthorNote.Strength(text, span, shape);
        bool isAmongNotes = index > 2 && (index >= passages.Count - 2 || kinds[index - 1] == PassageKind.AuthorBio);
        if (strength >= 3 || (strength == 2 && isAmongNotes)) return (PassageKind.AuthorBio, "author note");
        return null;
    }

    private static (PassageKind Kind, string Rule) ByShape(string text, List<RawPassage> passages, LineShape[] shapes, int index, int first, string? title)
    {
        TextSpan span = passages[index].Span;
        LineShape shape = shapes[index];
        if (title is not null && index <= first + 1 && span.In(text).TrimEnd('.').Equals(title.AsSpan().TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
            return (PassageKind.Title, "as the input says");
        if (ListMark(text, span) is var mark && mark != ListKind.None && HasNeighbor(text, passages, index, mark)) return (PassageKind.List, mark.ToString());
        bool isQuote = text[span.Start] is '"' or '“' or '”' or '«';
        bool leadsIn = text[span.End - 1] == ':';
        bool beforeText = index + 1 < passages.Count && (shapes[index + 1].Words > shape.Words || !Byline.AuthorIn(text, passages[index + 1].Span).IsEmpty);
        if (index == first && beforeText && !isQuote && !leadsIn && shape.Words is > 1 and <= MostWordsOfTitle && shape.BeginsCapital
            && (!shape.EndsSentence || (shape.IsTitleCase && shapes[index + 1].Words >= 12)))
            return (PassageKind.Title, shape.EndsSentence ? "title case" : "no full stop");
        if (index == first && beforeText && !isQuote && shape.Words <= MostWordsOfPlainTitle && shapes[index + 1].Words >= 12
            && Headline.ToldAgain(text, span, shape, span.Start) is var told && (told >= ToldAgain || (told >= ToldAgainTerse && Headline.IsTerse(text, span)))
            && Dateline.Of(text, span) is null)
            return (PassageKind.Title, "told again below");
        bool isHeading = shape.Words is > 0 and <= MostWordsOfHeading && !shape.EndsSentence && (shape.BeginsCapital || shape.IsTitleCase)
            && text[span.End - 1] is not (',' or ';' or ':' or '—' or '”' or '"') && Dateline.Of(text, span) is null;
        return isHeading && index > first && beforeText && shapes[index + 1].Words >= 10
            ? (PassageKind.Heading, "no full stop")
            : (PassageKind.Paragraph, "text");
    }

    private static ListKind ListMark(string text, TextSpan span)
    {
        ReadOnlySpan<char> words = span.In(text);
        if (words is ['•' or '●' or '▪' or '◦' or '‣', ..]) return ListKind.Bullet;
        if (words is ['-' or '*' or '–' or '—' or '+', ' ', _, ..]) return ListKind.Bullet;
        int digits = 0;
        while (digits < words.Length && digits < 3 && char.IsAsciiDigit(words[digits])) digits++;
        return digits > 0 && digits + 1 < words.Length && words[digits] is '.' or ')' && words[digits + 1] is ' ' or '\t' ? ListKind.Number : ListKind.None;
    }

    private static bool HasNeighbor(string text, List<RawPassage> passages, int index, ListKind kind)
        => (index > 0 && ListMark(text, passages[index - 1].Span) == kind)
            || (index + 1 < passages.Count && ListMark(text, passages[index + 1].Span) == kind);

    private enum ListKind
    {
        None,
        Bullet,
        Number,
    }
}
