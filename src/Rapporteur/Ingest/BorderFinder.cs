// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>The sign by which a report begins at a passage, and how sure it is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Confidence">Share of such signs that are borders, roughly, as measured on single articles and on bundles of them.</param>
/// <param name="IsOwnWord">Whether the text itself says that a report begins or ends there, by a note or a byline.</param>
internal readonly record struct BorderSign(string Rule, double Confidence, bool IsOwnWord = false);

/// <summary>Says at which passages of a text a new report begins.</summary>
/// <remarks>
/// What a text says of itself counts most: an editor's note on the first publication opens a report, a note about the
/// author closes one. A headline or a dateline counts only where the names change as well, since headings and datelines
/// stand inside reports too. A change of topic alone is never a border: long reports have several topics.
/// </remarks>
internal sealed class BorderFinder
{
    private const int FewestWords = 60;                         // of a report that says of itself where it begins or ends
    private const int FewestWordsBySigns = 120;                 // of a report that is told by a headline or a dateline
    private const int MostWordsBetween = 30;                    // of a standfirst between a title and a byline
    private const int FewestWordsBelow = 5;                     // of the line below a headline
    private const int ToldAgain = 30;                           // percent of a headline's words, where it is written as one
    private const int ToldAgainPlain = 50;                      // the same, where only its words show that it is one
    private const int FewestWordsOfHeadline = 4;
    private const int MostWordsOfHeadline = 22;
    private const int MostSharedAtHeading = 15;                 // percent of names; a line without a full stop may be a heading
    private const int MostSharedAtPlainHeadline = 20;
    private const int MostSharedAtHeadline = 30;
    private const int MostSharedAtDateline = 40;
    private const int FewestNames = 5;

    private readonly string text;
    private readonly List<RawPassage> passages;
    private readonly PassageKind[] kinds;
    private readonly LineShape[] shapes;
    private readonly NameLedger ledger;
    private readonly bool hasManyParts;
    private readonly bool notesClose;

    /// <summary>Looks at a text once; <see cref="At"/> is asked passage by passage.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passages">Its passages.</param>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="hasManyParts">Whether it is one report of many parts, so that headlines and datelines stand inside it.</param>
    public BorderFinder(string text, List<RawPassage> passages, PassageKind[] kinds, bool hasManyParts)
    {
        this.text = text;
        this.passages = passages;
        this.kinds = kinds;
        shapes = [.. passages.Select(passage => LineShape.Of(text, passage.Span))];
        ledger = new NameLedger(text, passages);
        this.hasManyParts = hasManyParts;
        notesClose = !IsPublicationNote(0) && IsPublicationNote(passages.Count - 1);
    }

    /// <summary>The sign that a report begins at a passage, or null.</summary>
    /// <param name="first">First passage of the report that would end there.</param>
    /// <param name="index">The passage.</param>
    public BorderSign? At(int first, int index)
    {
        int before = ledger.Words[index] - ledger.Words[first];
        int after = ledger.Words[^1] - ledger.Words[index];
        if (before < FewestWords || after < FewestWords || IsClosing(index)) return null;
        return ByNotes(first, index) ?? ByByline(index)
            ?? (before >= FewestWordsBySigns && after >= FewestWordsBySigns && !hasManyParts ? ByHeadline(first, index) ?? ByDateline(first, index) : null);
    }

    private BorderSign? ByNotes(int first, int index)
    {
        int last = index - 1;
        bool afterNote = notesClose && IsPublicationNote(last);
        while (last > 0 && IsCredit(last)) last--;
        bool afterAuthor = kinds[last] == PassageKind.AuthorBio;
        if (IsPublicationNote(index) && (afterAuthor || HasEditorWord(index))) return new("editor's note", afterAuthor ? 0.98 : 0.9, IsOwnWord: true);
        if (afterAuthor) return new("author note before", 0.95, IsOwnWord: true);
        if (afterNote) return new("note on publication before", 0.9, IsOwnWord: true);
        return last < index - 1 && IsOther(first, index, MostSharedAtDateline, int.MaxValue) ? new("credits before", 0.9, IsOwnWord: true) : null;
    }

    /// <summary>What still belongs to the report that it closes: a note about an author, credits, a closing note.</summary>
    private bool IsClosing(int index) => kinds[index] == PassageKind.AuthorBio || IsCredit(index) || (notesClose && IsPublicationNote(index));

    private BorderSign? ByByline(int index)
    {
        if (!Headline.IsShaped(text, passages[index].Span, Shape(index)) || kinds[index] == PassageKind.Byline) return null;
        return HasAuthor(index + 1) || (HasAuthor(index + 2) && Shape(index + 1).Words <= MostWordsBetween) ? new("title and byline", 0.9, IsOwnWord: true) : null;
    }

