// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using Rapporteur.Documents;

namespace Rapporteur.Lexicons;

/// <summary>Reads the lists of <c>lexicons/en/actors/</c>.</summary>
internal sealed class ActorLists
{
    /// <summary>The columns of <c>states.tsv</c>.</summary>
    public static readonly string[] StateColumns = ["alpha3", "name", "longName", "aliases", "adjective", "demonyms", "capital", "metonyms", "code"];

    /// <summary>The columns of <c>leaders.tsv</c>.</summary>
    public static readonly string[] LeaderColumns = ["name", "aliases", "alpha3", "office", "sector", "from", "to"];

    /// <summary>The columns of <c>organizations.tsv</c>.</summary>
    public static readonly string[] OrganizationColumns = ["name", "aliases", "code", "kind", "members", "from"];

    /// <summary>The columns of <c>parties.tsv</c>.</summary>
    public static readonly string[] PartyColumns = ["name", "aliases", "alpha3", "from", "to"];

    /// <summary>The columns of <c>groups.tsv</c>.</summary>
    public static readonly string[] GroupColumns = ["name", "aliases", "code", "sector", "kind", "from", "to"];

    /// <summary>The columns of <c>media.tsv</c>.</summary>
    public static readonly string[] MediaColumns = ["name", "aliases", "alpha3", "owner"];

    /// <summary>The columns of <c>agents.tsv</c>.</summary>
    public static readonly string[] AgentColumns = ["phrase", "plural", "sector", "kind", "example"];

    /// <summary>The sectors of PLOVER.</summary>
    public static readonly string[] Sectors =
    [
        "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
    ];

    /// <summary>What stands in the country's place for actors that have none.</summary>
    public static readonly string[] International = ["EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"];

    private ActorLists()
    {
    }

    /// <summary>By key, what it stands for.</summary>
    public Dictionary<string, List<ActorEntry>> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>By phrase, singular and plural, the sector and what the phrase names.</summary>
    public Dictionary<string, (string Sector, ActorKind Kind)> Agents { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists that ship.</summary>
    public static ActorLists Shipped()
    {
        ActorLists lists = new();
        foreach (LexiconRow row in Rows("states", StateColumns)) lists.AddState(row);
        foreach (LexiconRow row in Rows("leaders", LeaderColumns))
            lists.AddNames(row, new KnownActor(row["name"], ActorKind.Person, row["alpha3"], Sector(row, row["sector"]), null, Year(row, "from"), Year(row, "to")));
        foreach (LexiconRow row in Rows("organizations", OrganizationColumns))
            lists.AddNames(row, new KnownActor(row["name"], ActorKind.Organization, row["code"], SectorOfKind(row), null, Year(row, "from"), null));
        foreach (LexiconRow row in Rows("parties", PartyColumns))
            lists.AddNames(row, new KnownActor(row["name"], ActorKind.Organization, row["alpha3"], "PTY", null, Year(row, "from"), Year(row, "to")));
        foreach (LexiconRow row in Rows("groups", GroupColumns))
            lists.AddNames(row, new KnownActor(row["name"], row.Label<ActorKind>("kind"), row["code"], Sector(row, row["sector"]), null, Year(row, "from"), Year(row, "to")));
        foreach (LexiconRow row in Rows("media", MediaColumns))
            lists.AddNames(row, new KnownActor(row["name"], ActorKind.Organization, row["alpha3"], "JRN", null, null, null));
        foreach (LexiconRow row in Rows("agents", AgentColumns)) lists.AddAgent(row);
        return lists;
    }

    /// <summary>The rows of one of the lists.</summary>
    public static IReadOnlyList<LexiconRow> Rows(string list, string[] columns) => LexiconFile.Embedded($"en/actors/{list}.tsv", columns).Rows;

    /// <summary>The parts of a cell.</summary>
    public static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The sector of an organization by its kind; null where the kind has none.</summary>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static string? SectorOfKind(LexiconRow row) => row["kind"] switch
    {
        "igo" or "ngo" => null,
        "agency" or "bank" or "government" or "ministry" => "GOV",
        "church" => "REL",
        "company" => "BUS",
        "court" => "JUD",
        "intelligence" => "SPY",
        "military" => "MIL",
        "parliament" => "LEG",
        "police" => "COP",
        "school" => "EDU",
        "society" => "SOC",
        "union" => "LAB",
        { } kind => throw row.Error($"'{kind}' is no kind of organization"),
    };

    private static string? Sector(LexiconRow row, string code)
        => code.Length == 0 ? null : Array.BinarySearch(Sectors, code, StringComparer.Ordinal) >= 0 ? code : throw row.Error($"'{code}' is no sector of PLOVER");

    private static int? Year(LexiconRow row, string column)
    {
        string cell = row[column];
        if (cell.Length == 0) return null;
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and < 9999 ? year : throw row.Error($"'{cell}' is no year");
    }

    private void AddState(LexiconRow row)
    {
        string alpha3 = row["alpha3"];
        string country = row["code"].Length > 0 ? row["code"] : alpha3;
        // ISO leaves XAA to XZZ to its users: such a code is none of its own
        KnownActor state = new(row["name"], ActorKind.State, country, null, alpha3.StartsWith('X') ? null : alpha3, null, null);
        KnownActor government = state with { Sector = "GOV" };
        Add(state.Name, state, KnownForm.Name);
        foreach (string name in Parts(row["longName"])) Add(name, state, KnownForm.Name);
        foreach (string name in Parts(row["aliases"])) Add(name, state, KnownForm.Name);
        foreach (string name in Parts(row["adjective"])) Add(name, state, KnownForm.Adjective);
        foreach (string name in Parts(row["demonyms"])) Add(name, state, KnownForm.Demonym);
        foreach (string name in Parts(row["capital"])) Add(name, government, KnownForm.Metonym);
        foreach (string name in Parts(row["metonyms"])) Add(name, government, KnownForm.Metonym);
    }

    private void AddNames(LexiconRow row, KnownActor actor)
    {
        Add(actor.Name, actor, KnownForm.Name);
        foreach (string alias in Parts(row["aliases"])) Add(alias, actor, KnownForm.Name);
    }

    /// <summary>Adds an entry, unless the same row has given it in another spelling.</summary>
    private void Add(string name, KnownActor actor, KnownForm form)
    {
        string key = ActorKey.Of(name);
        if (!Names.TryGetValue(key, out List<ActorEntry>? entries)) Names.Add(key, entries = []);
        if (!entries.Exists(e => e.Actor.Name == actor.Name && e.Actor.From == actor.From && e.Actor.To == actor.To)) entries.Add(ActorEntry.Of(actor, form));
    }

    private void AddAgent(LexiconRow row)
    {
        string sector = Sector(row, row["sector"]) ?? throw row.Error("there is no sector");
        ActorKind kind = row.Label<ActorKind>("kind");
        if (row["phrase"].Length > 0) AddAgent(row, row["phrase"], sector, kind);
        if (row["plural"].Length > 0 && row["plural"] != row["phrase"]) AddAgent(row, row["plural"], sector, kind == ActorKind.Person ? ActorKind.Group : kind);
    }

    private void AddAgent(LexiconRow row, string phrase, string sector, ActorKind kind)
    {
        if (!Agents.TryAdd(phrase, (sector, kind))) throw row.Error($"'{phrase}' stands twice");
    }
}
