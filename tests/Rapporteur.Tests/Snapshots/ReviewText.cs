// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Documents;
using Rapporteur.Records;

namespace Rapporteur.Tests.Snapshots;

/// <summary>
/// A report's JSON as text to review: every span as its words, every entry's spans in brackets inside its sentences. Nothing in it is told
/// by field, so that a field or a list that is added to the record shows without a change here; what is null, false or empty is left out.
/// </summary>
internal sealed class ReviewText
{
    private readonly StringBuilder lines = new();
    private readonly string text;
    private readonly CodePointCounter places;
    private readonly List<TextSpan> sentences;

    private ReviewText(JsonElement record)
    {
        text = record.GetProperty("report").GetProperty("text").GetString()!;
        places = new CodePointCounter(text);
        sentences = [.. record.GetProperty("sentences").EnumerateArray().Select(s => Span(s.GetProperty("span")))];
    }

    /// <summary>The text of one line of JSON.</summary>
    public static string Of(byte[] json)
    {
        using JsonDocument record = JsonDocument.Parse(json);
        var review = new ReviewText(record.RootElement);
        review.Write(record.RootElement);
        return review.lines.ToString();
    }

    private void Write(JsonElement record)
    {
        foreach (JsonProperty part in record.EnumerateObject())
        {
            if (part.Value.ValueKind == JsonValueKind.Object) WriteHead(part);
            else if (part.Value.ValueKind == JsonValueKind.Array && part.Value.GetArrayLength() > 0) WriteList(part);
        }

        lines.Append('\n');
    }

    private void WriteHead(JsonProperty part)
    {
        Line(0, $"==== {part.Name}");
        foreach (JsonProperty field in part.Value.EnumerateObject().Where(f => f.Name != "text" && !IsNothing(f.Value)))
            Line(0, $"{field.Name}: {(field.Value.ValueKind == JsonValueKind.Object ? Scalars(field.Value) + InputPlace(field.Value) : field.Value.ToString())}");
    }

    /// <summary>The place of the text in its input, which is the one span that does not point into the text.</summary>
    private static string InputPlace(JsonElement input) => input.TryGetProperty("span", out JsonElement span) && IsSpan(span) ? $" [{span[0]}, {span[1]})" : "";

    private void WriteList(JsonProperty list)
    {
        Line(0, $"\n---- {list.Name}");
        foreach (JsonElement entry in list.Value.EnumerateArray())
        {
            if (entry.TryGetProperty("tokens", out JsonElement tokens)) WriteTokens(tokens);
            else WriteEntry(entry, 0);
        }
    }

    /// <summary>A line of words, then a line for each field that any of them has.</summary>
    private void WriteTokens(JsonElement tokens)
    {
        JsonElement[] all = [.. tokens.EnumerateArray()];
        Line(0, string.Join(' ', all.Select(t => Words(Span(t.GetProperty("span"))))));
        foreach (string field in all.SelectMany(t => t.EnumerateObject()).Where(f => f.Name != "span" && !IsNothing(f.Value)).Select(f => f.Name).Distinct())
            Line(1, $"{field}: {string.Join(' ', all.Select(t => IsNothing(t.GetProperty(field)) ? "_" : t.GetProperty(field).ToString()))}");
    }

    /// <summary>An entry's own values, its spans in brackets inside the sentences that hold them, and what it holds in turn.</summary>
    private void WriteEntry(JsonElement entry, int depth)
    {
        Line(depth, Scalars(entry));
        List<(TextSpan Span, string Label)> spans = [.. Spans(entry, "")];
        if (spans.Count > 0) Line(depth + 1, Bracketed(spans));
        foreach (JsonProperty inner in entry.EnumerateObject().Where(p => IsListOfObjects(p.Value)))
        {
            foreach (JsonElement item in inner.Value.EnumerateArray())
                Line(depth + 1, $"{inner.Name}: {Scalars(item)} {string.Join(' ', Spans(item, "").Select(s => $"[{Join(s.Label, Words(s.Span))}]"))}");
        }
    }

    private static string Scalars(JsonElement element)
    {
        List<string> values = [];
        foreach (JsonProperty field in element.EnumerateObject().Where(f => !IsNothing(f.Value)))
        {
            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                if (Scalars(field.Value) is { Length: > 0 } inner) values.Add($"{field.Name}({inner})");
            }
            else if (field.Value.ValueKind == JsonValueKind.True) values.Add(field.Name);
            else if (field.Value.ValueKind == JsonValueKind.String) values.Add(field.Name is "id" or "kind" ? field.Value.GetString()! : $"{field.Name}={field.Value}");
            else if (field.Value.ValueKind == JsonValueKind.Number) values.Add($"{field.Name}={field.Value.GetRawText()}");
        }

        return string.Join(' ', values);
    }

    private IEnumerable<(TextSpan Span, string Label)> Spans(JsonElement element, string label)
    {
        if (IsSpan(element)) yield return (Span(element), label);
        else if (element.ValueKind == JsonValueKind.Array && !IsListOfObjects(element))
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                foreach (var span in Spans(item, label)) yield return span;
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in element.EnumerateObject())
            {
                foreach (var span in Spans(field.Value, field.Name == "span" ? label : field.Name)) yield return span;
            }
        }
    }

    private string Bracketed(List<(TextSpan Span, string Label)> spans)
    {
        spans.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start - b.Span.Start : b.Span.End - a.Span.End);
        TextSpan[] around = [.. sentences.Where(s => spans.Any(marked => marked.Span.Overlaps(s)))];
        // Where no sentence holds a span (a passage that is not read), the words stand alone.
        if (around.Length == 0 || spans.Any(marked => !around.Any(s => s.Overlaps(marked.Span))))
            return string.Join(' ', spans.Select(s => $"[{Join(s.Label, Words(s.Span))}]"));
        var line = new StringBuilder();
        int from = Math.Min(around[0].Start, spans[0].Span.Start), end = Math.Max(around[^1].End, spans.Max(s => s.Span.End));
        Stack<int> open = [];
        int next = 0;
        for (int at = from; at <= end; at++)
        {
            while (open.TryPeek(out int close) && close <= at)
            {
                open.Pop();
                line.Append(']');
            }

            for (; next < spans.Count && spans[next].Span.Start == at; next++)
            {
                line.Append('[').Append(Join(spans[next].Label, ""));
                open.Push(spans[next].Span.End);
            }

            if (at < end) line.Append(IsWordless(text[at]) ? ' ' : text[at]);
        }

        return line.ToString();
    }

    private static string Join(string label, string words) => label.Length == 0 ? words : $"{label} {words}";

    private string Words(TextSpan span) => string.Concat(span.In(text).ToString().Select(c => IsWordless(c) ? ' ' : c));

    private static bool IsWordless(char c) => c is '\n' or '\r' || (char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Control);

    private TextSpan Span(JsonElement pair) => places.ToUtf16(new TextSpan(pair[0].GetInt32(), pair[1].GetInt32()));

    private static bool IsSpan(JsonElement element)
        => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2 && element.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number);

    private static bool IsListOfObjects(JsonElement element)
        => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object;

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private void Line(int depth, string words) => lines.Append(' ', depth * 2).Append(words.TrimEnd()).Append('\n');
}
