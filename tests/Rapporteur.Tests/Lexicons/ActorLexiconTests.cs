// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Tests.Lexicons;

/// <summary>The lists of actors: their form, and what is found in them.</summary>
public sealed class ActorLexiconTests
{
    [Fact]
    public void At_least_three_thousand_names_are_listed()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string path in Directory.GetFiles(Path.Combine(SourceTree.Root, "lexicons", "en", "actors"), "*.tsv"))
        {
            int columns = Path.GetFileName(path) == "states.tsv" ? 8 : 2;
            foreach (string line in File.ReadLines(path).Where(static l => l.Length > 0 && l[0] != '#').Skip(1))
                names.UnionWith(line.Split('\t')[(columns == 8 ? 1 : 0)..columns].SelectMany(static c => c.Split(';')).Where(static n => n.Length > 0));
        }

        Assert.InRange(names.Count, 3000, int.MaxValue);
    }

    private static readonly ActorLexicon Lexicon = ActorLexicon.Default;

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["states"] = ActorLists.StateColumns,
        ["leaders"] = ActorLists.LeaderColumns,
        ["organizations"] = ActorLists.OrganizationColumns,
        ["parties"] = ActorLists.PartyColumns,
        ["groups"] = ActorLists.GroupColumns,
        ["media"] = ActorLists.MediaColumns,
        ["agents"] = ActorLists.AgentColumns,
    };

    /// <summary>ISO 3166-1 alpha-3, all that are assigned.</summary>
    private static readonly HashSet<string> Iso =
    [
        .. ("ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA " +
            "CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM " +
            "GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN " +
            "KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT " +
            "NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR " +
            "TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE").Split(' '),
    ];

    public static TheoryData<string> ListNames => [.. Lists.Keys];

    public static TheoryData<string, string, string, string> Agents
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (LexiconRow row in ActorLists.Rows("agents", ActorLists.AgentColumns)) data.Add(row["phrase"], row["plural"], row["sector"], row["example"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ListNames))]
    public void A_list_is_well_formed(string list)
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "lexicons", "en", "actors", list + ".tsv"));
        Assert.Contains("# Source: written for Rapporteur. Licence: Apache-2.0.", lines);
        string[][] rows = [.. lines.Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t'))];
        Assert.Empty(rows.Where(r => r.Length != Lists[list].Length || r.Any(c => c != c.Trim() || c.Contains("  ", StringComparison.Ordinal))).Select(r => string.Join('|', r)));
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.Contains(';', StringComparison.Ordinal) && c.Split(';').Any(p => p.Length == 0 || p != p.Trim()));
        Assert.Empty(rows.Zip(rows.Skip(1)).Where(p => string.CompareOrdinal(p.First[0], p.Second[0]) > 0).Select(p => p.Second[0]));
    }

    [Theory]
    [MemberData(nameof(ListNames))]
    public void No_row_stands_twice(string list)
    {
        string[] columns = Lists[list];
        IEnumerable<string> keys = ActorLists.Rows(list, columns)
            .Select(r => string.Join(' ', columns.Where(c => c == columns[0] || c is "from" or "to").Select(c => r[c])));
        Assert.Empty(keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("states", "alpha3", "XKX")]
    [InlineData("states", "code", "KOS")]
    [InlineData("leaders", "alpha3", "KOS")]
    [InlineData("organizations", "code", "KOS EUR IGO MNC NGO UNO")]
    [InlineData("organizations", "members", "KOS")]
    [InlineData("parties", "alpha3", "KOS")]
    [InlineData("groups", "code", "KOS IMG ISM NGO")]
    [InlineData("media", "alpha3", "KOS")]
    public void Codes_are_known(string list, string column, string more)
        => Assert.DoesNotContain(
            ActorLists.Rows(list, Lists[list]).SelectMany(r => ActorLists.Parts(r[column]).DefaultIfEmpty(column is "alpha3" or "code" && list != "states" ? "none" : "")),
            c => c.Length > 0 && !Iso.Contains(c) && !more.Split(' ').Contains(c));

    [Theory]
    [InlineData("leaders")]
    [InlineData("organizations")]
    [InlineData("parties")]
    [InlineData("groups")]
    public void Years_are_plausible(string list)
    {
        foreach (LexiconRow row in ActorLists.Rows(list, Lists[list]))
        {
            int from = row["from"].Length == 0 ? 0 : int.Parse(row["from"], System.Globalization.CultureInfo.InvariantCulture);
            int to = !Lists[list].Contains("to") || row["to"].Length == 0 ? 9999 : int.Parse(row["to"], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(from <= to && from is 0 or (> 1000 and < 2027) && to is 9999 or (> 1900 and < 2027), $"{list}:{row.Line}: {from} to {to}");
        }
    }

    [Fact]
    public void Owners_of_media_are_known()
        => Assert.Empty(ActorLists.Rows("media", ActorLists.MediaColumns).Where(r => r["owner"] is not ("state" or "public" or "private" or "party")).Select(r => r["name"]));

    [Fact]
    public void A_name_means_one_actor_at_a_time()
    {
        var clashes = from entries in ActorLists.Shipped().Names
                      from one in entries.Value
                      from other in entries.Value
                      where string.CompareOrdinal(one.Actor.Name, other.Actor.Name) < 0 && one.From <= other.To && other.From <= one.To
                      select $"{entries.Key}: {one.Actor.Name} ({one.Actor.Country}), {other.Actor.Name} ({other.Actor.Country})";
        Assert.Empty(clashes);
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Example_of_an_agent_is_found(string phrase, string plural, string sector, string example)
    {
        int start = example.IndexOf('[', StringComparison.Ordinal) + 1;
        string marked = example[start..example.IndexOf(']', start)];
        Assert.Equal([marked], new[] { phrase, plural }.Where(w => w == marked).Distinct());
        Assert.True(Lexicon.TryFindAgent(marked, out string found, out _));
        Assert.Equal(sector, found);
        Assert.True(Lexicon.TryFindAgent("former " + marked, out found, out _));
        Assert.Equal(sector, found);
    }

    [Theory]
    [InlineData("Canada", "Canada", "CAN", null, nameof(KnownForm.Name))]
    [InlineData("CANADA", "Canada", "CAN", null, nameof(KnownForm.Name))]
    [InlineData("Ottawa", "Canada", "CAN", "GOV", nameof(KnownForm.Metonym))]
    [InlineData("the Kremlin", "Russia", "RUS", "GOV", nameof(KnownForm.Metonym))]
    [InlineData("The Kremlin’s", "Russia", "RUS", "GOV", nameof(KnownForm.Metonym))]
    [InlineData("the White House", "United States", "USA", "GOV", nameof(KnownForm.Metonym))]
    [InlineData("Russian", "Russia", "RUS", null, nameof(KnownForm.Adjective))]
    [InlineData("Russians", "Russia", "RUS", null, nameof(KnownForm.Demonym))]
    [InlineData("RUSSIANS", "Russia", "RUS", null, nameof(KnownForm.Demonym))]
    [InlineData("U.S.", "United States", "USA", null, nameof(KnownForm.Name))]
    [InlineData("US", "United States", "USA", null, nameof(KnownForm.Name))]
    [InlineData("the U.S.'s", "United States", "USA", null, nameof(KnownForm.Name))]
    [InlineData("The  United\nStates'", "United States", "USA", null, nameof(KnownForm.Name))]
    [InlineData("NATO", "NATO", "IGO", null, nameof(KnownForm.Name))]
    public void A_name_is_found(string name, string actor, string country, string? sector, string form)
    {
        Assert.True(Lexicon.TryFind(name, null, out KnownActor found, out KnownForm foundForm));
        Assert.Equal((actor, country, sector, form), (found.Name, found.Country, found.Sector, foundForm.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("the")]
    [InlineData("canada")]
    [InlineData("us")]
    [InlineData("Freedonia")]
    public void Other_words_are_not_found(string name)
    {
        Assert.False(Lexicon.TryFind(name, new DateOnly(2024, 1, 1), out _, out _));
        Assert.False(Lexicon.TryFind(new string('x', 5000), null, out _, out _));
    }

    [Theory]
    [InlineData("Vladimir Putin", 1998, null)]
    [InlineData("Vladimir Putin", 2010, "GOV")]
    [InlineData("Putin's", 2024, "GOV")]
    public void A_leader_is_told_by_the_year(string name, int year, string? sector)
    {
        Assert.True(Lexicon.TryFind(name, new DateOnly(year, 6, 1), out KnownActor actor, out _));
        Assert.Equal(("RUS", ActorKind.Person, sector), (actor.Country, actor.Kind, actor.Sector));
    }

    [Theory]
    [InlineData("former deputy mining minister", "GOV", ActorKind.Person)]
    [InlineData("Minister", "GOV", ActorKind.Person)]
    [InlineData("ex-minister", "GOV", ActorKind.Person)]
    [InlineData("minister of mines", "GOV", ActorKind.Person)]
    [InlineData("masked paramilitaries", "PRM", ActorKind.Group)]
    [InlineData("protesters from the north", "CVL", ActorKind.Group)]
    public void An_agent_is_found_by_the_end_of_the_phrase(string phrase, string sector, ActorKind kind)
    {
        Assert.True(Lexicon.TryFindAgent(phrase, out string found, out ActorKind foundKind));
        Assert.Equal((sector, kind), (found, foundKind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("weather")]
    [InlineData("administering")]
    [InlineData("bridge of the minister")]
    public void Other_phrases_are_no_agents(string phrase) => Assert.False(Lexicon.TryFindAgent(phrase, out _, out _));

    [Fact]
    public void A_list_in_capitals_finds_names_however_the_text_writes_them()
    {
        ActorLexicon lexicon = Lexicon.With(UserActorList.Read("mine.csv", new StringReader("name,code\nNORTH AARHOLM,NAA\nIT,ITX\n")));
        Assert.True(lexicon.TryFind("North Aarholm", null, out KnownActor actor, out _));
        Assert.Equal("NAA", actor.Country);
        Assert.False(lexicon.TryFind("It", null, out _, out _));
        Assert.False(lexicon.TryFind("north aarholm", null, out _, out _));
    }

    [Fact]
    public void The_users_list_wins()
    {
        ActorLexicon lexicon = Lexicon.With(UserActorList.Read("mine.csv", new StringReader(
            "\uFEFFnote,Name,code,kind,from,to\r\n" +
            "x,NATO,IGOMIL,organization,,\r\n" +
            "\"a \"\"b\"\",\nc\",\"Front for Light, and Air\",ABC,group,2001,2004\n" +
            "\n" +
            ",Front for Light and Air,ABC-REB,group,2001-05-02,2004\n" +
            ",Ottawa,GOV,,2020-03-01,2020-03-31")));
        Assert.True(lexicon.TryFind("NATO", null, out KnownActor actor, out _));
        Assert.Equal(("IGO", "MIL", ActorKind.Organization), (actor.Country, actor.Sector, actor.Kind));
        Assert.True(lexicon.TryFind("the FRONT FOR LIGHT, AND AIR", new DateOnly(2001, 1, 1), out actor, out _));
        Assert.Equal(new KnownActor("Front for Light, and Air", ActorKind.Group, "ABC", null, null, 2001, 2004), actor);
        Assert.True(lexicon.TryFind("Front for Light and Air", new DateOnly(2001, 5, 2), out actor, out _));
        Assert.Equal("REB", actor.Sector);
        Assert.False(lexicon.TryFind("Front for Light and Air", new DateOnly(2001, 5, 1), out _, out _));
        Assert.True(lexicon.TryFind("Ottawa", new DateOnly(2020, 3, 31), out actor, out _));
        Assert.Equal(ActorKind.Other, actor.Kind);
        Assert.True(lexicon.TryFind("Ottawa", new DateOnly(2020, 4, 1), out actor, out _));
        Assert.Equal("CAN", actor.Country);
        Assert.True(Lexicon.TryFind("NATO", null, out actor, out _));
        Assert.Null(actor.Sector);
    }

    [Theory]
    [InlineData("", "mine.csv: the list of actors is empty.")]
    [InlineData("code\nx\n", "mine.csv:1: there is no column 'name'.")]
    [InlineData("name\nx\n", "mine.csv:1: there is no column 'code'.")]
    [InlineData("name,code\nx\n", "mine.csv:2: 1 columns, where the header has 2.")]
    [InlineData("name,code\n\n,RUS\n", "mine.csv:3: there is no name.")]
    [InlineData("name;code\nx;\n", "mine.csv:2: there is no code.")]
    [InlineData("name,code,kind\nx,RUS,3\n", "mine.csv:2: '3' is no kind of actor; the kinds are person, organization, state, place, group, other.")]
    [InlineData("name,code,from\nx,RUS,May 2001\n", "mine.csv:2: 'May 2001' in column 'from' is neither a year nor a date such as 2024-03-31.")]
    [InlineData("name,code,from,to\nx,RUS,2004,2001\n", "mine.csv:2: '2004' is after '2001'.")]
    [InlineData("name,code\n\"x\ny\",RUS\n\"z,RUS\n", "mine.csv:4: a quotation mark is not closed.")]
    public void An_error_in_the_users_list_names_the_line(string text, string message)
        => Assert.Equal(message, Assert.Throws<FormatException>(() => UserActorList.Read("mine.csv", new StringReader(text))).Message);

    [Fact]
    public void A_lookup_allocates_nothing()
    {
        Look();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Look();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Look()
        {
            Lexicon.TryFind("THE U.S.", new DateOnly(2024, 1, 1), out _, out _);
            Lexicon.TryFind("RUSSIANS’", null, out _, out _);
            Lexicon.TryFindAgent("former deputy mining minister", out _, out _);
        }
    }
}
