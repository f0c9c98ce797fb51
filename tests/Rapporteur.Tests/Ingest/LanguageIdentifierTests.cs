// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Lexicons;
using Rapporteur.Records;

namespace Rapporteur.Tests.Ingest;

public sealed class LanguageIdentifierTests
{
    private const string English = "The council met on Tuesday in the old town hall to talk about the harbor, the bridge and the budget of the coming year.";

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (LexiconRow row in LexiconFile.Embedded("languages.tsv", "language", "words", "example").Rows) data.Add(row["language"], row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    [InlineData("ru", "Совет собрался во вторник в старой ратуше, чтобы поговорить о порте.")]
    [InlineData("uk", "Рада зібралася у вівторок, щоб поговорити про порт і міст.")]
    [InlineData("ar", "اجتمع المجلس يوم الثلاثاء للحديث عن الميناء.")]
    [InlineData("he", "המועצה התכנסה ביום שלישי כדי לדבר על הנמל.")]
    [InlineData("zh", "市议会星期二开会讨论港口问题。")]
    public void Language_is_told(string language, string example)
    {
        Report report = new RapporteurReader().Read($"{English}\n{example}\n{English}");
        Assert.Equal(language, report.Passages[1].Language);
        Assert.Equal("en", report.Language);
        if (language == "en") Assert.Empty(report.Unread);
        else Assert.Equal((report.Passages[1].Span, $"language {language} is not read"), (Assert.Single(report.Unread).Span, report.Unread[0].Why));
    }

    [Theory]
    [InlineData("Inés Olmedo, Duarte Pinho")]
    [InlineData("OAS")]
    [InlineData("São Paulo Hosts Summit")]
    [InlineData("🇳🇮")]
    public void Names_and_short_lines_have_the_language_around_them(string line)
        => Assert.Equal("en", new RapporteurReader().Read($"{English}\n{line}\n{English}").Passages[1].Language);
}