    private BorderSign? ByHeadline(int first, int index)
    {
        TextSpan line = passages[index].Span;
        LineShape shape = Shape(index);
        if (index + 1 >= passages.Count || shape.Words is < FewestWordsOfHeadline or > MostWordsOfHeadline || MayBeHeadline(index - 1)) return null;
        int told = Headline.ToldAgain(text, line, shape, passages[first].Span.Start);
        bool isTerse = Headline.IsTerse(text, line) && Shape(index + 1).Words > shape.Words;
        if (DatelineBelow(first, index) is > 0 and var dateline)
            return (told >= ToldAgainPlain || isTerse || IsWritten(line, shape) || LeansDown(first, index)) && IsOther(first, dateline, MostSharedAtDateline, int.MaxValue) ? new("headline and dateline", 0.95) : null;
        if (told < ToldAgain || Shape(index + 1).Words < FewestWordsBelow) return null;
        bool mayBeHeading = !shape.EndsSentence && line.In(text)[^1] != ';';
        TopicChange change = TopicChange.At(ledger, first, index + 1, passages.Count);
        if (mayBeHeading) return Headline.IsShaped(text, line, shape) && change.Carried == 0 && IsOther(change, MostSharedAtHeading, 0) ? new("heading on another topic", 0.85) : null;
        if (IsWritten(line, shape) && IsOther(change, MostSharedAtHeadline, 2)) return new("headline on another topic", 0.95);
        return told >= ToldAgainPlain && isTerse && IsOther(change, MostSharedAtPlainHeadline, 1) ? new("plain headline on another topic", 0.85) : null;
    }

    /// <summary>The passage with a dateline right below a line, or below one more short line that leans on it; 0 if there is none.</summary>
    private int DatelineBelow(int first, int index)
        => HasDateline(index + 1, ofAnyKind: true) ? index + 1
            : HasDateline(index + 2, ofAnyKind: true) && LeansDown(first, index + 1) ? index + 2
            : 0;

    private bool LeansDown(int first, int index)
        => Shape(index).Words <= MostWordsOfHeadline && kinds[index] is PassageKind.Paragraph or PassageKind.Heading
            && !passages[index].Span.In(text).ContainsAny('"', '“', '”') && Headline.LeansDown(text, passages[index].Span, passages[first].Span.Start);

    private BorderSign? ByDateline(int first, int index)
    {
        if (kinds[index - 1] is PassageKind.Byline or PassageKind.Title || MayBeHeadline(index - 1) || !HasDateline(index, ofAnyKind: true)) return null;
        TopicChange change = TopicChange.At(ledger, first, index, passages.Count);
        if (HasDateline(index, ofAnyKind: false)) return IsOther(change, MostSharedAtDateline, int.MaxValue) ? new("dateline on another topic", 0.9) : null;
        bool isQuoted = Dateline.Of(text, passages[index].Span) is { Span.End: var end } && text[end] is '"' or '“';
        return !isQuoted && change.Introduced >= change.GoneOn && IsOther(change, MostSharedAtDateline, int.MaxValue) ? new("place on another topic", 0.85) : null;
    }

    /// <summary>Whether a border, if there is one, stands before this line rather than after it.</summary>
    private bool MayBeHeadline(int index)
    {
        TextSpan line = passages[index].Span;
        LineShape shape = Shape(index);
        return shape.Words is > 1 and <= MostWordsOfHeadline && (!shape.EndsSentence || shape.IsTitleCase || Headline.IsTerse(text, line))
            && text[line.Start] is not ('"' or '“' or '”') && kinds[index] is PassageKind.Paragraph or PassageKind.Heading or PassageKind.Title;
    }

    /// <summary>A line in title case that is not all capitals and does not begin with a number or a mark of a list.</summary>
    private bool IsWritten(TextSpan line, in LineShape shape)
        => shape.IsTitleCase && char.IsLetter(text[line.Start]) && !line.In(text).ContainsAny('"', '“', '”') && HasSmallLetters(line.In(text));

    private bool IsOther(int first, int index, int mostShared, int mostGoneOn)
        => IsOther(TopicChange.At(ledger, first, index, passages.Count), mostShared, mostGoneOn);

    private static bool IsOther(in TopicChange change, int mostShared, int mostGoneOn)
        => change.Names >= FewestNames && change.Shared * 100 <= change.Names * mostShared && change.GoneOn <= mostGoneOn;

    private bool HasDateline(int index, bool ofAnyKind)
        => index < passages.Count && Dateline.Of(text, passages[index].Span) is { } dateline && (ofAnyKind || dateline.NamesMore);

    private bool HasAuthor(int index)
        => index < passages.Count && kinds[index] == PassageKind.Byline && !Byline.AuthorIn(text, passages[index].Span).IsEmpty;

    private bool IsPublicationNote(int index) => kinds[index] == PassageKind.EditorNote && !Publication.In(text, passages[index].Span).IsEmpty;

    private bool IsCredit(int index)
        => kinds[index] == PassageKind.Byline && Byline.Sign(text, passages[index].Span, Shape(index)) is "reporting by" or "contributed" or "copyright";

    private bool HasEditorWord(int index)
    {
        ReadOnlySpan<char> words = passages[index].Span.In(text).TrimStart("([*_ ");
        return words.StartsWith("Editor", StringComparison.OrdinalIgnoreCase) || words.StartsWith("Publisher", StringComparison.OrdinalIgnoreCase);
    }

    private ref readonly LineShape Shape(int index) => ref shapes[index];

    private static bool HasSmallLetters(ReadOnlySpan<char> line)
    {
        foreach (char c in line)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }
}
