// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Formats;
using Rapporteur.Store;
using Rapporteur.Store.Querying;
using Rapporteur.Store.Writing;

namespace Rapporteur.Tests.Store;

/// <summary>What is listed page by page is what is listed whole, whichever way it is found: among the newest, by a few keys that are sorted, or by going through all by date.</summary>
public sealed class PagesTests(PagesTests.SampleRecord record) : IClassFixture<PagesTests.SampleRecord>
{
    private static readonly int[] Fews = [0, 3, 50, 20_000];

    [Fact]
    public void Events_page_by_page_are_the_events()
    {
        EventFilter[] asked =
        [
            new(), new() { ByEvent = true }, new() { ByEvent = true, Since = "2024", Until = "2024-06" }, new() { Since = "2024-02" }, new() { Party = "France" }, new() { Party = "FRA" }, new() { Actor = "usa" },
            new() { Party = "president" }, new() { Actor = "USA", Types = ["sanction", "ACCUSE"] }, new() { Recipient = "RUS", ByEvent = true }, new() { Realities = ["asserted"], Party = "USA" }, new() { Outlet = "ledger", Party = "USA" },
        ];
        foreach (EventFilter filter in asked)
        {
            List<string> whole = [.. record.Queries(20_000).Events(filter).Select(static e => $"{e.Report} {e.Id}").Order(StringComparer.Ordinal)];
            foreach (int few in Fews)
            {
                using RecordQueries queries = record.Queries(few);
                List<EventRow> paged = Paged(after => queries.EventPage(filter with { Limit = 3 }, after));
                Assert.Equal(whole, paged.Select(static e => $"{e.Report} {e.Id}").Order(StringComparer.Ordinal));
                Assert.Equal(paged.Select(Date).OrderByDescending(static d => d, StringComparer.Ordinal), paged.Select(Date));
                EventFilter counted = filter with { Limit = 3 };
                Facets facets = queries.EventFacets(counted);
                Assert.Equal(paged.Take(3), queries.EventPage(counted).Rows);
                Assert.True(facets.IsWhole);
                Assert.Equal(whole.Count, facets.Matches);
            }

            string? Date(EventRow row) => filter.ByEvent ? row.Day : row.Published;
        }

        Assert.NotEmpty(record.Queries(20_000).Events(new EventFilter { Party = "USA" }));
    }

    [Fact]
    public void Statements_page_by_page_are_the_statements()
    {
        StatementFilter[] asked =
        [
            new(), new() { SourceActor = "Emmanuel Macron" }, new() { AboutActor = "france" }, new() { AboutActor = "USA" }, new() { AboutActor = "United States", Sector = "GOV" }, new() { Country = "USA" },
            new() { Sector = "gov", Since = "2024" }, new() { SourceActor = "spokesman", Acts = ["claim", "deny"] }, new() { About = "president" }, new() { Source = "minister", Country = "fra" }, new() { OnlyUnnamed = true },
        ];
        foreach (StatementFilter filter in asked)
        {
            List<string> whole = [.. record.Queries(20_000).Statements(filter).Select(static s => $"{s.Report} {s.Id}").Order(StringComparer.Ordinal)];
            foreach (int few in Fews)
            {
                using RecordQueries queries = record.Queries(few);
                List<StatementRow> paged = Paged(after => queries.StatementPage(filter with { Limit = 7 }, after));
                StatementFilter counted = filter with { Limit = 7 };
                Assert.Equal(whole.Count, queries.StatementFacets(counted).Matches);
                Assert.Equal(paged.Take(7), queries.StatementPage(counted).Rows);
                Assert.Equal(whole, paged.Select(static s => $"{s.Report} {s.Id}").Order(StringComparer.Ordinal));
                Assert.Equal(paged.Select(static s => s.Published).OrderByDescending(static d => d, StringComparer.Ordinal), paged.Select(static s => s.Published));
            }
        }
    }

    [Fact]
    public void Relations_and_reports_of_an_actor_page_by_page_are_theirs()
    {
        foreach (string? actor in new[] { null, "france", "United States", "Emmanuel Macron", "the president", "nobody of the kind" })
        {
            List<string> whole = [.. record.Queries(20_000).Relations(new RelationFilter { Actor = actor }).Select(static r => $"{r.Report} {r.Id}").Order(StringComparer.Ordinal)];
            List<List<string>> reports = [];
            foreach (int few in Fews)
            {
                using RecordQueries queries = record.Queries(few);
                Assert.Equal(whole, Paged(after => queries.RelationPage(new RelationFilter { Actor = actor, Limit = 2 }, after)).Select(static r => $"{r.Report} {r.Id}").Order(StringComparer.Ordinal));
                reports.Add([.. Paged(after => queries.ReportPage(new ReportFilter { Limit = 2 }, after, actor)).Select(static r => r.Id)]);
            }

            Assert.All(reports, found => Assert.Equal(reports[0], found));
            Assert.Equal(actor is null ? record.Queries(20_000).Reports(new ReportFilter()).Count : record.Queries(20_000).Dossier(actor, new ReportFilter())?.Reports.Count ?? 0, reports[0].Count);
        }
    }

    private static List<T> Paged<T>(Func<string?, Page<T>> page)
    {
        List<T> all = [];
        string? after = null;
        do
        {
            Page<T> one = page(after);
            all.AddRange(one.Rows);
            after = one.Next;
        }
        while (after is not null);
        return all;
    }

    /// <summary>A record of the samples.</summary>
    public sealed class SampleRecord : IAsyncLifetime
    {
        private readonly TestFolder folder = new();
        private readonly List<RecordQueries> opened = [];
        private RecordFile file = null!;

        public RecordQueries Queries(int few)
        {
            var queries = new RecordQueries(file) { Few = few };
            opened.Add(queries);
            return queries;
        }

        public async ValueTask InitializeAsync()
        {
            file = RecordFile.OpenOrCreate(folder.Path("record.db"));
            using var writer = new ReportWriter(file, "", TimeProvider.System);
            var reader = new RapporteurReader();
            foreach (string sample in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal))
            {
                using FileStream content = File.OpenRead(sample);
                await foreach (var result in reader.ReadManyAsync(new InputReader().Read(sample, content), PreparedReport.From))
                {
                    if (result is ReadResult<PreparedReport>.Read read) writer.Write(read.Value);
                }
            }

            writer.Complete();
        }

        public ValueTask DisposeAsync()
        {
            foreach (RecordQueries queries in opened) queries.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
