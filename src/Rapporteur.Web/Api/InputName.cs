// SPDX-License-Identifier: Apache-2.0

using System.Text.Json;
using Rapporteur.Web.Serving;

namespace Rapporteur.Web.Api;

/// <summary>Takes the folders of this machine out of a report's JSON; all else stays byte for byte.</summary>
internal static class InputName
{
    public static byte[] WithoutFolders(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2 || !reader.ValueTextEquals("input"u8)) continue;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("name"u8)) continue;
                reader.Read();
                byte[] shown = JsonSerializer.SerializeToUtf8Bytes(ShownText.FileName(reader.GetString()!));
                return [.. json.AsSpan(0, (int)reader.TokenStartIndex), .. shown, .. json.AsSpan((int)reader.BytesConsumed)];
            }
        }

        return json;
    }
}
