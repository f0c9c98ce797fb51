// SPDX-License-Identifier: Apache-2.0

using System.Text;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Tables;

/// <summary>One JSON value over many lines: an array of objects, each a report, or an object that is a report or holds such an array.</summary>
internal sealed class JsonFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Trimmed switch
    {
        ['[', .. var rest] => rest.AsSpan().TrimStart() is ['{', ..],
        ['{', ..] => head.Contains("\":") && FirstLine(head.Trimmed) is [.., '{' or '[' or ','],
        _ => false,
    };

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        using var decoder = new TextDecoder(source, SourceEncoding.Detect(source.Peek(InputHead.Size)));
        (JsonDocument? json, InputFailure? failure) = Parse(decoder, source, context);
        if (json is null)
        {
            if (failure is not null) yield return failure;
            yield break;
        }

        using (json)
        {
            int number = 0;
            foreach (JsonElement item in Objects(json.RootElement, context.Options.TextField))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                yield return decoder.Noted(JsonReport.Of(item, $"object {++number}", context));
            }

            if (number == 0) yield return context.Failure(null, "the list holds no objects");
        }
    }

    private static (JsonDocument? Json, InputFailure? Failure) Parse(TextDecoder decoder, InputSource source, FormatContext context)
    {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        while (decoder.Read(buffer.AsSpan()) is > 0 and int got)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            text.Append(buffer, 0, got);
            if (text.Length > context.Limits.MaxLineChars)
                return (null, context.Failure(null, $"it is one JSON value of more than {context.Limits.MaxLineChars >> 20} million characters; JSON Lines, an object a line, may be of any length"));
        }

        if (decoder.Problem is { } problem) return (null, context.Failure(problem));
        if (source.Fault is not null) return (null, null);      // told by whoever opened the source
        try
        {
            return (JsonDocument.Parse(text.ToString()), null);
        }
        catch (JsonException broken)
        {
            return (null, context.Failure($"line {broken.LineNumber + 1}", $"it is not well-formed JSON at character {broken.BytePositionInLine + 1}"));
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root, string? textField)
    {
        JsonElement? list = null;
        try
        {
            list = ListIn(root, textField);
        }
        catch (InvalidOperationException)
        {
            // A field's name holds half a surrogate pair: the object is taken whole, and its failure tells it.
        }

        if (list is null) yield return root;
        else foreach (JsonElement item in list.Value.EnumerateArray()) yield return item;
    }

    /// <summary>The value itself if it is an array, or the first array of objects in an object that has no text of its own.</summary>
    private static JsonElement? ListIn(JsonElement root, string? textField)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind != JsonValueKind.Object || root.TryGetProperty("format", out _)) return null;
        string[] names = textField is null ? FieldNames.Text : [textField];
        JsonElement? list = null;
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && names.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) return null;
            if (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0 && property.Value[0].ValueKind == JsonValueKind.Object) list ??= property.Value;
        }

        return list;
    }

    private static ReadOnlySpan<char> FirstLine(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? default : text.AsSpan(0, end).TrimEnd();
    }
}
