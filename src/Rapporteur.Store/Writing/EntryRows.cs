// SPDX-License-Identifier: Apache-2.0

using Microsoft.Data.Sqlite;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Store.Writing;

/// <summary>The rows of a report's actors and entries.</summary>
internal sealed class EntryRows : IDisposable
{
    /// <summary>Number of the newest migration whose tables these rows fill; reports of a lower one are read again.</summary>
    public const int Layout = 2;

    /// <summary>Longest description that is kept as an alias, in UTF-16 code units.</summary>
    private const int LongestAlias = 80;

    private readonly Insertion addStatement, addActor, addAlias, addAbout, addPlace, addEvent, addParty, addFigure, addRelation, addProvenance;

    public EntryRows(SqliteConnection connection)
    {
        addActor = new(connection, "actor", "report", "number", "name", "kind", "country", "sector", "named");
        addAlias = new(connection, "alias", "actor", "words", "folded", "form", "mentions");
        addStatement = new(connection, "statement", "report", "id", "start", "source", "cue", "cueLemma", "content", "quotation", "act", "negated", "within", "confidence", "actor");
        addAbout = new(connection, "about", "statement", "actor");
        addPlace = new(connection, "place", "report", "start", "words", "name", "country", "latitude", "longitude", "feature", "geonames");
        addEvent = new(connection, "event", "report", "id", "start", "type", "mode", "contexts", "trigger", "lemma", "mentions", "time", "day", "place", "reality", "historical", "within", "confidence");
        addParty = new(connection, "party", "event", "number", "role", "actor", "words", "country", "sector");
        addFigure = new(connection, "figure", "report", "id", "start", "words", "value", "upper", "unit", "currency", "counted", "qualifier", "within", "asOf", "passage");
        addRelation = new(connection, "relation", "report", "id", "start", "words", "subject", "predicate", "object", "role", "time", "ended", "within", "confidence");
        addProvenance = new(connection, "provenance", "report", "start", "kind", "words", "outlet", "url", "actor", "time", "statement");
    }

    private Insertion[] All => [addStatement, addActor, addAlias, addAbout, addPlace, addEvent, addParty, addFigure, addRelation, addProvenance];

    public void Enlist(SqliteTransaction transaction)
    {
        foreach (Insertion insertion in All) insertion.Enlist(transaction);
    }

    /// <summary>Adds everything.</summary>
    public void Add(long report, PreparedReport prepared)
    {
        long[] actors = AddActors(report, prepared.Report);
        AddStatements(report, prepared, actors);
        AddEvents(report, prepared, actors, AddPlaces(report, prepared));
        AddFigures(report, prepared);
        AddRelations(report, prepared, actors);
        AddProvenance(report, prepared, actors);
    }

    public void Dispose()
    {
        foreach (Insertion insertion in All) insertion.Dispose();
    }

    /// <summary>Adds the actors, and gives their keys in the same order.</summary>
    private long[] AddActors(long report, Report read)
    {
        long[] keys = new long[read.Actors.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            Actor actor = read.Actors[i];
            keys[i] = addActor.RunForKey(report, i, actor.Name, RecordWord.Of(actor.Kind), actor.Country, actor.Sector, actor.Mentions.Any(static m => m.Form == MentionForm.Name) ? 1 : 0);
            var aliases = actor.Mentions
                .Where(static m => m.Form == MentionForm.Name || (m.Form == MentionForm.Noun && m.Span.Length <= LongestAlias))
                .GroupBy(m => (Words: m.Span.In(read.Text).ToString(), m.Form))
                .ToDictionary(static g => g.Key, static g => g.Count());
            aliases.TryAdd((actor.Name, MentionForm.Name), 0);
            foreach (((string words, MentionForm form), int mentions) in aliases) addAlias.Run(keys[i], words, Folding.Fold(words), RecordWord.Of(form), mentions);
        }

        return keys;
    }

    private void AddStatements(long report, PreparedReport prepared, long[] actors)
    {
        Report read = prepared.Report;
        var sources = new SourceActors(read.Document);
        (int Start, int End, int Actor)[] mentions = [.. read.Actors.SelectMany(static (actor, i) => actor.Mentions.Select(m => (m.Span.Start, m.Span.End, i))).Order()];
        for (int i = 0; i < read.Statements.Count; i++)
        {
            Statement statement = read.Statements[i];
            long key = addStatement.RunForKey(
                report, Report.StatementId(i), prepared.Places.ToCodePoints(statement.Start),
                statement.Source?.In(read.Text).ToString(), statement.Cue?.Span.In(read.Text).ToString(), statement.Cue?.Lemma,
                prepared.WordsOf(statement.Content), RecordWord.Of(statement.Quotation), RecordWord.Of(statement.Act),
                statement.IsNegated ? 1 : 0, IdOf(statement.Within), Math.Round(statement.Confidence, 3),
                statement.Source is { } source && sources.Of(source) is { } actor ? actors[actor] : null);
            foreach (int about in Mentioned(mentions, statement.Content)) addAbout.Run(key, actors[about]);
        }
    }

