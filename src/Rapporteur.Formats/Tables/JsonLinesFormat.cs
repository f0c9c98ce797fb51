// SPDX-License-Identifier: Apache-2.0

using System.Text;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Formats.Decoding;

namespace Rapporteur.Formats.Tables;

/// <summary>JSON Lines: one object a line, each a report; Rapporteur's own records too.</summary>
internal sealed class JsonLinesFormat : IFormat
{
    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public bool Matches(InputHead head) => head.Trimmed is ['{', ..] && (head.Extension is ".jsonl" or ".ndjson" or ".json" || head.Contains("\":"));

    /// <inheritdoc/>
    public IEnumerable<InputItem> Read(InputSource source, FormatContext context)
    {
        using var decoder = new TextDecoder(source, SourceEncoding.Detect(source.Peek(InputHead.Size)));
        var line = new StringBuilder();
        for (int number = 1; ; number++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            bool isLast = !ReadLine(decoder, line, context.Limits.MaxLineChars, out bool tooLong);
            if (tooLong) yield return context.Failure($"line {number}", $"the line is longer than {context.Limits.MaxLineChars >> 20} million characters");
            else if (line.Length > 0 && !(isLast && (decoder.Problem ?? source.Fault) is not null)) yield return decoder.Noted(Item(line.ToString(), number, context));
            if (isLast) break;
        }

        if (decoder.Problem is { } problem) yield return context.Failure(problem);
    }

    private static bool ReadLine(TextReader reader, StringBuilder line, int limit, out bool tooLong)
    {
        line.Clear();
        tooLong = false;
        for (int c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (c == '\n') return true;
            if (line.Length >= limit) tooLong = true;
            else if (c != '\r' && (line.Length > 0 || !char.IsWhiteSpace((char)c))) line.Append((char)c);
        }

        return false;
    }

    private static InputItem Item(string line, int number, FormatContext context)
    {
        string place = $"line {number}";
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return JsonReport.Of(json.RootElement, place, context);
        }
        catch (JsonException problem)
        {
            return context.Failure(place, $"it is not well-formed JSON at character {problem.BytePositionInLine + 1}");
        }
    }
}
