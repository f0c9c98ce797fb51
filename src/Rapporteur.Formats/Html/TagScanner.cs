// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Html;

/// <summary>The tags of HTML source in one pass: no tree, no recursion; comments and the contents of scripts are passed over.</summary>
internal ref struct TagScanner(ReadOnlySpan<char> source)
{
    private static readonly string[] RawText = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

    private readonly ReadOnlySpan<char> source = source;
    private int at;

    /// <summary>The tag's name in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the tag ends; what follows it may be the contents of a script, which are passed over.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is an end tag.</summary>
    public bool Closes { get; private set; }

    /// <summary>Whether it ends with <c>/></c>.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Goes to the next tag; false at the end.</summary>
    public bool Next()
    {
        while (at < source.Length && source[at..].IndexOf('<') is >= 0 and int found)
        {
            at += found;
            if (source[at..].StartsWith("<!--")) SkipTo("-->", at + 2);
            else if (at + 1 < source.Length && source[at + 1] is '!' or '?') SkipTo(">", at);
            else if (ReadTag()) return true;
            else at++;
        }

        return false;
    }

    private bool ReadTag()
    {
        int i = at + 1;
        Closes = i < source.Length && source[i] == '/';
        if (Closes) i++;
        if (i >= source.Length || !char.IsAsciiLetter(source[i])) return false;
        int name = i;
        while (i < source.Length && !char.IsWhiteSpace(source[i]) && source[i] is not ('>' or '/')) i++;
        Name = i - name <= 32 ? source[name..i].ToString().ToLowerInvariant() : "unknown";
        bool afterEquals = false, isValue = false;
        IsSelfClosing = false;
        for (; i < source.Length && source[i] != '>'; i++)
        {
            char c = source[i];
            if (char.IsWhiteSpace(c))
            {
                isValue = false;
                continue;
            }

            if (afterEquals && c is '"' or '\'')
            {
                int close = source[(i + 1)..].IndexOf(c);
                i = close < 0 ? source.Length - 1 : i + 1 + close;
            }
            else isValue |= afterEquals;

            // The stroke of an unquoted value, href=a/, closes nothing.
            IsSelfClosing = c == '/' && !isValue;
            afterEquals = c == '=' && !isValue;
        }

        Start = at;
        at = End = Math.Min(i + 1, source.Length);
        if (!Closes && Array.IndexOf(RawText, Name) >= 0) SkipRawText();
        return true;
    }

    private void SkipTo(string mark, int from)
    {
        int found = source[from..].IndexOf(mark, StringComparison.Ordinal);
        at = found < 0 ? source.Length : from + found + mark.Length;
    }

    private void SkipRawText()
    {
        while (at < source.Length)
        {
            int found = source[at..].IndexOf("</", StringComparison.Ordinal);
            at = found < 0 ? source.Length : at + found;
            if (at < source.Length && source[(at + 2)..].StartsWith(Name, StringComparison.OrdinalIgnoreCase)) return;
            at = Math.Min(at + 2, source.Length);
        }
    }
}
