// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Tokens;

/// <summary>Takes one token after another from a sentence; one pass, no allocation.</summary>
/// <remarks>
/// Contractions are cut ("do|n't", "Peru|'s"), hyphens stand alone ("anti|-|coup"), currency signs and per cent signs
/// too; addresses, handles, hashtags, numbers ("1,229", "9.9") and abbreviations with their stops stay whole.
/// </remarks>
internal ref struct TokenScanner(string text, TextSpan sentence)
{
    private static readonly SearchValues<char> InsideAddress = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%");

    private readonly int limit = sentence.End;
    private int at = sentence.Start;
    private int wordEnd;

    /// <summary>The next token; empty at the end.</summary>
    public TextSpan Next()
    {
        if (at < wordEnd) return Take(NextPiece());
        while (at < limit && char.IsWhiteSpace(text[at])) at++;
        if (at >= limit) return default;
        char first = text[at];
        if (AddressEnd() is var address && address > at) return Take(address);
        if (char.IsAsciiDigit(first)) return Take(NumberEnd());
        if ((first is '@' or '#') && at + 1 < limit && IsWordChar(text[at + 1])) return Take(WordRunEnd(at + 1));
        if (IsWordChar(first))
        {
            wordEnd = WordEnd();
            return Take(NextPiece());
        }

        if (first is '\'' or '’' && Clitic(at) is var clitic && clitic > at && at > sentence.Start && IsWordChar(text[at - 1])) return Take(clitic);
        return Take(MarkEnd());
    }

    private TextSpan Take(int end)
    {
        var token = new TextSpan(at, end);
        at = end;
        return token;
    }

    /// <summary>The next piece of a word: all of it, or the part before or after a contraction's seam.</summary>
    private readonly int NextPiece()
    {
        ReadOnlySpan<char> word = text.AsSpan(at, wordEnd - at);
        if (word.Length > 3 && word[^1] is 't' or 'T' && word[^2] is '\'' or '’' && word[^3] is 'n' or 'N') return wordEnd - 3;
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase)) return at + 3;
        int mark = word[1..].LastIndexOfAny('\'', '’') + 1;
        return mark > 0 && Clitic(at + mark) == wordEnd ? at + mark : wordEnd;
    }

    /// <summary>Where a clitic that begins with the apostrophe at <paramref name="mark"/> ends; the mark itself if there is none.</summary>
    private readonly int Clitic(int mark)
    {
        int end = mark + 1;
        while (end < limit && char.IsAsciiLetter(text[end]) && end - mark <= 3) end++;
        return (end - mark - 1) switch
        {
            1 => char.ToLowerInvariant(text[mark + 1]) is 's' or 'd' or 'm' ? end : mark,
            2 => (char.ToLowerInvariant(text[mark + 1]), char.ToLowerInvariant(text[mark + 2])) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? end : mark,
            _ => mark,
        };
    }

    /// <summary>Letters with their marks, with apostrophes inside, and with stops where it is an abbreviation.</summary>
    private readonly int WordEnd()
    {
        int end = WordRunEnd(at);
        while (end + 1 < limit && text[end] is '\'' or '’' && char.IsLetter(text[end + 1])) end = WordRunEnd(end + 1);
        if (end < limit && text[end] == '.' && IsDotted(end)) end = DottedEnd();
        else if (end + 1 < limit && text[end] == '.' && Abbreviations.Default.KindOf(text.AsSpan(at, end - at)) != AbbreviationKind.None) end++;
        return end;
    }

    /// <summary>Whether the letter before a stop is an initial or begins an abbreviation such as "U.S.".</summary>
    private readonly bool IsDotted(int stop)
    {
        if (stop != at + 1 || stop + 1 >= limit || !char.IsLetter(text[at])) return false;
        if (char.IsWhiteSpace(text[stop + 1])) return char.IsUpper(text[at]);
        return char.IsLetter(text[stop + 1]) && (stop + 2 >= limit || !char.IsLetter(text[stop + 2]));
    }

    private readonly int DottedEnd()
    {
        int end = at;
        while (end + 1 < limit && char.IsLetter(text[end]) && text[end + 1] == '.') end += 2;
        return end;
    }

    private readonly int WordRunEnd(int from)
    {
        int end = from;
        while (end < limit && IsWordChar(text[end])) end++;
        return Math.Max(end, from + 1);
    }

    private readonly int NumberEnd()
    {
        int end = at;
        while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is ',' or '.' or ':' or '/' && end + 1 < limit && char.IsAsciiDigit(text[end + 1])))) end++;
        return end;
    }

    private readonly int MarkEnd()
    {
        char mark = text[at];
        int end = at + 1;
        if (mark is '.' or '-' or '!' or '?' or '*' or '=' or '_' or '\'' or '`')
        {
            while (end < limit && text[end] == mark) end++;
            return end;
        }

        if (mark < '\u0080') return end;
        int length = StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(limit - at, 64)));
        return at + Math.Max(1, length);
    }

    /// <summary>Where an address of the web or of a mailbox that begins here ends; here if there is none.</summary>
    private readonly int AddressEnd()
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, limit - at);
        bool begins = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pic.twitter.com/", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("t.co/", StringComparison.OrdinalIgnoreCase);
        if (!begins) return at;
        int length = rest.IndexOfAnyExcept(InsideAddress);
        if (length < 0) length = rest.Length;
        while (length > 0 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'') length--;
        return at + length;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c == '_'
        || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
