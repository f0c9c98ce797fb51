// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Store.Querying;

namespace Rapporteur.Cli.Output;

/// <summary>Text and input of a stored report, taken out of its JSON.</summary>
internal static class StoredText
{
    public static (string Text, InputReference Input) Of(StoredReport stored)
    {
        using JsonDocument json = JsonDocument.Parse(stored.Json);
        JsonElement report = json.RootElement.GetProperty("report");
        JsonElement input = report.GetProperty("input");
        JsonElement span = input.GetProperty("span");
        TextSpan? place = span.ValueKind == JsonValueKind.Array ? new(span[0].GetInt32(), span[1].GetInt32()) : null;
        return (report.GetProperty("text").GetString()!, new(input.GetProperty("name").GetString()!, input.GetProperty("index").GetInt32(), place));
    }
}
