// SPDX-License-Identifier: Apache-2.0

using System.Text;

namespace Rapporteur.Formats.Warc;

/// <summary>A first line, and named fields below it, as WARC and HTTP write them. Of two fields of one name the first counts.</summary>
internal sealed class HeadFields
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    private HeadFields(string firstLine) => FirstLine = firstLine;

    /// <summary>The first line.</summary>
    public string FirstLine { get; }

    /// <summary>The value of a field, letter case of its name ignored; null if it is not there.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>The fields of a head.</summary>
    public static HeadFields Of(ReadOnlySpan<byte> head)
    {
        string text = Encoding.UTF8.GetString(head);
        HeadFields? found = null;
        string? last = null;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (found is null)
            {
                found = new(line.ToString());
                continue;
            }

            if (line is [' ' or '\t', ..])
            {
                if (last is not null) found.fields[last] += $" {line.Trim()}";
                continue;
            }

            int colon = line.IndexOf(':');
            if (colon <= 0) continue;
            string name = line[..colon].Trim().ToString();
            last = found.fields.TryAdd(name, line[(colon + 1)..].Trim().ToString()) ? name : null;
        }

        return found ?? new("");
    }
}
