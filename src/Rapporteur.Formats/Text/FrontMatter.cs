// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Text;

/// <summary>The lines between <c>---</c> and <c>---</c> at the start of a Markdown file that tell what is known of it.</summary>
internal static class FrontMatter
{
    /// <summary>What the front matter tells, and where the text below it starts; 0 if there is none.</summary>
    public static (ReadOptions Options, int Start) Read(string text, ReadOptions options)
    {
        int at = 0;
        if (Line(text, ref at).TrimEnd() is not "---") return (options, 0);
        ReadOptions found = options;
        while (at < text.Length)
        {
            ReadOnlySpan<char> line = Line(text, ref at);
            if (line.TrimEnd() is "---" or "...") return (found, at);
            int colon = line.IndexOf(':');
            if (colon <= 0) continue;
            string value = line[(colon + 1)..].Trim().ToString();
            if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1];
            if (value.Length > 0) found = With(found, line[..colon].Trim().ToString().ToLowerInvariant(), value);
        }

        return (options, 0);
    }

    private static ReadOptions With(ReadOptions options, string field, string value) => field switch
    {
        "title" => options with { Title = value },
        "author" or "byline" => options with { Author = value },
        "date" or "published" => options with { Published = IsoDate.From(value) ?? options.Published },
        "outlet" or "source" or "publisher" => options with { Outlet = value },
        "url" or "link" or "canonical" => options with { Url = value },
        _ => options,
    };

    private static ReadOnlySpan<char> Line(string text, ref int at)
    {
        int end = text.IndexOf('\n', at);
        ReadOnlySpan<char> line = text.AsSpan(at, (end < 0 ? text.Length : end) - at);
        at = end < 0 ? text.Length : end + 1;
        return line;
    }
}
