// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;

namespace Rapporteur.Formats.Tables;

/// <summary>The report that a JSON object holds: its text in a field, or, in Rapporteur's own records, in that of its report.</summary>
internal static class JsonReport
{
    /// <summary>The report, or why there is none.</summary>
    public static InputItem Of(JsonElement value, string place, FormatContext context)
    {
        if (value.ValueKind != JsonValueKind.Object) return context.Failure(place, "it is no JSON object");
        try
        {
            JsonElement root = value.TryGetProperty("format", out JsonElement format) && format.ValueKind == JsonValueKind.String
                && format.GetString()!.StartsWith("rapporteur/", StringComparison.Ordinal) && value.TryGetProperty("report", out JsonElement report)
                && report.ValueKind == JsonValueKind.Object ? report : value;
            return FieldNames.Report(context, place, root.EnumerateObject().Select(p => p.Name), names => Field(root, names));
        }
        catch (InvalidOperationException)
        {
            return context.Failure(place, "a string holds half a surrogate pair (a lone surrogate), which is no character");
        }
    }

    /// <summary>The text in the first of some fields that is there, letter case ignored, or null.</summary>
    private static string? Field(JsonElement root, string[] names)
    {
        foreach (string name in names)
        {
            foreach (JsonProperty property in root.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String) return property.Value.GetString();
            }
        }

        return null;
    }
}
