// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Times;

/// <summary>How the value of a time is found.</summary>
internal enum TimeRule : byte
{
    /// <summary>Fields of the calendar: "February 21", "the third quarter".</summary>
    Calendar,

    /// <summary>Last, this or next: "last year".</summary>
    Shifted,

    /// <summary>So many days from the report's: "yesterday".</summary>
    Day,

    /// <summary>Counted back from the report: "two years ago".</summary>
    Ago,

    /// <summary>Counted on from the report: "two years from now".</summary>
    FromNow,

    /// <summary>Counted from the time told last: "two days later".</summary>
    Away,

    /// <summary>Next to the time told last: "the day before".</summary>
    Neighbour,

    /// <summary>The time told last: "that day".</summary>
    Same,

    /// <summary>The one that the report is of: "the day".</summary>
    Current,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Set,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>A word that names no date: "now".</summary>
    Word,
}

/// <summary>A row of <c>patterns.tsv</c>.</summary>
/// <param name="Rule">How the value is found.</param>
/// <param name="Text">The pattern as it is written.</param>
/// <param name="With">What the rule is told besides.</param>
/// <param name="Check">What must hold where the words stand.</param>
internal sealed record TimePattern(TimeRule Rule, string Text, string With, TimeCheck Check)
{
    /// <summary>The words of what the rule is told.</summary>
    public string[] Told { get; } = With.Split(' ');

    /// <summary>Every row of elements that the pattern stands for, options and alternatives written out.</summary>
    public IEnumerable<string[]> Spellings()
    {
        int at = 0;
        List<string[]> rows = Alternatives(ref at, '\0');
        return rows.Where(static r => r.Length > 0);
    }

    private List<string[]> Alternatives(ref int at, char close)
    {
        List<string[]> all = [];
        while (true)
        {
            all.AddRange(Sequence(ref at, close));
            if (at < Text.Length && Text[at] == '|')
            {
                at++;
                continue;
            }

            if (at < Text.Length) at++;
            return all;
        }
    }

    private List<string[]> Sequence(ref int at, char close)
    {
        List<string[]> rows = [[]];
        while (at < Text.Length && Text[at] != '|' && (close == '\0' || Text[at] != close))
        {
            char c = Text[at];
            if (c == ' ')
            {
                at++;
                continue;
            }

            List<string[]> next;
            if (c is '[' or '(')
            {
                at++;
                next = Alternatives(ref at, c == '[' ? ']' : ')');
                if (c == '[') next.Add([]);
            }
            else
            {
                int start = at;
                while (at < Text.Length && Text[at] is not (' ' or '[' or ']' or '(' or ')' or '|')) at++;
                if (at == start) throw new FormatException($"'{Text}' has a bracket too many");
                next = [[Text[start..at]]];
            }

            rows = [.. rows.SelectMany(r => next.Select(n => (string[])[.. r, .. n]))];
        }

        return rows;
    }
}
