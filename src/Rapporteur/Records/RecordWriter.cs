// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>Writes a report as <c>rapporteur/1</c>: docs/record.md says what each field means.</summary>
internal static class RecordWriter
{
    /// <summary>One line; letters of every script as they are. Whoever puts JSON into a page encodes it for the page.</summary>
    public static JsonWriterOptions JsonOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Report report, Utf8JsonWriter json)
    {
        var places = new CodePointCounter(report.Text);
        json.WriteStartObject();
        json.WriteString("format"u8, Report.Format);
        WriteReport(report, json);
        WriteUnread(report, json, places);
        WritePassages(report, json, places);
        WriteSentences(report, json, places);
        WriteActors(report, json, places);
        WriteTimes(report, json, places);
        WritePlaces(report, json, places);
        WriteStatements(report, json, places);
        WriteEvents(report, json, places);
        WriteFigures(report, json, places);
        WriteRelations(report, json, places);
        WriteProvenance(report, json, places);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteReport(Report report, Utf8JsonWriter json)
    {
        Origin origin = report.Origin;
        json.WriteStartObject("report"u8);
        json.WriteString("id"u8, report.Id);
        json.WriteStartObject("input"u8);
        json.WriteString("name"u8, report.Input.Name);
        json.WriteNumber("index"u8, report.Input.Index);
        WriteSpanOrNull(json, "span"u8, report.Input.Span);
        json.WriteEndObject();
        json.WriteString("title"u8, origin.Title);
        json.WriteString("outlet"u8, origin.Outlet);
        json.WriteString("author"u8, origin.Author);
        json.WriteString("firstPublishedBy"u8, origin.FirstPublishedBy);
        json.WriteString("published"u8, origin.Published);
        json.WriteString("anchorDate"u8, origin.AnchorDate);
        json.WriteString("anchorDateFrom"u8, origin.AnchorDateFrom is { } from ? RecordWord.Of(from) : null);
        json.WriteString("language"u8, report.Language);
        json.WriteString("text"u8, report.Text);
        json.WriteEndObject();
    }

    private static void WriteUnread(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("unread"u8);
        foreach (UnreadPart part in report.Unread)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(part.Span));
            json.WriteString("why"u8, part.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePassages(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("passages"u8);
        foreach (Passage passage in report.Passages)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(passage.Span));
            json.WriteString("kind"u8, RecordWord.Of(passage.Kind));
            json.WriteString("language"u8, passage.Language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSentences(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        Span<char> lemma = stackalloc char[512];
        json.WriteStartArray("sentences"u8);
        foreach (Sentence sentence in report.Sentences)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(sentence.Span));
            json.WriteStartArray("tokens"u8);
            TokenRange range = report.Tokens.RangeOf(sentence.Span);
            for (int i = range.First; i < range.End; i++)
            {
                json.WriteStartObject();
                WriteSpan(json, "span"u8, places.ToCodePoints(report.Tokens.SpanOf(i)));
                if (report.Tokens.WordOf(i).Length + 32 > lemma.Length) json.WriteString("lemma"u8, report.Tags.LemmaOf(i));
                else json.WriteString("lemma"u8, lemma[..report.Tags.WriteLemma(i, lemma)]);
                json.WriteString("upos"u8, RecordWord.Of(report.Tags.UposOf(i)));
                json.WriteString("xpos"u8, report.Tags.XposOf(i));
                int head = report.Trees.HeadOf(i);
                json.WriteNumber("head"u8, head < 0 ? 0 : head - range.First + 1);
                json.WriteString("deprel"u8, TreeTable.LabelOf(report.Trees.DeprelOf(i)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteActors(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("actors"u8);
        for (int i = 0; i < report.Actors.Count; i++)
        {
            Actor actor = report.Actors[i];
            json.WriteStartObject();
            json.WriteString("id"u8, Report.ActorId(i));
            json.WriteString("name"u8, actor.Name);
            json.WriteString("kind"u8, RecordWord.Of(actor.Kind));
            json.WriteString("country"u8, actor.Country);
            json.WriteString("sector"u8, actor.Sector);
            json.WriteStartObject("identifiers"u8);
            foreach ((string scheme, string id) in actor.Identifiers.OrderBy(static p => p.Key, StringComparer.Ordinal)) json.WriteString(scheme, id);
            json.WriteEndObject();
            json.WriteStartArray("mentions"u8);
            foreach (Mention mention in actor.Mentions)
            {
                json.WriteStartObject();
                WriteSpan(json, "span"u8, places.ToCodePoints(mention.Span));
                json.WriteString("form"u8, RecordWord.Of(mention.Form));
                json.WriteString("nameType"u8, mention.NameType is { } type ? RecordWord.Of(type) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatements(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        var actors = new SourceActors(report.Document);
        json.WriteStartArray("statements"u8);
        for (int i = 0; i < report.Statements.Count; i++)
        {
            Statement statement = report.Statements[i];
            json.WriteStartObject();
            json.WriteString("id"u8, Report.StatementId(i));
            json.WriteString("quotation"u8, RecordWord.Of(statement.Quotation));
            if (statement.Source is { } source)
            {
                json.WriteStartObject("source"u8);
                WriteSpan(json, "span"u8, places.ToCodePoints(source));
                json.WriteString("actor"u8, actors.Of(source) is { } actor ? Report.ActorId(actor) : null);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("source"u8);
            }

            if (statement.Cue is { } cue)
            {
                json.WriteStartObject("cue"u8);
                WriteSpan(json, "span"u8, places.ToCodePoints(cue.Span));
                json.WriteString("lemma"u8, cue.Lemma);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("cue"u8);
            }

            json.WriteStartArray("content"u8);
            foreach (TextSpan part in statement.Content) WriteSpanItem(json, places.ToCodePoints(part));
            json.WriteEndArray();
            json.WriteString("act"u8, RecordWord.Of(statement.Act));
            json.WriteBoolean("negated"u8, statement.IsNegated);
            json.WriteString("within"u8, statement.Within is { } outer ? Report.StatementId(outer) : null);
            json.WriteNumber("confidence"u8, Math.Round(statement.Confidence, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProvenance(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("provenance"u8);
        foreach (ProvenanceLink link in report.Provenance)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, RecordWord.Of(link.Kind));
            WriteSpan(json, "span"u8, places.ToCodePoints(link.Span));
            json.WriteString("outlet"u8, link.Outlet);
            json.WriteString("actor"u8, link.Actor is { } actor ? Report.ActorId(actor) : null);
            json.WriteString("url"u8, link.Url);
            json.WriteString("time"u8, link.Time);
            json.WriteString("statement"u8, link.Statement is { } statement ? Report.StatementId(statement) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimes(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("times"u8);
        foreach (TimeExpression time in report.Times)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(time.Span));
            json.WriteString("type"u8, RecordWord.Of(time.Type));
            json.WriteString("value"u8, time.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("places"u8);
        foreach (Place place in report.Places)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(place.Span));
            json.WriteString("name"u8, place.Name);
            json.WriteString("country"u8, place.Country);
            json.WriteNumber("latitude"u8, place.Latitude);
            json.WriteNumber("longitude"u8, place.Longitude);
            json.WriteString("feature"u8, RecordWord.Of(place.Feature));
            json.WriteStartObject("identifiers"u8);
            if (place.GeoNames is { } number) json.WriteString("geonames"u8, number.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvents(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("events"u8);
        for (int i = 0; i < report.Events.Count; i++)
        {
            PoliticalEvent one = report.Events[i];
            json.WriteStartObject();
            json.WriteString("id"u8, Report.EventId(i));
            json.WriteString("type"u8, RecordWord.Of(one.Type));
            json.WriteString("mode"u8, one.Mode);
            json.WriteStartArray("contexts"u8);
            foreach (string context in one.Contexts) json.WriteStringValue(context);
            json.WriteEndArray();
            json.WritePropertyName("trigger"u8);
            WriteTrigger(json, one.Trigger, places);
            json.WriteStartArray("mentions"u8);
            foreach (EventTrigger mention in one.Mentions) WriteTrigger(json, mention, places);
            json.WriteEndArray();
            WriteParties(json, "actors"u8, one.Actors, places);
            WriteParties(json, "recipients"u8, one.Recipients, places);
            if (one.Time is { } t)
            {
                json.WriteStartObject("time"u8);
                WriteSpan(json, "span"u8, places.ToCodePoints(report.Times[t].Span));
                json.WriteString("value"u8, report.Times[t].Value);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("time"u8);
            }

            if (one.Place is { } p)
            {
                json.WriteStartObject("place"u8);
                WriteSpan(json, "span"u8, places.ToCodePoints(report.Places[p].Span));
                json.WriteString("name"u8, report.Places[p].Name);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("place"u8);
            }

            json.WriteString("reality"u8, RecordWord.Of(one.Reality));
            json.WriteBoolean("historical"u8, one.IsHistorical);
            json.WriteString("within"u8, one.Within is { } outer ? Report.StatementId(outer) : null);
            json.WriteNumber("confidence"u8, Math.Round(one.Confidence, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTrigger(Utf8JsonWriter json, EventTrigger trigger, CodePointCounter places)
    {
        json.WriteStartObject();
        WriteSpan(json, "span"u8, places.ToCodePoints(trigger.Span));
        json.WriteString("lemma"u8, trigger.Lemma);
        json.WriteEndObject();
    }

    private static void WriteParties(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<EventParty> parties, CodePointCounter places)
    {
        json.WriteStartArray(name);
        foreach (EventParty party in parties)
        {
            json.WriteStartObject();
            WriteSpan(json, "span"u8, places.ToCodePoints(party.Span));
            json.WriteString("actor"u8, party.Actor is { } actor ? Report.ActorId(actor) : null);
            json.WriteString("country"u8, party.Country);
            json.WriteString("sector"u8, party.Sector);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("figures"u8);
        for (int i = 0; i < report.Figures.Count; i++)
        {
            Figure figure = report.Figures[i];
            json.WriteStartObject();
            json.WriteString("id"u8, Report.FigureId(i));
            WriteSpan(json, "span"u8, places.ToCodePoints(figure.Span));
            json.WriteNumber("value"u8, figure.Value);
            if (figure.Upper is { } upper) json.WriteNumber("upper"u8, upper);
            else json.WriteNull("upper"u8);
            json.WriteString("unit"u8, RecordWord.Of(figure.Unit));
            json.WriteString("currency"u8, figure.Currency);
            if (figure.Of is { } of)
            {
                json.WriteStartObject("of"u8);
                WriteSpan(json, "span"u8, places.ToCodePoints(of));
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("of"u8);
            }

            json.WriteString("qualifier"u8, RecordWord.Of(figure.Qualifier));
            json.WriteString("within"u8, figure.Within is { } outer ? Report.StatementId(outer) : null);
            json.WriteString("event"u8, figure.Event is { } told ? Report.EventId(told) : null);
            json.WriteString("asOf"u8, figure.AsOf);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelations(Report report, Utf8JsonWriter json, CodePointCounter places)
    {
        json.WriteStartArray("relations"u8);
        for (int i = 0; i < report.Relations.Count; i++)
        {
            Relation relation = report.Relations[i];
            json.WriteStartObject();
            json.WriteString("id"u8, Report.RelationId(i));
            WriteSpan(json, "span"u8, places.ToCodePoints(relation.Span));
            json.WriteString("subject"u8, Report.ActorId(relation.Subject));
            json.WriteString("predicate"u8, RecordWord.Of(relation.Predicate));
            json.WriteString("object"u8, relation.Object is { } other ? Report.ActorId(other) : null);
            json.WriteString("role"u8, relation.Role);
            json.WriteString("time"u8, relation.Time);
            json.WriteBoolean("ended"u8, relation.HasEnded);
            json.WriteString("within"u8, relation.Within is { } outer ? Report.StatementId(outer) : null);
            json.WriteNumber("confidence"u8, Math.Round(relation.Confidence, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpanOrNull(Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan? span)
    {
        if (span is { } there) WriteSpan(json, name, there);
        else json.WriteNull(name);
    }

    private static void WriteSpan(Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan span)
    {
        json.WritePropertyName(name);
        WriteSpanItem(json, span);
    }

    private static void WriteSpanItem(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
