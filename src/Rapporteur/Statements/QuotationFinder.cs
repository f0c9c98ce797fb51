// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;

namespace Rapporteur.Statements;

/// <summary>Finds the words between quotation marks: “ ”, " ", « », „ “, '' '', `` '', ‘ ’ and ' '.</summary>
/// <remarks>
/// Whether a mark opens or closes is read off its neighbors, not off its shape alone, since texts mix the shapes within
/// one pair. Inside a quotation, marks of another shape are a quotation within it and do not close it. A paragraph that
/// ends in an open quotation runs on where the next paragraph begins with a mark; else the quotation ends there, unclosed.
/// </remarks>
internal static class QuotationFinder
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟«»'`‘’");
    private static readonly SearchValues<char> BeforeOpening = SearchValues.Create("([{—–-/…:“„«\"‘'’");

    /// <summary>Finds the quotations of a passage, outermost ones only, and adds them in order of the text.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="passage">Where the passage stands.</param>
    /// <param name="index">Index of the passage.</param>
    /// <param name="nextOpens">Whether the next passage begins with a quotation mark.</param>
    /// <param name="found">Takes the quotations.</param>
    public static void FindIn(string text, TextSpan passage, int index, bool nextOpens, List<Quotation> found)
    {
        int open = -1, inner = -1;
        for (int at = NextMark(text, passage.Start, passage.End); at < passage.End;)
        {
            int width = WidthAt(text, at, passage.End);
            if (width == 1 && text[at] is '\'' or '‘' or '’' or '`')
            {
                if (open < 0 && SingleEnd(text, at, passage) is var end && end > at)
                {
                    found.Add(new(new(at, end), index, IsClosed: true, Continues: false, IsSingle: true));
                    at = NextMark(text, end, passage.End);
                    continue;
                }
            }
            else if (open < 0)
            {
                if (CanOpen(text, at, width, passage)) open = at;
            }
            else if (inner >= 0)
            {
                if (CanClose(text, at, passage)) inner = -1;
            }
            else if (IsInnerOpening(text, open, at, width, passage))
            {
                inner = at;
            }
            else if (text[at] is '“' or '«' or '„' && CanOpen(text, at, width, passage) && !CanClose(text, at, passage))
            {
                open = at;                                      // the one before was never closed: no telling where it ends
            }
            else if (CanClose(text, at, passage))
            {
                found.Add(new(new(open, at + width), index, IsClosed: true, Continues: false, IsSingle: false));
                open = -1;
            }

            at = NextMark(text, at + width, passage.End);
        }

        if (open >= 0) found.Add(new(new(open, passage.End), index, IsClosed: false, Continues: nextOpens, IsSingle: false));
    }

    /// <summary>Whether a passage begins with a double quotation mark.</summary>
    public static bool BeginsWithMark(string text, TextSpan passage)
        => !passage.IsEmpty && (text[passage.Start] is '"' or '“' or '«' or '„' or '”' || WidthAt(text, passage.Start, passage.End) == 2);

    private static int NextMark(string text, int from, int limit)
    {
        int found = from < limit ? text.AsSpan(from, limit - from).IndexOfAny(Marks) : -1;
        return found < 0 ? limit : from + found;
    }

    /// <summary>2 for two apostrophes or grave accents that stand for a double mark, else 1.</summary>
    private static int WidthAt(string text, int at, int limit)
        => text[at] is '\'' or '`' or '’' or '‘' && at + 1 < limit && text[at + 1] == text[at] ? 2 : 1;

    private static bool CanOpen(string text, int at, int width, TextSpan passage)
    {
        int next = at + width;
        return next < passage.End && !char.IsWhiteSpace(text[next])
            && (at == passage.Start || char.IsWhiteSpace(text[at - 1]) || BeforeOpening.Contains(text[at - 1]));
    }

    private static bool CanClose(string text, int at, TextSpan passage) => at > passage.Start && !char.IsWhiteSpace(text[at - 1]);

    /// <summary>Whether a mark of another shape than the open one opens a quotation within it.</summary>
    private static bool IsInnerOpening(string text, int open, int at, int width, TextSpan passage)
        => CanOpen(text, at, width, passage) && text[at] != text[open]
            && (text[at] is '“' or '«' or '„' || (text[at] == '"' && at > 0 && char.IsWhiteSpace(text[at - 1])))
            && HasCloser(text, at + width, passage.End, text[at]);

    private static bool HasCloser(string text, int from, int limit, char opening)
        => text.AsSpan(from, Math.Min(limit - from, 1000)).IndexOf(opening switch { '“' => '”', '«' => '»', '„' => '“', _ => opening }) >= 0;

    /// <summary>Where a quotation in single marks that opens here ends; here if none opens.</summary>
    private static int SingleEnd(string text, int at, TextSpan passage)
    {
        int next = at + 1;
        if (text[at] == '’' || next >= passage.End || !(char.IsLetter(text[next]) || text[next] == '[')) return at;
        if (at > passage.Start && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('(' or '[' or '—' or '–')) return at;
        int limit = Math.Min(passage.End, at + 2000), fallback = at;
        for (int i = next; i < limit; i++)
        {
            if (text[i] is not ('’' or '\'')) continue;
            if (char.IsWhiteSpace(text[i - 1]) || (i + 1 < passage.End && char.IsLetterOrDigit(text[i + 1]))) continue;
            bool afterMark = text[i - 1] is ',' or '.' or '!' or '?' or '…';
            bool beforeMark = i + 1 == passage.End || text[i + 1] is ',' or '.' or ';' or ':' or ')' or '?' or '!' or '—' or '”' or '"';
            if (afterMark || beforeMark || text[i - 1] != 's') return i + 1;
            if (fallback == at) fallback = i + 1;               // workers’ rights: only if nothing better closes it
        }

        return fallback;
    }
}