    /// <summary>The actors that are mentioned in some spans.</summary>
    private static SortedSet<int> Mentioned((int Start, int End, int Actor)[] mentions, IReadOnlyList<TextSpan> spans)
    {
        SortedSet<int> found = [];
        foreach (TextSpan span in spans)
        {
            int at = Array.BinarySearch(mentions, (span.Start, 0, -1));
            for (int i = at < 0 ? ~at : at; i < mentions.Length && mentions[i].Start < span.End; i++)
            {
                if (mentions[i].End <= span.End) found.Add(mentions[i].Actor);
            }
        }

        return found;
    }

    /// <summary>Adds the places, and gives their keys in the same order.</summary>
    private long[] AddPlaces(long report, PreparedReport prepared)
    {
        Report read = prepared.Report;
        return [.. read.Places.Select(place => addPlace.RunForKey(
            report, prepared.Places.ToCodePoints(place.Span).Start, place.Span.In(read.Text).ToString(), place.Name, place.Country,
            place.Latitude, place.Longitude, RecordWord.Of(place.Feature), place.GeoNames))];
    }

    private void AddEvents(long report, PreparedReport prepared, long[] actors, long[] places)
    {
        Report read = prepared.Report;
        for (int i = 0; i < read.Events.Count; i++)
        {
            PoliticalEvent told = read.Events[i];
            string? time = told.Time is { } t ? read.Times[t].Value : null;
            long key = addEvent.RunForKey(
                report, Report.EventId(i), prepared.Places.ToCodePoints(told.Trigger.Span).Start, RecordWord.Of(told.Type), told.Mode, string.Join(' ', told.Contexts),
                told.Trigger.Span.In(read.Text).ToString(), told.Trigger.Lemma, told.Mentions.Count + 1, time, DayOf(time) ?? read.Origin.AnchorDate ?? read.Origin.Published,
                told.Place is { } p ? places[p] : null, RecordWord.Of(told.Reality), told.IsHistorical ? 1 : 0, IdOf(told.Within), Math.Round(told.Confidence, 3));
            int number = 0;
            foreach (EventParty party in told.Actors) AddParty("actor", party);
            foreach (EventParty party in told.Recipients) AddParty("recipient", party);

            void AddParty(string role, EventParty party) => addParty.Run(
                key, number++, role, party.Actor is { } actor ? actors[actor] : null, party.Span.In(read.Text).ToString(), party.Country, party.Sector);
        }
    }

    private void AddFigures(long report, PreparedReport prepared)
    {
        Report read = prepared.Report;
        for (int i = 0; i < read.Figures.Count; i++)
        {
            Figure figure = read.Figures[i];
            addFigure.Run(
                report, Report.FigureId(i), prepared.Places.ToCodePoints(figure.Span).Start, figure.Span.In(read.Text).ToString(), (double)figure.Value, (double?)figure.Upper,
                RecordWord.Of(figure.Unit), figure.Currency, figure.Of?.In(read.Text).ToString(), RecordWord.Of(figure.Qualifier), IdOf(figure.Within), figure.AsOf,
                SentenceAround(read, figure.Span));
        }
    }

    private void AddRelations(long report, PreparedReport prepared, long[] actors)
    {
        Report read = prepared.Report;
        for (int i = 0; i < read.Relations.Count; i++)
        {
            Relation relation = read.Relations[i];
            addRelation.Run(
                report, Report.RelationId(i), prepared.Places.ToCodePoints(relation.Span).Start, relation.Span.In(read.Text).ToString(), actors[relation.Subject],
                RecordWord.Of(relation.Predicate), relation.Object is { } other ? actors[other] : null, relation.Role, relation.Time, relation.HasEnded ? 1 : 0,
                IdOf(relation.Within), Math.Round(relation.Confidence, 3));
        }
    }

    private void AddProvenance(long report, PreparedReport prepared, long[] actors)
    {
        Report read = prepared.Report;
        foreach (ProvenanceLink link in read.Provenance)
        {
            addProvenance.Run(
                report, prepared.Places.ToCodePoints(link.Span).Start, RecordWord.Of(link.Kind), link.Span.In(read.Text).ToString(), link.Outlet, link.Url,
                link.Actor is { } actor ? actors[actor] : null, link.Time, IdOf(link.Statement));
        }
    }

    private static string? IdOf(int? statement) => statement is { } index ? Report.StatementId(index) : null;

    /// <summary>The day, month or year of a TIMEX3 value that is one: <c>2022-02-25T14:00</c> is 2022-02-25; a week or a duration is none.</summary>
    private static string? DayOf(string? value)
    {
        if (value is null || value.Length < 4 || !value.AsSpan(0, 4).ContainsOnlyDigits()) return null;
        if (value.Length >= 10 && value[4] == '-' && value[7] == '-' && value.AsSpan(5, 2).ContainsOnlyDigits() && value.AsSpan(8, 2).ContainsOnlyDigits()) return value[..10];
        if (value.Length == 7 && value[4] == '-' && value.AsSpan(5, 2).ContainsOnlyDigits()) return value;
        return value[..4];
    }

    /// <summary>The sentence in which a span begins.</summary>
    private static string SentenceAround(Report read, TextSpan span)
    {
        ReadOnlySpan<Sentence> sentences = read.Document.Sentences.AsSpan();
        int around = sentences.FirstEndingAfter(span.Start);
        return (around < sentences.Length ? sentences[around].Span : span).In(read.Text).ToString();
    }
}

/// <summary>Tells digits.</summary>
file static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
