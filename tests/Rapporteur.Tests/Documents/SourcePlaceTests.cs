// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Documents;

public sealed class SourcePlaceTests
{
    private static readonly SourcePlace[] Pages = [new(5, "page 1"), new(20, "page 2"), new(40, "page 3"), new(60, "page 1")];

    [Theory]
    [InlineData(0, null)]
    [InlineData(5, "page 1")]
    [InlineData(19, "page 1")]
    [InlineData(20, "page 2")]
    [InlineData(99, "page 1")]
    public void An_offset_stands_in_the_last_stretch_that_began(int offset, string? place) => Assert.Equal(place, SourcePlace.At(Pages, offset));

    [Theory]
    [InlineData(0, 4, null)]
    [InlineData(0, 6, "page 1")]
    [InlineData(6, 20, "page 1")]
    [InlineData(6, 21, "page 1, page 2")]
    [InlineData(10, 70, "page 1, page 2, page 3")]
    public void A_stretch_names_each_place_that_it_goes_over_once(int start, int end, string? places) => Assert.Equal(places, SourcePlace.Of(Pages, new(start, end)));

    [Fact]
    public void A_part_of_a_text_keeps_the_places_of_its_words()
    {
        for (int start = 0; start < 70; start++)
        {
            IReadOnlyList<SourcePlace> inside = SourcePlace.In(Pages, new(start, 70));
            for (int offset = start; offset < 70; offset++) Assert.Equal(SourcePlace.At(Pages, offset), SourcePlace.At(inside, offset - start));
        }
    }

    [Fact]
    public void Reports_of_one_text_have_their_own_places()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "08-bundle.txt"));
        SourcePlace[] sheets = [new(0, "sheet 1"), new(text.IndexOf("Editor's note", StringComparison.Ordinal), "sheet 2"), new(text.IndexOf("MERIDA BAY", StringComparison.Ordinal), "sheet 3")];
        IReadOnlyList<Report> reports = new RapporteurReader().ReadAll(text, new ReadOptions { Places = sheets });
        Assert.Equal(["sheet 1", "sheet 2", "sheet 3"], reports.Select(static r => SourcePlace.Of(r.Options.Places, new(0, r.Text.Length))));
    }
}
