// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>One report as read: its text, where it comes from, and the entries, each tied to words of the text.</summary>
/// <remarks>
/// Immutable and safe to share. Spans count UTF-16 code units, so that <c>report.Text[span.Start..span.End]</c> is the
/// words; the JSON form (<see cref="WriteTo"/>) counts Unicode code points, as Python, R and web annotations do.
/// </remarks>
public sealed class Report
{
    /// <summary>Name and number of the JSON form.</summary>
    public const string Format = "rapporteur/1";

    /// <summary>A buffer of more bytes is not kept: reports of that length are rare.</summary>
    private const int MostJsonKept = 1 << 21;

    // One a thread: most reports want one too large for the heap's young part.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? jsonBuffer;

    /// <summary>Takes a document that every stage of the default pipeline has read.</summary>
    /// <exception cref="InvalidOperationException">A layer is not filled; the message names it.</exception>
    public Report(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Document = document;
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        Language = MainLanguage(document);
        Origin = document.Origin;
    }

    /// <summary>The document, for what needs its indexes.</summary>
    internal Document Document { get; }

    /// <summary>SHA-256 of the text in UTF-8, hexadecimal: the same text is the same report, wherever it came from.</summary>
    public string Id { get; }

    /// <summary>Which report of which input it is.</summary>
    public InputReference Input => Document.Input;

    /// <summary>What was known of it beforehand.</summary>
    public ReadOptions Options => Document.Options;

    /// <summary>Where it comes from.</summary>
    public Origin Origin { get; }

    /// <summary>Language of most of its words, ISO 639-1; <c>und</c> if no passage tells.</summary>
    public string Language { get; }

    /// <summary>The text, as it was read.</summary>
    public string Text => Document.Text;

    /// <summary>What was seen and not analysed.</summary>
    public IReadOnlyList<UnreadPart> Unread => Document.Unread;

    /// <summary>Passages, in order of the text.</summary>
    public IReadOnlyList<Passage> Passages => Document.Passages;

    /// <summary>Sentences of the passages that were read.</summary>
    public IReadOnlyList<Sentence> Sentences => Document.Sentences;

    /// <summary>Tokens of the sentences.</summary>
    public TokenTable Tokens => Document.Tokens;

    /// <summary>Parts of speech and lemmas of the tokens.</summary>
    public TagTable Tags => Document.Tags;

    /// <summary>Dependency trees of the sentences.</summary>
    public TreeTable Trees => Document.Trees;

    /// <summary>Names, in order of the text.</summary>
    public IReadOnlyList<Name> Names => Document.Names;

    /// <summary>Statements, in order of their first word.</summary>
    public IReadOnlyList<Statement> Statements => Document.Statements;

    /// <summary>Actors, in order of their first mention.</summary>
    public IReadOnlyList<Actor> Actors => Document.Actors;

    /// <summary>Times, in order of the text; empty, as each layer below, where the pipeline was built without the stage that fills it.</summary>
    public IReadOnlyList<TimeExpression> Times => Document.Times.IsFilled ? Document.Times : [];

    /// <summary>Places, in order of the text.</summary>
    public IReadOnlyList<Place> Places => Document.Places.IsFilled ? Document.Places : [];

    /// <summary>Figures, in order of the text.</summary>
    public IReadOnlyList<Figure> Figures => Document.Figures.IsFilled ? Document.Figures : [];

    /// <summary>Events, in order of their triggers.</summary>
    public IReadOnlyList<PoliticalEvent> Events => Document.Events.IsFilled ? Document.Events : [];

    /// <summary>Relations, in order of the text.</summary>
    public IReadOnlyList<Relation> Relations => Document.Relations.IsFilled ? Document.Relations : [];

    /// <summary>How the words reached the page.</summary>
    public IReadOnlyList<ProvenanceLink> Provenance => Document.Provenance;

    /// <summary>Id of a statement within the report: <c>s1</c> is the first.</summary>
    public static string StatementId(int index) => string.Create(null, stackalloc char[12], $"s{index + 1}");

    /// <summary>Id of an actor within the report: <c>a1</c> is the first.</summary>
    public static string ActorId(int index) => string.Create(null, stackalloc char[12], $"a{index + 1}");

    /// <summary>Id of an event within the report: <c>e1</c> is the first.</summary>
    public static string EventId(int index) => string.Create(null, stackalloc char[12], $"e{index + 1}");

    /// <summary>Id of a figure within the report: <c>f1</c> is the first.</summary>
    public static string FigureId(int index) => string.Create(null, stackalloc char[12], $"f{index + 1}");

    /// <summary>Id of a relation within the report: <c>r1</c> is the first.</summary>
    public static string RelationId(int index) => string.Create(null, stackalloc char[12], $"r{index + 1}");

    /// <summary>Writes the report as one JSON object, spans in Unicode code points.</summary>
    public void WriteTo(Utf8JsonWriter writer) => RecordWriter.Write(this, writer);

    /// <summary>The report as one line of JSON, without the line's end.</summary>
    public byte[] ToJson()
    {
        // About twenty bytes a character, most of them of the tokens; too small a guess copies megabytes.
        int guess = (Text.Length * 24) + 1024;
        ArrayBufferWriter<byte> buffer = jsonBuffer is { } mine && mine.Capacity >= guess ? mine : new(guess);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.JsonOptions)) WriteTo(writer);
        jsonBuffer = buffer.Capacity <= MostJsonKept ? buffer : null;
        return buffer.WrittenSpan.ToArray();
    }

    private static string MainLanguage(Document document)
    {
        Dictionary<string, int> letters = [];
        foreach (Passage passage in document.Passages)
        {
            if (passage.Language != "und") letters[passage.Language] = letters.GetValueOrDefault(passage.Language) + passage.Span.Length;
        }

        return letters.Count == 0 ? "und" : letters.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key;
    }
}
