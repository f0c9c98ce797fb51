// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using Rapporteur.Documents;
using Rapporteur.Store;
using Rapporteur.Store.Writing;

namespace Rapporteur.Benchmarks;

/// <summary>Makes a large record of invented short reports, read as any other: what the page is measured on.</summary>
/// <remarks>
/// <c>dotnet run --project bench/Rapporteur.Benchmarks -c Release -- large-record FILE [REPORTS]</c>. A quarter of the reports is
/// read; <see cref="RecordCopies"/> adds the others under other ids and dates.
/// </remarks>
internal static class LargeRecord
{
    private static readonly string[] First = ["Ana", "Boris", "Carla", "Dmitri", "Elif", "Farid", "Greta", "Hassan", "Ines", "Jonas", "Kofi", "Leila", "Mateo", "Nadia", "Oskar", "Priya", "Rosa", "Stefan", "Tariq", "Vera"];
    private static readonly string[] Last = ["Alvarez", "Benali", "Castel", "Dupont", "Eriksen", "Farouk", "Gruber", "Haddad", "Ibarra", "Jansen", "Kowal", "Lindqvist", "Moreau", "Nakagawa", "Okafor", "Petrov", "Quiroga", "Rahman", "Silva", "Tanaka", "Ullmann", "Varga", "Weber", "Yilmaz", "Zeman"];
    private static readonly string[] Roles = ["Prime Minister", "Foreign Minister", "Finance Minister", "Senator", "Mayor", "General", "Governor", "Judge", "Interior Minister", "President"];
    private static readonly string[] Countries = ["France", "Germany", "Peru", "Kenya", "Japan", "Turkey", "Poland", "Brazil", "India", "Norway", "Chile", "Ghana", "Spain", "Canada", "Egypt", "Mexico", "Nepal", "Qatar", "Serbia", "Tunisia"];
    private static readonly string[] Outlets = ["Ledger", "Herald", "Courier", "Observer", "Gazette", "Mirror"];
    private static readonly string[] Towns = ["Aarholm", "Belmar", "Corvina", "Delmont", "Esperan", "Fairwick", "Granova", "Hollin", "Istra", "Jorvik"];
    private static readonly string[] Topics = ["the lithium law", "the harbor strike", "the border treaty", "the water tariff", "the election", "the railway", "the pension reform", "the drought", "the ceasefire", "the budget", "the grain export", "the new bridge", "the refugee camp", "the gas pipeline", "the census", "the school closures", "the fishing quota", "the airport", "the tax on sugar", "the hospital fund"];
    private static readonly string[] Claims = ["will be decided before winter", "has cost too many lives", "cannot wait for another year", "is a matter for the courts", "was never discussed with us", "would ruin the farmers", "must be put to a vote", "is safe in our hands", "has failed twice already", "will bring back the jobs"];
    private static readonly string[] Acts = ["imposed sanctions on", "signed a treaty with", "rejected a proposal by", "recalled its ambassador from", "accused the army of", "sent aid to", "threatened to attack", "held talks with", "withdrew its troops from", "expelled two diplomats of", "condemned the government of", "agreed to help"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Verbs = ["said", "warned", "announced", "insisted", "claimed", "admitted", "denied", "argued"];

    public static async Task<int> MakeAsync(string path, int reports)
    {
        RecordFile file = RecordFile.OpenOrCreate(path);
        using var writer = new ReportWriter(file, "large-record", TimeProvider.System);
        var reader = new RapporteurReader();
        long start = TimeProvider.System.GetTimestamp();
        int done = 0;
        await foreach (ReadResult<PreparedReport> result in reader.ReadManyAsync(Texts(reports / (RecordCopies.Each + 1)), PreparedReport.From, Environment.ProcessorCount).ConfigureAwait(false))
        {
            if (result is ReadResult<PreparedReport>.Read read) writer.Write(read.Value);
            if (++done % 10_000 == 0) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} reports, {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0} s"));
        }

        writer.Complete();
        RecordCopies.Add(path);
        return 0;
    }

    private static IEnumerable<InputItem> Texts(int reports)
    {
        uint state = 7;
        for (int i = 0; i < reports; i++)
        {
            string outlet = $"The {Pick(Towns)} {Pick(Outlets)}", country = Pick(Countries), topic = Pick(Topics);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{country} divided over {topic}, report {i}\n\n");
            for (int sentence = 0; sentence < 8; sentence++)
            {
                string person = $"{Pick(First)} {Pick(Last)}", role = Pick(Roles), claim = Pick(Claims), about = Next(3) == 0 ? Pick(Topics) : topic, verb = Pick(Verbs);
                text.Append(Next(6) switch
                {
                    4 => $"{Pick(Countries)} {Pick(Acts)} {Pick(Countries)} over {about}.",
                    5 => $"Police in {Pick(Countries)} arrested {Next(90) + 2} protesters on {Pick(Days)}, {role} {person} {verb}.",
                    0 => $"“{char.ToUpperInvariant(about[0])}{about[1..]} {claim},” {verb} {role} {person} of {Pick(Countries)}.",
                    1 => $"{role} {person} {verb} that {about} {claim}.",
                    2 => $"According to {person}, {about} {claim}, and {Pick(Countries)} should pay.",
                    _ => $"The government of {Pick(Countries)} {verb} that {person} had visited {Pick(Towns)} over {about}.",
                });
                text.Append(sentence % 3 == 2 ? "\n\n" : " ");
            }

            string date = new DateTime(2015, 1, 1).AddDays(Next(3600)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string name = string.Create(CultureInfo.InvariantCulture, $"made/{i:000000}.txt");
            yield return new InputText(name, text.ToString(), new ReadOptions { InputName = name, Outlet = Next(50) == 0 ? null : outlet, Published = Next(100) == 0 ? null : date, OneReport = true }) { IsVerbatim = true, Map = OffsetMap.Identity };
        }

        string Pick(string[] words) => words[Next(words.Length)];

        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
