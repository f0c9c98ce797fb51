// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Tokens;

/// <summary>Takes one token after another from a passage; one pass, no allocation.</summary>
/// <remarks>
/// Contractions are cut ("do|n't", "Peru|'s"), hyphens stand alone ("long|-|term") but after a prefix ("anti-coup"),
/// currency signs and per cent signs too; addresses, file names, telephone numbers, emoticons, handles, hashtags, numbers
/// ("1,229", "9.9") and abbreviations with their stops stay whole. So do the English treebanks of Universal Dependencies.
/// </remarks>
internal ref struct TokenScanner(string text, TextSpan passage)
{
    private static readonly SearchValues<char> InsideAddress = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%");

    private const int LongestAddress = 256;

    private readonly int limit = passage.End;
    private int at = passage.Start;
    private int wordEnd;

    /// <summary>The next token; empty at the end.</summary>
    public TextSpan Next()
    {
        if (at < wordEnd) return Take(NextPiece());
        while (at < limit && char.IsWhiteSpace(text[at])) at++;
        if (at >= limit) return default;
        char first = text[at];
        if (AddressEnd() is var address && address > at) return Take(address);
        if (char.IsAsciiDigit(first)) return Take(Math.Max(NumberEnd(), TelephoneEnd()));
        if ((first is '@' or '#') && at + 1 < limit && IsWordChar(text[at + 1])) return Take(WordRunEnd(at + 1));
        if (IsWordChar(first))
        {
            wordEnd = WordEnd();
            return Take(NextPiece());
        }

        if (first is '\'' or '’' && Clitic(at) is var clitic && clitic > at && at > passage.Start && IsWordChar(text[at - 1])) return Take(clitic);
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
        if (TokenLists.Default.SeamOf(word) is var seam and > 0) return at + seam;
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
        if (end + 1 < limit && text[end] == '-' && char.IsLetterOrDigit(text[end + 1]) && TokenLists.Default.IsPrefix(text.AsSpan(at, end - at))) end = WordRunEnd(end + 1);
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

    /// <summary>Groups of digits with hyphens between them, the last two of three and four: "555-0134", "1-202-555-0134".</summary>
    private readonly int TelephoneEnd()
    {
        int end = at, last = 0, before = 0;
        for (int group = 0; group < 5; group++)
        {
            int start = end;
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
            (before, last) = (last, end - start);
            if (end + 1 >= limit || text[end] != '-' || !char.IsAsciiDigit(text[end + 1])) break;
            end++;
        }

        return before == 3 && last == 4 ? end : at;
    }

    private readonly int MarkEnd()
    {
        char mark = text[at];
        int end = at + 1;
        if (EmoticonEnd() is var emoticon && emoticon > at) return emoticon;
        ReadOnlySpan<char> alike = mark switch
        {
            '.' or '!' or '?' => ".!?",
            '-' or '=' => "-=",
            '*' => "*",
            '_' => "_",
            '\'' => "'",
            '`' => "`",
            '$' => "$",
            '<' => "<",
            '>' => ">",
            '+' => "+",
            _ => default,
        };
        if (!alike.IsEmpty)
        {
            while (end < limit && alike.Contains(text[end])) end++;
            return end;
        }

        if (mark < '\u0080') return end;
        int length = StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(limit - at, 64)));
        return at + Math.Max(1, length);
    }

    /// <summary>Where a face made of marks that begins here ends; here if there is none.</summary>
    private readonly int EmoticonEnd()
    {
        int end = at + 1;
        if (text[at] is not (':' or ';' or '=') || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) return at;
        if (end < limit && text[end] == '-') end++;
        if (end >= limit) return at;
        return text[end] switch
        {
            ')' or '(' => end + 1,
            'D' or 'P' or 'p' when end + 1 == limit || !char.IsLetterOrDigit(text[end + 1]) => end + 1,
            _ => at,
        };
    }

    /// <summary>Where an address of the web or of a mailbox, or a file's name, that begins here ends; here if there is none.</summary>
    private readonly int AddressEnd()
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, limit - at);
        bool begins = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pic.twitter.com/", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("t.co/", StringComparison.OrdinalIgnoreCase);
        if (!begins) return char.IsLetterOrDigit(rest[0]) ? BareAddressEnd() : at;
        return AddressRunEnd(at);
    }

    /// <summary>Where the characters of an address end, without the marks that a sentence puts behind it.</summary>
    private readonly int AddressRunEnd(int from)
    {
        int length = text.AsSpan(from, limit - from).IndexOfAnyExcept(InsideAddress);
        int end = length < 0 ? limit : from + length;
        while (end > from && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'') end--;
        return end;
    }

    /// <summary>An address without a scheme: "desk@example.org", "example.org/list", "budget.pdf".</summary>
    private readonly int BareAddressEnd()
    {
        int end = WordRunEnd(at);
        if (end + 1 >= limit || text[end] is not ('.' or '@' or '-' or '+') || char.IsWhiteSpace(text[end + 1])) return at;
        bool mailbox = false;
        for (; end < limit && end - at < LongestAddress; end++)
        {
            char c = text[end];
            if (c == '@' && !mailbox && end + 1 < limit && char.IsLetterOrDigit(text[end + 1])) mailbox = true;
            else if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+')) break;
        }

        while (end > at && text[end - 1] is '.' or '-' or '+' or '_') end--;
        if (mailbox) return end;
        int lastStop = at + text.AsSpan(at, end - at).LastIndexOf('.');
        if (lastStop <= at || !char.IsLetterOrDigit(text[lastStop - 1]) || !TokenLists.Default.EndsAddress(text.AsSpan(lastStop + 1, end - lastStop - 1))) return at;
        return end + 1 < limit && text[end] == '/' && char.IsLetterOrDigit(text[end + 1]) ? AddressRunEnd(end) : end;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c == '_'
        || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
