// SPDX-License-Identifier: Apache-2.0

using CsCheck;
using Rapporteur.Documents;
using Rapporteur.Models;
using Rapporteur.Places;

namespace Rapporteur.Tests.Places;

/// <summary>What is found, and which of several places of one name.</summary>
public sealed class PlaceStageTests
{
    [Theory]
    [InlineData("The council met in Springfield. The mayor of Chicago, Illinois, came from Peoria.", "Springfield", "USA", 39.8)]
    [InlineData("The council met in Springfield. The mayor of Boston, Massachusetts, came from Worcester.", "Springfield", "USA", 42.1)]
    [InlineData("A storm hit Birmingham. Alabama closed its schools, and Montgomery its airport.", "Birmingham", "USA", 33.5)]
    [InlineData("A storm hit Birmingham. England closed its schools, and Coventry its airport.", "Birmingham", "GBR", 52.5)]
    [InlineData("Georgia held elections. Russian troops stood near Tbilisi and Gori.", "Georgia", "GEO", 42)]
    [InlineData("Georgia held elections. Voters in Atlanta and Savannah waited for hours.", "Georgia", "USA", 32.75)]
    [InlineData("U.S. officials spoke of Georgia. Armenia, Azerbaijan and Turkey were on the list, too.", "Georgia", "GEO", 42)]
    public void The_other_places_tell_which_is_meant(string text, string words, string country, double latitude)
    {
        Place place = Assert.IsType<Place>(ReadPlaces.Named(text, words));
        Assert.Equal(country, place.Country);
        Assert.InRange(place.Latitude, latitude - 0.5, latitude + 0.5);
    }

    [Theory]
    [InlineData("The mill in Athens, Ohio, closed on Friday.", "Athens", 39.3)]
    [InlineData("The mill in Athens (Ohio) closed on Friday.", "Athens", 39.3)]
    [InlineData("The mill in Athens in Ohio closed on Friday.", "Athens", 39.3)]
    [InlineData("The mill in the Ohio town of Athens closed on Friday.", "Athens", 39.3)]
    [InlineData("The mill in Athens closed on Friday.", "Athens", 37.98)]
    public void What_it_lies_in_tells_which_is_meant(string text, string words, double latitude)
        => Assert.InRange(Assert.IsType<Place>(ReadPlaces.Named(text, words)).Latitude, latitude - 0.2, latitude + 0.2);

    [Fact]
    public void One_name_means_one_place()
    {
        const string Text = "The mill in Athens closed on Friday. Nobody in Athens had known. The mayor of Athens, Ohio, called it a shock.";
        string[] places = [.. new RapporteurReader().Read(Text).Places.Where(p => p.Span.In(Text).SequenceEqual("Athens")).Select(p => $"{p.GeoNames}")];
        Assert.Equal(3, places.Length);
        Assert.Single(places.Distinct());
    }

    [Fact]
    public void The_outlet_s_country_counts()
    {
        const string Text = "The council met in Cork on Tuesday and voted for the bridge.";
        Assert.Contains("IRL", ReadPlaces.Of(Text, ReadOptions.None with { Outlet = "The Irish Times" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Russian and Ukrainian officials met.")]
    [InlineData("Ms. Ruiz spoke to Mr. Smith.")]
    [InlineData("No names stand here, and no places.")]
    [InlineData("")]
    public void Other_words_are_no_places(string text) => Assert.Equal("–", ReadPlaces.Of(text));

    [Theory]
    [InlineData("LIMA (Reuters) - The miners stopped work on Monday.", "LIMA", "PER")]
    [InlineData("Senator Ana Ruiz, D-Ohio, voted against it.", "Ohio", "USA")]
    [InlineData("He left Tulsa, OK, for good.", "OK", "USA")]
    [InlineData("The Moscow-based group denied it.", "Moscow", "RUS")]
    [InlineData("The Lamar County Sheriff said so in Paris.", "Lamar County", "USA")]
    public void What_the_tagger_may_miss_is_found(string text, string words, string country)
        => Assert.Equal(country, ReadPlaces.Named(text, words)?.Country);

    [Fact]
    public void Explain_tells_the_best_candidates()
    {
        var trace = Trace.Listening();
        new RapporteurReader().Explain("They met in Paris, Texas, in May.", null, trace, TestContext.Current.CancellationToken);
        TraceEntry[] entries = [.. trace.Entries.Where(e => e.Stage == "places" && e.Rule == "place:Paris")];
        Assert.InRange(entries.Length, 2, 4);
        Assert.Contains("USA.TX", Assert.Single(entries, e => e.Kept).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_stand_in_order_inside_the_text_and_overlap_nowhere()
    {
        string[] pieces = ["Paris", "Texas", ", ", " in ", " and ", "-", "Gorno-Badakhshan", "R-", "CA", "Calif.", "W. Va.", "University of ", " County", "the ", "North ", " (", ") ", ". ", "\n", "U.S.", "São Paulo", "’s ", "Lake ", "of ", "\ud83c\uddf5\ud83c\uddea", "LIMA — "];
        var reader = new RapporteurReader();
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(i => pieces[i]))).Sample(
            text =>
            {
                int end = 0;
                foreach (Place place in reader.Read(text).Places)
                {
                    Assert.True(place.Span.Start >= end && place.Span.End <= text.Length && !place.Span.IsEmpty);
                    Assert.InRange(place.Latitude, -90, 90);
                    Assert.InRange(place.Longitude, -180, 180);
                    end = place.Span.End;
                }
            },
            iter: 500);
    }

    [Fact]
    public void A_list_of_thousands_of_places_takes_its_share_of_time()
    {
        Gazetteer towns = new(LanguageModel.Default.Gazetteer);
        string few = List(500), many = List(4000);
        var reader = new RapporteurReader();
        reader.Read(few);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        reader.Read(few);
        long one = watch.ElapsedMilliseconds;
        watch.Restart();
        reader.Read(many);
        Assert.InRange(watch.ElapsedMilliseconds, 0, (20 * one) + 3000);

        string List(int count) => string.Join(". ", Enumerable.Range(0, count).Select(i => $"They met in {towns.NameOf(i)} on Monday")) + ".";
    }
}
