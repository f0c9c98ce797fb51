// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Events;
using Rapporteur.Lexicons;

namespace Rapporteur.Tests.Events;

/// <summary>Runs the examples of <c>docs/codebook/events.md</c>, and its known failures; checks the lists.</summary>
public sealed class EventCodebookTests
{
    private static readonly RapporteurReader Reader = new();

    /// <summary>PLOVER's modes by type.</summary>
    private static readonly Dictionary<EventType, string[]> Modes = new()
    {
        [EventType.Consult] = ["visit", "third-party", "multilateral", "phone"],
        [EventType.Retreat] = ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        [EventType.Request] = ["assist", "change", "yield", "meet"],
        [EventType.Accuse] = ["disapprove", "investigate", "allege"],
        [EventType.Reject] = ["assist", "change", "yield", "meet"],
        [EventType.Threaten] = ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        [EventType.Protest] = ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        [EventType.Sanction] = ["convict", "expel", "withdraw", "discontinue"],
        [EventType.Mobilize] = ["troops", "weapons", "police", "militia"],
        [EventType.Coerce] = ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        [EventType.Assault] =
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
        ],
    };

    public static TheoryData<string, string> Examples => Rows("## Examples");

    public static TheoryData<string, string> KnownFailures => Rows("## Known failures");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_written(string text, string expected) => Assert.Equal(expected == "none" ? "" : expected, EventStageTests.Describe(Reader.Read(text)));

    [Theory]
    [MemberData(nameof(KnownFailures))]
    public void Known_failure_still_fails(string text, string expected) => Assert.NotEqual(expected, EventStageTests.Describe(Reader.Read(text)));

    [Fact]
    public void Patterns_have_modes_of_their_type_and_stand_in_order()
    {
        LexiconFile file = LexiconFile.Embedded("en/events/triggers.tsv", "pattern", "type", "mode", "frame", "example");
        Assert.Empty(file.Rows.Where(static r => r["mode"].Length > 0 && !Modes.GetValueOrDefault(r.Label<EventType>("type"), []).Contains(r["mode"])).Select(static r => $"{r.Line}: {r["pattern"]} {r["type"]} {r["mode"]}"));
        string[] patterns = [.. file.Rows.Select(static r => r["pattern"])];
        Assert.Equal(patterns.Order(StringComparer.Ordinal), patterns);
        Assert.Equal(patterns.Length, patterns.Distinct().Count());
    }

    [Fact]
    public void Frames_and_groups_are_known()
    {
        Assert.NotNull(EventLexicon.Default);
        string[] places = ["S", "O", "O*", "iobj", "poss"];
        foreach (LexiconRow row in LexiconFile.Embedded("en/events/triggers.tsv", "pattern", "type", "mode", "frame", "example").Rows)
        {
            foreach (string place in row["frame"].Split('>', '&').SelectMany(static side => side.Split(',', StringSplitOptions.RemoveEmptyEntries)))
                Assert.True(places.Contains(place) || place.All(char.IsAsciiLetterLower), $"{row.Line}: {place}");
        }
    }

    private static TheoryData<string, string> Rows(string heading)
    {
        var data = new TheoryData<string, string>();
        bool inside = false;
        foreach (string line in File.ReadLines(Path.Combine(SourceTree.Root, "docs", "codebook", "events.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inside = line == heading;
            if (!inside || !line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| text |", StringComparison.Ordinal) || line.StartsWith("| ---", StringComparison.Ordinal)) continue;
            string[] cells = line.Trim('|', ' ').Split(" | ");
            data.Add(cells[0], cells[1]);
        }

        return data;
    }
}
