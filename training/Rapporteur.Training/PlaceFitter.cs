// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Models;
using Rapporteur.Places;

namespace Rapporteur.Training;

/// <summary>Tries other weights of the resolver of places, one at a time, and prints how many places each puts right.</summary>
/// <remarks>Right is a place whose words overlap and that lies within 161 km, or a country that is the right one.</remarks>
internal static class PlaceFitter
{
    private const double Radius = 6371;
    private const double NearKilometres = 161;

    public static int Run(string path, TextWriter output)
    {
        PlaceIndex index = PlaceIndex.Open(LanguageModel.Default);
        List<(Document Document, Gold[] Gold)> articles = [.. File.ReadLines(path).Select(line => Read(line))];
        ResolverWeights weights = ResolverWeights.Fitted;
        int best = Right(articles, index, weights);
        output.WriteLine($"{best} right with {weights}");
        for (bool better = true; better;)
        {
            better = false;
            foreach (ResolverWeights other in Others(weights).ToArray())
            {
                int right = Right(articles, index, other);
                output.WriteLine($"{right} right with {other}");
                if (right <= best) continue;
                (best, weights, better) = (right, other, true);
            }
        }

        output.WriteLine($"best: {best} right with {weights}");
        return 0;
    }

    private static IEnumerable<ResolverWeights> Others(ResolverWeights w)
    {
        foreach (int percent in (int[])[75, 135])
        {
            yield return w with { HalfLife = Math.Max(5, w.HalfLife * percent / 100) };
            yield return w with { SameCountry = w.SameCountry * percent / 100 };
            yield return w with { SameUnit = w.SameUnit * percent / 100 };
            yield return w with { Near = w.Near * percent / 100 };
            yield return w with { Contained = w.Contained * percent / 100 };
            yield return w with { OfKind = w.OfKind * percent / 100 };
        }
    }

    private static int Right(List<(Document Document, Gold[] Gold)> articles, PlaceIndex index, ResolverWeights weights)
    {
        int right = 0;
        foreach ((Document document, Gold[] gold) in articles)
        {
            FoundPlaces found = new PlaceFinder(document, index, PlaceWords.Default).Find(CancellationToken.None);
            HashSet<Containment> containments = new ContainmentFinder(document.Tokens, PlaceWords.Default).Find(found.Mentions);
            new PlaceResolver(found, containments, index.Towns, weights).Resolve();
            Place[] places = new PlaceMaker(found, index.Towns, Trace.Off).Make();
            right += gold.Count(g => places.Any(p => p.Span.Overlaps(g.Span) && g.Fits(p)));
        }

        return right;
    }

    private static (Document, Gold[]) Read(string line)
    {
        using JsonDocument article = JsonDocument.Parse(line);
        JsonElement root = article.RootElement;
        string text = root.GetProperty("text").GetString()!;
        var document = new Document(text, ReadOptions.None, new InputReference("article", 0, null));
        foreach (IStage stage in DefaultPipeline.Create().Build().Stages.TakeWhile(s => s is not PlaceStage)) stage.Run(document, StageContext.Plain);
        return (document, [.. root.GetProperty("places").EnumerateArray().Select(p => Gold.Read(text, p))]);
    }

    private sealed record Gold(TextSpan Span, double Latitude, double Longitude, string? Country, bool IsCountry)
    {
        public static Gold Read(string text, JsonElement place) => new(
            new(Offset(text, place.GetProperty("span")[0].GetInt32()), Offset(text, place.GetProperty("span")[1].GetInt32())),
            place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble(), place.GetProperty("country").GetString(), place.GetProperty("feature").GetString() == "country");

        public bool Fits(Place place)
        {
            if (IsCountry && place.Feature == PlaceFeature.Country && place.Country == Country) return true;
            double north = (place.Latitude - Latitude) * Math.PI / 180, east = (place.Longitude - Longitude) * Math.PI / 180 * Math.Cos((place.Latitude + Latitude) * Math.PI / 360);
            return Radius * Math.Sqrt((north * north) + (east * east)) <= NearKilometres;
        }

        /// <summary>The offset in UTF-16 of one in code points.</summary>
        private static int Offset(string text, int codePoints)
        {
            int at = 0;
            for (; codePoints > 0; codePoints--) at += char.IsSurrogatePair(text, at) ? 2 : 1;
            return at;
        }
    }
}
