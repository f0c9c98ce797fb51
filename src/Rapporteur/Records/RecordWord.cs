// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>The record's words for the labels: the label's own name with a small first letter.</summary>
public static class RecordWord
{
    /// <summary>The word for a kind of passage: <c>editorNote</c>.</summary>
    public static string Of(PassageKind kind) => Words<PassageKind>.All[(int)kind];

    /// <summary>The word for the way in which words are given: <c>direct</c>.</summary>
    public static string Of(QuotationKind kind) => Words<QuotationKind>.All[(int)kind];

    /// <summary>The word for an act: <c>accuse</c>.</summary>
    public static string Of(SpeechAct act) => Words<SpeechAct>.All[(int)act];

    /// <summary>The word for how an anchor date is known: <c>input</c>.</summary>
    public static string Of(AnchorSource source) => Words<AnchorSource>.All[(int)source];

    /// <summary>The word for a kind of provenance: <c>republishedFrom</c>.</summary>
    public static string Of(ProvenanceKind kind) => Words<ProvenanceKind>.All[(int)kind];

    /// <summary>A part of speech as Universal Dependencies writes it: <c>PROPN</c>.</summary>
    public static string Of(Upos upos) => Tags[(int)upos];

    /// <summary>A kind of name as CoNLL-2003 writes it: <c>PER</c>.</summary>
    public static string Of(NameType type) => type switch
    {
        NameType.Person => "PER",
        NameType.Organization => "ORG",
        NameType.Location => "LOC",
        _ => "MISC",
    };

    /// <summary>The word for what an actor is: <c>person</c>.</summary>
    public static string Of(ActorKind kind) => Words<ActorKind>.All[(int)kind];

    /// <summary>The word for how a mention names its actor: <c>noun</c>.</summary>
    public static string Of(MentionForm form) => Words<MentionForm>.All[(int)form];

    /// <summary>The TIMEX3 word for a kind of time: <c>DATE</c>.</summary>
    public static string Of(TimeType type) => Times[(int)type];

    /// <summary>The word for what a place is: <c>city</c>.</summary>
    public static string Of(PlaceFeature feature) => Words<PlaceFeature>.All[(int)feature];

    /// <summary>The word for what a figure is measured in: <c>percent</c>.</summary>
    public static string Of(FigureUnit unit) => Words<FigureUnit>.All[(int)unit];

    /// <summary>The word for how a figure bounds what is counted: <c>atLeast</c>.</summary>
    public static string Of(FigureQualifier qualifier) => Words<FigureQualifier>.All[(int)qualifier];

    /// <summary>PLOVER's word for a type of event: <c>SANCTION</c>.</summary>
    public static string Of(EventType type) => Events[(int)type];

    /// <summary>The word for whether an event is told as having happened: <c>asserted</c>.</summary>
    public static string Of(EventReality reality) => Words<EventReality>.All[(int)reality];

    /// <summary>The word for how one actor stands to another: <c>holdsRole</c>.</summary>
    public static string Of(RelationKind kind) => Words<RelationKind>.All[(int)kind];

    private static readonly string[] Times = [.. Enum.GetNames<TimeType>().Select(static n => n.ToUpperInvariant())];

    private static readonly string[] Events = [.. Enum.GetNames<EventType>().Select(static n => n.ToUpperInvariant())];

    private static readonly string[] Tags = [.. Enum.GetNames<Upos>().Select(static n => n.ToUpperInvariant())];

    private static class Words<TLabel>
        where TLabel : struct, Enum
    {
        public static readonly string[] All = [.. Enum.GetValues<TLabel>().Select(Word)];

        private static string Word(TLabel label)
        {
            string name = label.ToString();
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}
