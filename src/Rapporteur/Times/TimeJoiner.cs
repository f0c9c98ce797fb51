// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Times;

/// <summary>Puts together times that stand side by side and name one: "10 p.m. Wednesday", "the first quarter of last year", "this year's second half".</summary>
internal static class TimeJoiner
{
    /// <summary>Joins the times of a sentence, in place.</summary>
    public static void Join(List<TimePhrase> phrases, TokenTable tokens)
    {
        for (int i = 0; i + 1 < phrases.Count;)
        {
            TimePhrase left = phrases[i], right = phrases[i + 1];
            string gap = Gap(tokens, left.End, right.First);
            TimePhrase? joined = Joined(left, right, gap);
            if (joined is not null)
            {
                phrases[i] = joined;
                phrases.RemoveAt(i + 1);
                i = Math.Max(0, i - 1);
                continue;
            }

            // "5 p.m. on Friday", "Friday at 5 p.m.": two times, one of which tells the other's day
            if (left.IsHour && left.Within is null && right.IsDay && gap is "on" or ",") phrases[i] = left with { Within = right };
            if (right.IsHour && right.Within is null && left.IsDay && gap is "at" or "," or "around" or "by" or "until") phrases[i + 1] = right with { Within = left };
            i++;
        }
    }

    private static TimePhrase? Joined(TimePhrase left, TimePhrase right, string gap)
    {
        if (left.IsHour && left.Within is null && right.IsDay && gap is "") return left with { End = right.End, Within = right };
        if (right.IsHour && right.Within is null && left.IsDay && gap is "") return right with { First = left.First, Within = left };
        if (left.WantsYear && right.IsYear && gap is "" or "of" or ",") return left with { End = right.End, Within = right };
        if (right.WantsYear && left.IsYear && gap is "'s" or "’s" && right.Parts.Holiday is null) return right with { First = left.First, Within = left };
        // "Monday, Oct. 26": the date tells more
        if (left is { Rule: TimeRule.Calendar or TimeRule.Shifted, Parts: { Weekday: > 0, Part: PartOfDay.None, Day: 0 } } && right is { Rule: TimeRule.Calendar, Parts: { Day: > 0, Month: > 0 } } && gap is "" or ",") return right with { First = left.First };
        // "the day before last Tuesday", "the week of March 6"
        if (gap is "" && left is { Within: null, Rule: TimeRule.Neighbour, Parts.Part: PartOfDay.None } && (right.IsDay || right.IsYear) && !left.Pattern.Text.Contains('(', StringComparison.Ordinal)) return left with { End = right.End, Within = right };
        if (gap is "" && left.Pattern is { Rule: TimeRule.Current, With: "week" } && right.IsDay) return left with { End = right.End, Within = right };
        return null;
    }

    private static string Gap(TokenTable tokens, int from, int to) => (to - from) switch
    {
        0 => "",
        1 => tokens.WordOf(from) switch
        {
            "," => ",",
            "of" or "in" => "of",
            "on" => "on",
            "at" => "at",
            "around" => "around",
            "by" => "by",
            "until" => "until",
            "'s" => "'s",
            "’s" => "’s",
            _ => "else",
        },
        _ => "else",
    };
}
