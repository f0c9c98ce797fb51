// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Formats.Html;

/// <summary>How a page's tags are nested, by a scan that cannot itself overflow; asked before any parser sees the page.</summary>
/// <param name="IsTooDeep">Whether they are nested deeper than the limit.</param>
/// <param name="IsTangled">
/// Whether formatting elements are left open in so many blocks that a parser, which opens them anew in each block, would make far more
/// elements than there are tags: 400 of them become 80,000. <see cref="FormattingTags"/> says what to do.
/// </param>
/// <remarks>
/// It closes what a parser would close: an end tag without its start tag closes nothing, and a formatting element (b, i, …)
/// stays in force until its own end tag, because a parser opens it anew in every block that follows.
/// </remarks>
internal readonly record struct TagNesting(bool IsTooDeep, bool IsTangled)
{
    /// <summary>Openings anew that are still cheap; a sloppy page of some hundred paragraphs has as many.</summary>
    private const int MostOpenedAnew = 5000;

    private static readonly HashSet<string> Void = Set(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen", "bgsound", "image");

    /// <summary>Elements that their like or their parent's end closes, so that leaving them open nests nothing.</summary>
    private static readonly HashSet<string> Implied = Set(
        "p", "li", "dd", "dt", "option", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "html", "head", "body");

    /// <summary>Elements beyond which an end tag does not reach.</summary>
    private static readonly HashSet<string> Scope = Set("table", "object", "template", "applet", "marquee", "svg", "math");

    /// <summary>Elements whose end tag does not reach beyond a block.</summary>
    private static readonly HashSet<string> Phrasing = Set(
        "span", "abbr", "cite", "q", "sub", "sup", "time", "label", "mark", "del", "ins", "dfn", "kbd", "samp", "var", "bdi", "bdo", "data", "ruby", "rt", "rp", "unknown");

    /// <summary>Looks at a page.</summary>
    /// <param name="page">The page's source.</param>
    /// <param name="limit">The depth that is too deep when exceeded; what follows is not looked at then.</param>
    public static TagNesting Of(string page, int limit)
    {
        List<string> open = [];
        Dictionary<string, int> inForce = [];
        int formatting = 0, foreign = 0;
        long openedAnew = 0;
        var tags = new TagScanner(page);
        while (tags.Next())
        {
            string name = tags.Name;
            if (foreign == 0 && FormattingTags.Contains(name))
            {
                int before = inForce.GetValueOrDefault(name);
                // A link ends the link before it.
                int now = tags.Closes ? Math.Max(0, before - 1) : name is "a" or "nobr" ? 1 : before + 1;
                inForce[name] = now;
                formatting += now - before;
            }
            else if (tags.Closes) foreign -= Close(open, name);
            else if (foreign > 0 ? !tags.IsSelfClosing : !Void.Contains(name) && !Implied.Contains(name) && !(tags.IsSelfClosing && name is "svg" or "math"))
            {
                open.Add(name);
                if (name is "svg" or "math") foreign++;
            }

            if (open.Count + formatting > limit) return new(true, false);
            if (!FormattingTags.Contains(name)) openedAnew += formatting;
        }

        return new(false, openedAnew > MostOpenedAnew);
    }

    /// <summary>Takes away what an end tag closes; the number of drawings and formulas among it.</summary>
    private static int Close(List<string> open, string name)
    {
        int at = open.Count - 1;
        for (; at >= 0 && open[at] != name; at--)
        {
            if (Phrasing.Contains(name) ? !Phrasing.Contains(open[at]) : Scope.Contains(open[at]) && !Scope.Contains(name)) return 0;
        }

        if (at < 0) return 0;
        int foreign = open.Skip(at).Count(element => element is "svg" or "math");
        open.RemoveRange(at, open.Count - at);
        return foreign;
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
