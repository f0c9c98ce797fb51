// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Web.Reports;

/// <summary>Reads the fields of a report's JSON.</summary>
internal static class RecordJson
{
    /// <summary>A field's text; null where it is null or absent.</summary>
    public static string? Word(this JsonElement element, string field)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The items of a list; none where it is null or absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string field)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>A field that is an object; null where it is null or absent.</summary>
    public static JsonElement? Part(this JsonElement element, string field)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A number; null where it is null or absent.</summary>
    public static double? Number(this JsonElement element, string field)
        => element.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>Whether a field is true.</summary>
    public static bool Is(this JsonElement element, string field) => element.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A span of code points as one of UTF-16.</summary>
    public static TextSpan SpanOf(this CodePointCounter places, JsonElement element, string field) => places.SpanOf(element.GetProperty(field));

    /// <summary>A span of code points as one of UTF-16.</summary>
    public static TextSpan SpanOf(this CodePointCounter places, JsonElement pair) => places.ToUtf16(new TextSpan(pair[0].GetInt32(), pair[1].GetInt32()));
}
