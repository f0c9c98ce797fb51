// SPDX-License-Identifier: Apache-2.0

using System.Text.Json.Serialization;
using CsvHelper.Configuration.Attributes;
using Rapporteur.Documents;
using Rapporteur.Events;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Output;

/// <summary>An event in the columns of POLECAT, and ours behind them: whether it is told as a fact, and on whose word.</summary>
internal sealed class PolecatRow
{
    public PolecatRow()
    {
    }

    public PolecatRow(EventRow row)
    {
        EventType type = Enum.Parse<EventType>(row.Type, ignoreCase: true);
        EventId = $"{row.Report[..16]}-{row.Type}-{row.Start}";
        EventDate = row.Day;
        EventType = row.Type;
        EventMode = row.Mode;
        Intensity = EventScale.IntensityOf(type);
        QuadCode = QuadWord(EventScale.QuadOf(type));
        Contexts = row.Contexts.Length == 0 ? null : row.Contexts.Replace(' ', ';');
        ActorName = row.Actors;
        ActorCountry = row.ActorCountries;
        PrimaryActorSector = row.ActorSectors;
        RecipientName = row.Recipients;
        RecipientCountry = row.RecipientCountries;
        PrimaryRecipientSector = row.RecipientSectors;
        Placename = row.Place;
        Country = row.PlaceCountry;
        Latitude = row.Latitude;
        Longitude = row.Longitude;
        GeoNamesId = row.GeoNames;
        FeatureType = row.PlaceFeature;
        Source = row.Outlet;
        PublicationDate = row.Published;
        Headline = row.Title;
        Version = $"Rapporteur {ReaderVersion.Program}; models {ReaderVersion.Models}; lexicons {ReaderVersion.Lexicons}; PLOVER 2.0";
        Reality = row.Reality;
        ToldBy = row.ToldBy;
        Within = row.Within is null ? null : $"{row.Report[..8]}/{row.Within}";
        Historical = row.Historical != 0;
        Mentions = row.Mentions;
        Trigger = row.Trigger;
        TriggerStart = row.Start;
        Confidence = row.Confidence;
        ReportId = row.Report;
        Url = row.Url;
    }

    [Name("Event ID"), JsonPropertyName("Event ID")]
    public string EventId { get; set; } = "";

    [Name("Event Date"), JsonPropertyName("Event Date")]
    public string? EventDate { get; set; }

    [Name("Event Type"), JsonPropertyName("Event Type")]
    public string EventType { get; set; } = "";

    [Name("Event Mode"), JsonPropertyName("Event Mode")]
    public string? EventMode { get; set; }

    [Name("Intensity"), JsonPropertyName("Intensity")]
    public double Intensity { get; set; }

    [Name("Quad Code"), JsonPropertyName("Quad Code")]
    public string QuadCode { get; set; } = "";

    [Name("Contexts"), JsonPropertyName("Contexts")]
    public string? Contexts { get; set; }

    [Name("Actor Name"), JsonPropertyName("Actor Name")]
    public string? ActorName { get; set; }

    [Name("Actor Country"), JsonPropertyName("Actor Country")]
    public string? ActorCountry { get; set; }

    [Name("Primary Actor Sector"), JsonPropertyName("Primary Actor Sector")]
    public string? PrimaryActorSector { get; set; }

    [Name("Recipient Name"), JsonPropertyName("Recipient Name")]
    public string? RecipientName { get; set; }

    [Name("Recipient Country"), JsonPropertyName("Recipient Country")]
    public string? RecipientCountry { get; set; }

    [Name("Primary Recipient Sector"), JsonPropertyName("Primary Recipient Sector")]
    public string? PrimaryRecipientSector { get; set; }

    [Name("Placename"), JsonPropertyName("Placename")]
    public string? Placename { get; set; }

    [Name("Country"), JsonPropertyName("Country")]
    public string? Country { get; set; }

    [Name("Latitude"), JsonPropertyName("Latitude")]
    public double? Latitude { get; set; }

    [Name("Longitude"), JsonPropertyName("Longitude")]
    public double? Longitude { get; set; }

    [Name("GeoNames ID"), JsonPropertyName("GeoNames ID")]
    public long? GeoNamesId { get; set; }

    [Name("Feature Type"), JsonPropertyName("Feature Type")]
    public string? FeatureType { get; set; }

    [Name("Source"), JsonPropertyName("Source")]
    public string? Source { get; set; }

    [Name("Publication Date"), JsonPropertyName("Publication Date")]
    public string? PublicationDate { get; set; }

    [Name("Headline"), JsonPropertyName("Headline")]
    public string? Headline { get; set; }

    [Name("Version"), JsonPropertyName("Version")]
    public string Version { get; set; } = "";

    [Name("Reality"), JsonPropertyName("Reality")]
    public string Reality { get; set; } = "";

    [Name("Told By"), JsonPropertyName("Told By")]
    public string? ToldBy { get; set; }

    [Name("Within"), JsonPropertyName("Within")]
    public string? Within { get; set; }

    [Name("Historical"), JsonPropertyName("Historical")]
    public bool Historical { get; set; }

    [Name("Mentions"), JsonPropertyName("Mentions")]
    public long Mentions { get; set; }

    [Name("Trigger"), JsonPropertyName("Trigger")]
    public string Trigger { get; set; } = "";

    [Name("Trigger Start"), JsonPropertyName("Trigger Start")]
    public long TriggerStart { get; set; }

    [Name("Confidence"), JsonPropertyName("Confidence")]
    public double Confidence { get; set; }

    [Name("Report ID"), JsonPropertyName("Report ID")]
    public string ReportId { get; set; } = "";

    [Name("URL"), JsonPropertyName("URL")]
    public string? Url { get; set; }

    private static string QuadWord(int quad) => quad switch
    {
        1 => "VERBAL COOPERATION",
        2 => "MATERIAL COOPERATION",
        3 => "VERBAL CONFLICT",
        _ => "MATERIAL CONFLICT",
    };
}
