// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;
using Rapporteur.Times;

namespace Rapporteur.Tests.Times;

/// <summary>Every row of the lists does in its example what it says.</summary>
public sealed class TimeLexiconTests
{
    [Fact]
    public void Every_pattern_finds_its_example_and_its_value()
    {
        List<string> wrong = [];
        foreach (LexiconRow row in LexiconFile.Embedded("en/times/patterns.tsv", "rule", "pattern", "with", "if", "example", "value").Rows)
        {
            (string text, string marked) = TimeReading.Unmarked("It " + row["example"] + ".");
            IReadOnlyList<TimeExpression> times = TimeReading.Times(text);
            if (!times.Any(t => t.Span.In(text).SequenceEqual(marked) && t.Value == row["value"])) wrong.Add($"{row.Line}: {row["pattern"]}: {row["value"]}, not {TimeReading.Of(text)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_holiday_is_found_in_its_example()
    {
        List<string> wrong = [];
        foreach (LexiconRow row in LexiconFile.Embedded("en/times/holidays.tsv", "name", "day", "example").Rows)
        {
            (string text, string marked) = TimeReading.Unmarked("It was " + row["example"] + ".");
            if (!TimeReading.Times(text).Any(t => t.Span.In(text).SequenceEqual(marked))) wrong.Add($"{row.Line}: {TimeReading.Of(text)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_modifier_belongs_to_the_time_of_its_example()
    {
        List<string> wrong = [];
        foreach (LexiconRow row in LexiconFile.Embedded("en/times/modifiers.tsv", "words", "before", "example").Rows)
        {
            (string text, string marked) = TimeReading.Unmarked("They " + row["example"] + ".");
            if (!TimeReading.Times(text).Any(t => t.Span.In(text).SequenceEqual(marked))) wrong.Add($"{row.Line}: {TimeReading.Of(text)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("fixed 12 25", 2023, "2023-12-25")]
    [InlineData("nth 11 4 4", 2023, "2023-11-23")]
    [InlineData("nth 11 1 1 1", 2020, "2020-11-03")]
    [InlineData("nth 11 1 1 1", 2022, "2022-11-08")]
    [InlineData("nth 5 -1 1", 2023, "2023-05-29")]
    [InlineData("nth 5 -1 1", 2021, "2021-05-31")]
    [InlineData("nth 1 3 1", 2024, "2024-01-15")]
    [InlineData("easter 0", 2000, "2000-04-23")]
    [InlineData("easter 0", 2024, "2024-03-31")]
    [InlineData("easter -2", 2019, "2019-04-19")]
    [InlineData("easter 1", 2008, "2008-03-24")]
    [InlineData("orthodox 0", 2021, "2021-05-02")]
    [InlineData("orthodox 0", 2024, "2024-05-05")]
    public void A_holiday_falls_on_its_day(string rule, int year, string day)
    {
        string[] words = rule.Split(' ');
        int At(int i) => i < words.Length ? int.Parse(words[i], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var kind = Enum.Parse<HolidayRule>(words[0], ignoreCase: true);
        Holiday holiday = kind is HolidayRule.Fixed or HolidayRule.Nth ? new(kind, At(1), At(2), At(3), At(4)) : new(kind, 0, 0, 0, At(1));
        Assert.Equal(day, holiday.In(year).ToString());
    }

    [Fact]
    public void A_pattern_writes_out_what_may_be_missing_and_what_may_differ()
        => Assert.Equal(["a b d", "a c d", "b d", "c d"],
            new TimePattern(TimeRule.Word, "[a] (b|c) d", "", TimeCheck.None).Spellings().Select(s => string.Join(' ', s)).Order(StringComparer.Ordinal));
}
