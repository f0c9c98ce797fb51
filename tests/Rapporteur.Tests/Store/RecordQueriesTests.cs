// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Store;
using Rapporteur.Store.Querying;
using Rapporteur.Store.Writing;

namespace Rapporteur.Tests.Store;

public sealed class RecordQueriesTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly RecordQueries queries;

    public RecordQueriesTests()
    {
        RecordFile file = RecordFile.OpenOrCreate(folder.Path("record.db"));
        using (var writer = new ReportWriter(file, "", TimeProvider.System))
        {
            var reader = new RapporteurReader();
            Put("“The lithium stays here,” President Gábor Borić said.", "a", "2022-02-25", "El Faro");
            Put("“We need the lithium,” the envoy said. “Free trade is no gift,” she added.", "b", "2023", "The Ledger");
            Put("“Nothing new,” he said.", "c", null, null);
            writer.Complete();

            void Put(string text, string name, string? published, string? outlet)
                => writer.Write(PreparedReport.From(reader.Read(text, new ReadOptions { InputName = name, Published = published, Outlet = outlet })));
        }

        queries = new RecordQueries(file);
    }

    public void Dispose()
    {
        queries.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("boric", null, "a/s1")]
    [InlineData("BORIĆ", null, "a/s1")]
    [InlineData("bor*", null, "a/s1")]
    [InlineData(null, "lithium", "b/s1 a/s1")]
    [InlineData(null, "\"free trade\"", "b/s2")]
    [InlineData(null, "\"trade free\"", "")]
    [InlineData("envoy", "lithium", "b/s1")]
    [InlineData(null, "lith* stays", "a/s1")]
    [InlineData(null, "\"", "")]
    [InlineData(null, "NOT AND OR", "")]
    [InlineData("source : \"x\" OR", null, "")]
    public void Statements_are_found_by_source_and_content(string? source, string? about, string expected)
        => Assert.Equal(expected, Names(queries.Statements(new StatementFilter { Source = source, About = about })));

    [Theory]
    [InlineData("faro", null, null, "a/s1")]
    [InlineData("LEDGER", null, null, "b/s1 b/s2")]
    [InlineData(null, "2022-02", "2022", "a/s1")]
    [InlineData(null, "2022-03", null, "b/s1 b/s2")]
    [InlineData(null, null, "2022-02", "a/s1")]
    public void Reports_are_told_apart_by_outlet_and_date(string? outlet, string? since, string? until, string expected)
        => Assert.Equal(expected, Names(queries.Statements(new StatementFilter { Outlet = outlet, Since = since, Until = until })));

    [Fact]
    public void Statements_are_told_apart_by_what_their_source_names()
    {
        string path = folder.Path("actors.db");
        RecordFile file = RecordFile.OpenOrCreate(path);
        using (var writer = new ReportWriter(file, "", TimeProvider.System))
        {
            var reader = new RapporteurReader();
            writer.Write(PreparedReport.From(reader.Read("“The budget will hold,” Emmanuel Macron said.", new ReadOptions { InputName = "m", Published = "2022-02-25" })));
            writer.Write(PreparedReport.From(reader.Read("“The bridge is closed,” an official said.", new ReadOptions { InputName = "o" })));
            writer.Complete();
        }

        using var asked = new RecordQueries(file);
        Assert.Equal("m/s1", Names(asked.Statements(new StatementFilter { Country = "fra" })));
        Assert.Equal("", Names(asked.Statements(new StatementFilter { Country = "DEU" })));
        Assert.Equal("m/s1", Names(asked.Statements(new StatementFilter { Country = "FRA", Sector = "gov" })));
        Assert.Equal("o/s1", Names(asked.Statements(new StatementFilter { OnlyUnnamed = true })));
        ActorRow macron = Assert.Single(asked.Actors(new ActorFilter { Name = "emmanuel macron" }));
        Assert.Equal(("person", "FRA", 1L, 1L), (macron.Kind, macron.Country, macron.Reports, macron.Statements));
        Assert.Empty(asked.Actors(new ActorFilter { Name = "Nobody" }));
    }

    [Fact]
    public void Passages_are_found_with_the_words_marked()
        => Assert.Equal("“The \u0002lithium\u0003 stays here,” President Gábor \u0002Borić\u0003 said.", Assert.Single(queries.Search("lithium boric", new ReportFilter())).Snippet);

    [Fact]
    public void Limit_and_confidence_narrow_the_rows()
    {
        Assert.Single(queries.Statements(new StatementFilter { Limit = 1 }));
        Assert.Empty(queries.Statements(new StatementFilter { MinConfidence = 1 }));
    }

    [Fact]
    public void A_report_is_found_by_its_first_digits()
    {
        string id = queries.Reports(new ReportFilter())[0].Id;
        Assert.Equal([id], queries.Find(id[..8]));
        Assert.Empty(queries.Find("00000000000"));
    }

    private static string Names(IReadOnlyList<StatementRow> rows) => string.Join(' ', rows.Select(r => $"{r.Input}/{r.Id}"));
}
