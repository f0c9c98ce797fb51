// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Tests.Times;

public sealed partial class TimeStageTests
{
    private static readonly string[] Pieces =
    [
        "the ", "a ", "third ", "quarter ", "of ", "last ", "this ", "next ", "year ", "years ", "two ", "twenty", "-", "five ", "ago ", "later ", "Monday ", "Feb. ", "May ", "31", "29 ", ", ", "2023 ", "1999", "999999 ",
        "0 ", "hundred ", "thousand ", "and ", "a half ", "p.m. ", "5 ", "24:00 ", "10:35", " UTC", " on ", "at ", "noon ", "Easter ", "weekend ", "decades ", "century ", "1990s ", "'", "’s ", "mid-", "early ", "before ", "after ",
        "the day ", "fiscal ", "first ", "half ", "every ", "other ", "recent ", "past ", "the future", ". ", "It was ", "will be ", "summer ", "night ", "13/13/2020 ", "2000-02-30 ", "or so ", "week ", "of the ", "few ", "several ", "1/2 ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(parts => string.Concat(parts)),
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 20], Gen.String[0, 20], (parts, noise) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Join(noise, parts)))));

    private static readonly Gen<string?> Days = Gen.OneOf(
        Gen.Const((string?)null), Gen.Const((string?)"0001-01-01"), Gen.Const((string?)"9999-12-31"), Gen.Const((string?)"2024-02-29"), Gen.Const((string?)"2023"), Gen.Const((string?)"2023-02-30"),
        Gen.Int[0, 3_652_058].Select(d => (string?)DateOnly.FromDayNumber(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public static TheoryData<string, string> Sentences
    {
        get
        {
            using var reader = new StreamReader(Path.Combine(SourceTree.Root, "tests", "Rapporteur.Tests", "Times", "sentences.tsv"));
            var data = new TheoryData<string, string>();
            foreach (LexiconRow row in LexiconFile.Read("sentences.tsv", reader, "text", "times").Rows) data.Add(row["text"], row["times"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Times_of_a_sentence(string text, string times) => Assert.Equal(times, TimeReading.Of(text));

    [Theory]
    [InlineData("2023-05-17", "They met on Wednesday.", "Wednesday = DATE 2023-05-17")]
    [InlineData("2023-01-01", "They met yesterday.", "yesterday = DATE 2022-12-31")]
    [InlineData("2023-01-01", "They met last week.", "last week = DATE 2022-W51")]
    [InlineData("2021-01-03", "They met this week.", "this week = DATE 2020-W53")]
    [InlineData("2024-03-31", "They met last month.", "last month = DATE 2024-02")]
    [InlineData("2023-10-30", "Its third-quarter profit fell.", "third-quarter = DATE 2023-Q3")]
    [InlineData("2023-11-02", "It declared a dividend, payable Nov. 20.", "Nov. 20 = DATE 2023-11-20")]
    [InlineData("2023-01-15", "They met last night.", "last night = TIME 2023-01-14TNI")]
    [InlineData("2023-05-20", "They met at the weekend.", "the weekend = DATE 2023-W20-WE")]
    [InlineData("0001-01-01", "They met last year.", "last year = DATE XXXX")]
    [InlineData("9999-12-31", "They will meet tomorrow.", "tomorrow = DATE XXXX-XX-XX")]
    public void Values_are_counted_from_the_reports_day(string published, string text, string times) => Assert.Equal(times, TimeReading.Of(text, published));

    [Theory]
    [InlineData("AARHOLM, May 3, 2023 – They met on Monday.", "2023-05-01")]
    [InlineData("They met on Monday (as of February 8, 2023).", "2023-02-06")]
    public void The_texts_own_day_counts_where_the_input_gives_none(string text, string value)
        => Assert.Contains(TimeReading.Times(text, published: null), t => t.Value == value && t.Span.In(text) is "Monday");

    [Fact]
    public void Times_lie_in_the_text_in_order_and_their_values_are_TIMEX3()
        => Gen.Select(Texts, Days).Sample(
            (text, day) =>
            {
                int end = 0;
                foreach (TimeExpression time in TimeReading.Times(text, day))
                {
                    Assert.True(time.Span.Start >= end && !time.Span.IsEmpty && time.Span.End <= text.Length, $"{time} after {end}");
                    Assert.Matches(ShapeOf(time.Type), time.Value);
                    end = time.Span.End;
                }
            },
            iter: 1000);

    [Theory]
    [InlineData("two hundred thousand ")]
    [InlineData("the first half of the ")]
    [InlineData("early late early ")]
    [InlineData("May 5 ")]
    [InlineData("noon Monday ")]
    [InlineData("the day before ")]
    [InlineData("1 1/2 ")]
    public void Long_rows_of_one_kind_are_read(string piece)
        => Assert.NotNull(TimeReading.Times(string.Concat(Enumerable.Repeat(piece, 3000))));

    private static Regex ShapeOf(TimeType type) => type switch
    {
        TimeType.Duration => Duration(),
        TimeType.Set => Set(),
        TimeType.Time => Time(),
        _ => Date(),
    };

    [GeneratedRegex(@"^((PAST|PRESENT|FUTURE)_REF|[0-9X]{2,4}|[0-9X]{4}-([0-9X]{2}(-[0-9X]{2})?|W[0-9X]{2}(-WE|-[1-7])?|Q[1-4X]|H[12X]|SP|SU|FA|WI))$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^[0-9X]{4}-([0-9X]{2}-[0-9X]{2}|W[0-9X]{2}(-[1-7])?)T([0-9]{2}:[0-9]{2}Z?|MO|AF|EV|NI)$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^P(T?([0-9]+|X)(S|M|H|D|W|WE|Q|Y|DE|CE)([0-9]+[MWS])?|[0-9]+DT[0-9]+H)$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(P(T?([0-9]+|X)(S|M|H|D|W|WE|Q|Y|DE|CE)([0-9]+M)?)|XXXX-(W?[0-9X]{2}(-[0-9X]{1,2})?|SP|SU|FA|WI)(T(MO|AF|EV|NI))?)$")]
    private static partial Regex Set();
}
