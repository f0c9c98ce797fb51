// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Events;
using Rapporteur.Lexicons;
using Rapporteur.Records;

namespace Rapporteur.Tests.Events;

public sealed class EventStageTests
{
    private static readonly RapporteurReader Reader = new();

    /// <summary>sentence → events: type, mode, actors, recipients, reality.</summary>
    public static TheoryData<string, string> Sentences()
    {
        TheoryData<string, string> rows = [];
        foreach (string line in File.ReadLines(Path.Combine(SourceTree.Root, "tests", "Rapporteur.Tests", "Events", "events.tsv")))
        {
            if (line.Length > 0 && line[0] != '#') rows.Add(line.Split('\t')[0], line.Split('\t')[1]);
        }

        return rows;
    }

    /// <summary>The examples of the lists: a word in brackets, and the event's type where the row gives one.</summary>
    public static TheoryData<string, string?> Examples()
    {
        TheoryData<string, string?> rows = [];
        foreach (LexiconRow row in LexiconFile.Embedded("en/events/triggers.tsv", "pattern", "type", "mode", "frame", "example").Rows)
        {
            if (row["example"].Length > 0) rows.Add(row["example"], row["type"]);
        }

        foreach (LexiconRow row in LexiconFile.Embedded("en/events/matrices.tsv", "pattern", "rule", "example").Rows)
        {
            if (row["example"].Length > 0) rows.Add(row["example"], null);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_tells_its_events(string sentence, string expected) => Assert.Equal(expected, Describe(Reader.Read(sentence)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_lists_tells_an_event_at_its_word(string example, string? type)
    {
        int at = example.IndexOf('[', StringComparison.Ordinal);
        Report report = Reader.Read(example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) + ".");
        Assert.Contains(report.Events, e => e.Trigger.Span.Start == at && (type is null || RecordWord.Of(e.Type) == type));
    }

    [Fact]
    public void An_event_told_again_is_one_with_its_mentions()
    {
        Report report = Reader.Read("France sanctioned Belarus on Monday. Officials said that France sanctioned Belarus again. France sanctioned Belarus.");
        Assert.Equal(2, report.Events.Count);
        Assert.Single(report.Events[0].Mentions);
        Assert.NotNull(report.Events[1].Within);
    }

    [Fact]
    public void A_claimed_event_is_on_its_sources_word()
    {
        Report report = Reader.Read("Algeria said that Morocco attacked Tunisia.");
        PoliticalEvent attack = Assert.Single(report.Events, static e => e.Type == EventType.Assault);
        Assert.Equal("Algeria", report.Statements[attack.Within!.Value].Source!.Value.In(report.Text).ToString());
    }

    [Fact]
    public void Spans_and_indexes_are_inside_whatever_the_text()
    {
        string[] pieces = ["France", "attacked", "the", "troops", "of", "Kenya", ",", "and", "said", "that", "sanctions", "on", "Mali", "(", "“", "”", "will", "not", "talks", "with", "\n", ".", "🎉", "by", "agreed", "to", "withdraw"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 60].Sample(
            words =>
            {
                Report report = Reader.Read(string.Join(' ', words));
                int last = -1;
                foreach (PoliticalEvent told in report.Events)
                {
                    Assert.True(told.Trigger.Span.Start >= last && told.Trigger.Span.End <= report.Text.Length);
                    last = told.Trigger.Span.Start;
                    Assert.InRange(told.Confidence, EventStage.Threshold, 1);
                    foreach (EventParty party in told.Actors.Concat(told.Recipients))
                    {
                        Assert.True(party.Span.Start >= 0 && party.Span.End <= report.Text.Length && !party.Span.IsEmpty);
                        Assert.True(party.Actor is null || party.Actor < report.Actors.Count);
                    }

                    Assert.True(told.Within is null || told.Within < report.Statements.Count);
                }
            },
            iter: 150);
    }

    internal static string Describe(Report report) => string.Join("; ", report.Events.Select(static e =>
        $"{RecordWord.Of(e.Type)} {e.Mode ?? "-"} {Countries(e.Actors)} > {Countries(e.Recipients)} {RecordWord.Of(e.Reality)}"));

    private static string Countries(IReadOnlyList<EventParty> parties) => parties.Count == 0 ? "-" : string.Join(',', parties.Select(static p => p.Country ?? "?"));
}
