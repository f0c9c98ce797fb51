// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Formats;
using Rapporteur.Fuzz.Made;
using Rapporteur.Store;
using Rapporteur.Store.Querying;
using Rapporteur.Store.Writing;
using Rapporteur.Web.Reports;

namespace Rapporteur.Tests.Web;

public sealed class ReportViewTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Passages_entries_and_quotations_of_a_document_tell_its_page()
    {
        ReportView report = View("a.pdf", MadePdf.Report());
        Assert.Equal(["page 1", "page 2", "page 3"], report.Passages.Select(static p => p.Place).Distinct().Where(static p => p?.Contains(',', StringComparison.Ordinal) is false));
        Assert.All(report.Passages, static p => Assert.StartsWith("page ", p.Place, StringComparison.Ordinal));
        EntryView said = report.Of(EntryLayer.Statements).First(s => report.Words(s.Parts[0].Span).StartsWith("the governor of having broken", StringComparison.Ordinal));
        Assert.Equal("page 1", said.Facts.Single(static f => f.Name == "stands on").Value);
        Assert.EndsWith(", page 1", said.Quotation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_pages_tells_none()
    {
        ReportView report = View("a.txt", "“The budget will hold,” Emmanuel Macron said."u8.ToArray());
        Assert.All(report.Passages, static p => Assert.Null(p.Place));
        Assert.All(report.Entries, static e => Assert.DoesNotContain(e.Facts, static f => f.Name == "stands on"));
    }

    private ReportView View(string name, byte[] input)
    {
        RecordFile file = RecordFile.OpenOrCreate(folder.Path(name + ".db"));
        using var writer = new ReportWriter(file, "", TimeProvider.System);
        InputText text = Assert.IsType<InputText>(Assert.Single(new InputReader().Read(name, new MemoryStream(input))));
        Report read = Assert.Single(new RapporteurReader().ReadAll(text.Text, text.Options));
        writer.Write(PreparedReport.From(read));
        writer.Complete();
        using var queries = new RecordQueries(file);
        return ReportView.From(queries.Report(read.Id)!);
    }
}
