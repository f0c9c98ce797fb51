// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Reports;

/// <summary>Takes the entries out of a report's JSON, layer by layer. A layer that is not filled gives none.</summary>
internal sealed class EntryReader(JsonElement root, string text, CodePointCounter places, Citation citation, IReadOnlyList<SourcePlace> pages)
{
    private readonly Dictionary<string, JsonElement> actors = root.Items("actors").ToDictionary(a => a.Word("id")!, StringComparer.Ordinal);

    public IReadOnlyList<EntryView> All() =>
    [
        .. root.Items("statements").Select(Statement).Select(WithPlace),
        .. root.Items("events").Select(Event).Select(WithPlace),
        .. root.Items("figures").Select(Figure).Select(WithPlace),
        .. root.Items("relations").Select(Relation).Select(WithPlace),
        .. root.Items("actors").Select(Actor),
        .. root.Items("places").Select(Place),
        .. root.Items("times").Select(Time),
    ];

    public IReadOnlyList<ProvenanceView> Provenance() =>
    [
        .. root.Items("provenance").Select(link => new ProvenanceView(link.Word("kind")!, Span(link),
            Facts(
                Fact("outlet", link.Word("outlet")), Named("person", link.Word("actor")), Fact("date", link.Word("time") is { } time ? ShownText.Date(time) : null),
                Fact("address", link.Word("url"), WebLink(link.Word("url"))), Fact("statement", link.Word("statement"), link.Word("statement") is { } id ? "#" + id : null)))),
    ];

    /// <summary>With the pages of the input that its words stand on, where the input has pages.</summary>
    private EntryView WithPlace(EntryView entry) => PlacesOf(entry.Parts.Select(static p => p.Span)) is { } place ? entry with { Facts = [.. entry.Facts, new("stands on", place)] } : entry;

    private string? PlacesOf(IEnumerable<TextSpan> spans)
        => string.Join(", ", spans.Order().SelectMany(span => SourcePlace.In(pages, span)).Select(static place => place.Name).Distinct()) is { Length: > 0 } names ? names : null;

    private EntryView Statement(JsonElement one)
    {
        TextSpan? source = one.Part("source") is { } s ? Span(s) : null, cue = one.Part("cue") is { } c ? Span(c) : null;
        List<TextSpan> content = [.. one.Items("content").Select(places.SpanOf)];
        string said = string.Join(" … ", content.Select(Words)), quotation = one.Word("quotation")!;
        List<EntryPart> parts = [.. content.Select(span => new EntryPart("content", span))];
        if (source is { } sourceSpan) parts.Add(new("source", sourceSpan));
        if (cue is { } cueSpan) parts.Add(new("cue", cueSpan));
        string? who = source is { } named ? Words(named) : null;
        string kind = quotation switch { "direct" => "quotation", "mixed" => "partly quoted", _ => "in the report’s words" };
        return new()
        {
            Id = one.Word("id")!, Layer = EntryLayer.Statements, Title = who ?? "Source not named", Parts = parts, Confidence = one.Number("confidence"), Within = one.Word("within"),
            Quotation = citation.Of(said, who, quotation, PlacesOf(content)),
            Facts = Facts(
                Verbatim("content", said), Verbatim("cue", cue is { } words ? Words(words) : null), Named("actor", one.Part("source")?.Word("actor")),
                Fact("act", one.Word("act") is { } act ? one.Is("negated") ? $"{act}, told as not said" : act : null), Fact("kind", kind)),
        };
    }

    private EntryView Event(JsonElement one)
    {
        JsonElement trigger = one.Part("trigger")!.Value;
        List<EntryPart> parts = [new("trigger", Span(trigger))];
        parts.AddRange(one.Items("mentions").Select(m => new EntryPart("mention", Span(m))));
        parts.AddRange(one.Items("actors").Select(p => new EntryPart("party", Span(p))));
        parts.AddRange(one.Items("recipients").Select(p => new EntryPart("party", Span(p))));
        if (one.Part("time") is { } time) parts.Add(new("when", Span(time)));
        if (one.Part("place") is { } place) parts.Add(new("where", Span(place)));
        string mode = one.Word("mode") is { } how ? $", {how}" : "";
        return new()
        {
            Id = one.Word("id")!, Layer = EntryLayer.Events, Title = one.Word("type") + mode, Parts = parts, Confidence = one.Number("confidence"), Within = one.Word("within"),
            Facts = Facts(
                Verbatim("words", Words(Span(trigger))), Verbatim("who", Parties(one, "actors")), Verbatim("to whom", Parties(one, "recipients")),
                Fact("when", one.Part("time") is { } when ? ShownText.Date(when.Word("value")) : null), Fact("where", one.Part("place")?.Word("name")),
                Fact("reality", one.Is("historical") ? one.Word("reality") + ", as background" : one.Word("reality")),
                Fact("about", string.Join(", ", one.Items("contexts").Select(c => c.GetString())) is { Length: > 0 } contexts ? contexts : null), ToldBy(one)),
        };
    }

    private EntryView Figure(JsonElement one)
    {
        List<EntryPart> parts = [new("number", Span(one))];
        if (one.Part("of") is { } of) parts.Add(new("of", Span(of)));
        string value = one.GetProperty("value").GetRawText() + (one.Number("upper") is { } upper ? "–" + upper.ToString(CultureInfo.InvariantCulture) : "");
        return new()
        {
            Id = one.Word("id")!, Layer = EntryLayer.Figures, Title = Words(Span(one)), Parts = parts, Within = one.Word("within"),
            Facts = Facts(
                Fact("value", value), Fact("unit", one.Word("currency") ?? one.Word("unit")), Verbatim("of", one.Part("of") is { } counted ? Words(Span(counted)) : null),
                Fact("bounds", ShownText.Spaced(one.Word("qualifier"))), Fact("as of", one.Word("asOf") is { } day ? ShownText.Date(day) : null), Fact("event", one.Word("event"), one.Word("event") is { } id ? "#" + id : null), ToldBy(one)),
        };
    }

    private EntryView Relation(JsonElement one) => new()
    {
        Id = one.Word("id")!, Layer = EntryLayer.Relations, Title = $"{NameOf(one.Word("subject"))}: {ShownText.Spaced(one.Word("predicate"))}", Parts = [new("words", Span(one))],
        Confidence = one.Number("confidence"), Within = one.Word("within"),
        Facts = Facts(
            Named("who", one.Word("subject")), Fact("stands", ShownText.Spaced(one.Word("predicate"))), Named("to", one.Word("object")), Verbatim("role", one.Word("role")),
            Fact("when", one.Word("time") is { } time ? ShownText.Date(time) : null), Fact("holds", one.Is("ended") ? "no more" : null), ToldBy(one)),
    };

    private EntryView Actor(JsonElement one) => new()
    {
        Id = one.Word("id")!, Layer = EntryLayer.Actors, Title = ShownText.Brief(one.Word("name")),
        Parts = [.. one.Items("mentions").Select(m => new EntryPart(m.Word("form") ?? "name", Span(m)))],
        Facts = Facts(Fact("kind", one.Word("kind")), Fact("country", one.Word("country")), Fact("sector", one.Word("sector")), Fact("dossier", "what the record holds", PageAddress.Actor(one.Word("name")!))),
    };

    private EntryView Place(JsonElement one, int index) => new()
    {
        Id = $"p{index + 1}", Layer = EntryLayer.Places, Title = one.Word("name") ?? Words(Span(one)), Parts = [new("words", Span(one))],
        Facts = Facts(Fact("country", one.Word("country")), Fact("kind", one.Word("feature")), Fact("coordinates",
            one.Number("latitude") is { } north && one.Number("longitude") is { } east ? string.Create(CultureInfo.InvariantCulture, $"{north:0.###}, {east:0.###}") : null)),
    };

    private EntryView Time(JsonElement one, int index) => new()
    {
        Id = $"t{index + 1}", Layer = EntryLayer.Times, Title = Words(Span(one)), Parts = [new("words", Span(one))],
        Facts = Facts(Fact("value", one.Word("value")), Fact("type", one.Word("type"))),
    };

    private string? Parties(JsonElement one, string field) => string.Join("; ", one.Items(field).Select(p =>
        string.Join(" ", new[] { Words(Span(p)), p.Word("country"), p.Word("sector") }.Where(w => w is not null)))) is { Length: > 0 } all ? all : null;

    private static EntryFact? ToldBy(JsonElement one) => one.Word("within") is { } id ? new("told in", "statement " + id, "#" + id) : new("told by", "the report itself");

    private EntryFact? Named(string name, string? actor) => actor is not null && actors.TryGetValue(actor, out JsonElement one)
        ? new(name, ShownText.Brief(string.Join(" ", new[] { one.Word("name"), one.Word("country"), one.Word("sector") }.Where(w => w is not null))), PageAddress.Actor(one.Word("name")!))
        : null;

    private string NameOf(string? actor) => actor is not null && actors.TryGetValue(actor, out JsonElement one) ? ShownText.Brief(one.Word("name")) : "somebody";

    private string Words(TextSpan span) => span.In(text).ToString();

    private TextSpan Span(JsonElement one) => places.SpanOf(one, "span");

    private static EntryFact? Fact(string name, string? value, string? link = null) => value is null ? null : new(name, value, link);

    private static EntryFact? Verbatim(string name, string? value) => value is null ? null : new(name, value, IsVerbatim: true);

    private static List<EntryFact> Facts(params ReadOnlySpan<EntryFact?> facts)
    {
        List<EntryFact> kept = [];
        foreach (EntryFact? fact in facts)
        {
            if (fact is not null) kept.Add(fact);
        }

        return kept;
    }

    private static string? WebLink(string? url) => url is not null && (url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal)) ? url : null;
}
